internal import Diagnostics
internal import Grading

/// Takes single values of canonical JSON off a line; throws at whatever is not so.
struct CanonicalScanner {
  typealias Unusual = CanonicalReading.Unusual

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  // MARK: Signs

  mutating func take(_ sign: UInt8) throws(Unusual) {
    guard index < bytes.count, bytes[index] == sign else { throw Unusual() }
    index += 1
  }

  /// Whether another member follows behind a comma; false behind the closing sign.
  mutating func another(_ closing: UInt8) throws(Unusual) -> Bool {
    guard index < bytes.count else { throw Unusual() }
    let sign = bytes[index]
    index += 1
    if sign == UInt8(ascii: ",") { return true }
    guard sign == closing else { throw Unusual() }
    return false
  }

  func end() throws(Unusual) { guard index == bytes.count else { throw Unusual() } }

  // MARK: Values

  /// A word of a closed list.
  mutating func word() throws(Unusual) -> PackedWord {
    guard let word = PackedWord(try plain()) else { throw Unusual() }
    return word
  }

  mutating func id() throws(Unusual) -> String {
    try take(UInt8(ascii: "\""))
    let start = index
    while index < bytes.count, CanonicalScanner.isOfID(bytes[index]) { index += 1 }
    let id = UnsafeBufferPointer(rebasing: bytes[start..<index])
    try take(UInt8(ascii: "\""))
    guard (1...200).contains(id.count) else { throw Unusual() }
    return String(decoding: id, as: UTF8.self)
  }

  mutating func ids() throws(Unusual) -> [String] {
    try take(UInt8(ascii: "["))
    var ids: [String] = []
    repeat { ids.append(try id()) } while try another(UInt8(ascii: "]"))
    guard ids.count == 1 || Set(ids).count == ids.count else { throw Unusual() }
    return ids
  }

  mutating func number() throws(Unusual) -> Int {
    let start = index
    var number = 0
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
      number = number * 10 + Int(bytes[index] - 0x30)
      index += 1
      // What every JSON reader can hold exactly.
      guard number <= 1 << 53 else { throw Unusual() }
    }
    guard index > start, bytes[start] != 0x30 else { throw Unusual() }
    return number
  }

  mutating func truth() throws(Unusual) {
    for byte in "true".utf8 { try take(byte) }
  }

  mutating func digest() throws(Unusual) -> LineDigest {
    guard let digest = LineDigest(digits: try plain()) else { throw Unusual() }
    return digest
  }

  mutating func time() throws(Unusual) -> EventTime {
    guard let time = EventTime(bytes: try plain()) else { throw Unusual() }
    return time
  }

  mutating func moment() throws(Unusual) -> LocalMoment {
    let text = try plain()
    guard let moment = LocalMoment.parse(text),
      moment.minute == nil || text[10] == UInt8(ascii: "T")
    else { throw Unusual() }
    return moment
  }

  mutating func value() throws(Unusual) -> EventValue {
    guard index < bytes.count else { throw Unusual() }
    return bytes[index] == UInt8(ascii: "{")
      ? .inputs(try texts(namesAreIDs: true)) : .text(try text(withLines: false))
  }

  /// Texts by names in ASCII, these in order.
  mutating func texts(namesAreIDs: Bool) throws(Unusual) -> [String: String] {
    try take(UInt8(ascii: "{"))
    var texts: [String: String] = [:]
    var last: String?
    repeat {
      let name = namesAreIDs ? try id() : try text(withLines: false)
      guard name.utf8.allSatisfy({ $0 < 0x80 }),
        last.map({ $0.utf8.lexicographicallyPrecedes(name.utf8) }) ?? true
      else { throw Unusual() }
      try take(UInt8(ascii: ":"))
      texts[name] = try text(withLines: true)
      last = name
    } while try another(UInt8(ascii: "}"))
    return texts
  }

  /// Words: not empty, in NFC, with no control characters but line ends and tabs.
  mutating func text(withLines: Bool) throws(Unusual) -> String {
    try take(UInt8(ascii: "\""))
    let start = index
    var isEscaped = false
    var isASCII = true
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { break }
      switch byte {
      case UInt8(ascii: "\\"):
        isEscaped = true
        guard index + 1 < bytes.count,
          CanonicalScanner.unescaped(bytes[index + 1], withLines: withLines) != nil
        else { throw Unusual() }
        index += 1
      case 0x00..<0x20, 0x7F: throw Unusual()
      case 0x80...:
        isASCII = false
        guard !isControl(at: index) else { throw Unusual() }
      default: break
      }
      index += 1
    }
    let place = UnsafeBufferPointer(rebasing: bytes[start..<index])
    try take(UInt8(ascii: "\""))
    guard !place.isEmpty, isASCII || !Normalisation.mayNeedComposing(place),
      let text = isEscaped
        ? String(validating: CanonicalScanner.unescaped(place), as: UTF8.self)
        : String(validating: place, as: UTF8.self)
    else { throw Unusual() }
    return text
  }

  // MARK: Bytes

  /// What stands between quotation marks, without escapes.
  private mutating func plain() throws(Unusual) -> UnsafeBufferPointer<UInt8> {
    try take(UInt8(ascii: "\""))
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
    let end = index
    try take(UInt8(ascii: "\""))
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// Whether U+0080 to U+009F, U+2028 or U+2029 begins here.
  private func isControl(at place: Int) -> Bool {
    switch bytes[place] {
    case 0xC2: place + 1 < bytes.count && bytes[place + 1] < 0xA0
    case 0xE2:
      place + 2 < bytes.count && bytes[place + 1] == 0x80
        && (bytes[place + 2] == 0xA8 || bytes[place + 2] == 0xA9)
    default: false
    }
  }

  private static func isOfID(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x2D...0x39).contains(byte) || byte == 0x5F
  }

  private static func unescaped(_ letter: UInt8, withLines: Bool) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): letter
    case UInt8(ascii: "n") where withLines: 0x0A
    case UInt8(ascii: "t") where withLines: 0x09
    default: nil
    }
  }

  private static func unescaped(_ place: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(place.count)
    var index = 0
    while index < place.count {
      if place[index] == UInt8(ascii: "\\"), index + 1 < place.count {
        index += 1
        text.append(unescaped(place[index], withLines: true) ?? place[index])
      } else {
        text.append(place[index])
      }
      index += 1
    }
    return text
  }
}
