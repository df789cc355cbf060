/// A member of the object that a line holds, with the places of its key and its value.
struct LineMember {
  let key: String
  let keyPlace: Range<Int>
  let value: LineValue
  let place: Range<Int>
}

/// What the values of a line may be.
enum LineValue {
  case text(String)
  case number(Int)
  case truth(Bool)
  case list([String])
  case texts([String: String])
  /// JSON that no key of a log takes: `null`, a fraction.
  case other
}

/// Why a line is no JSON object of this kind: what is expected at a place.
struct LineFault: Error, Equatable {
  enum Expectation: Equatable {
    case sign(String)
    case key
    case value
    case text
    case escape
    case endOfText
    case endOfLine
  }

  let offset: Int
  let expected: Expectation
}

/// Reads the JSON object of one line, by hand: columns of problems are the product.
///
/// Any JSON is taken that means such an object; whether it is in canonical form is seen when the
/// event is written again. The bytes are valid UTF-8.
struct LineParser {
  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func members(of bytes: [UInt8]) throws(LineFault) -> [LineMember] {
    var parser = LineParser(bytes)
    try parser.expect("{")
    var members: [LineMember] = []
    if !parser.take("}") {
      repeat {
        let key = try parser.key()
        let start = parser.skipBlanks()
        let value = try parser.value()
        members.append(
          LineMember(
            key: key.text, keyPlace: key.place, value: value, place: start..<parser.index))
      } while parser.take(",")
      try parser.expect("}")
    }
    guard parser.skipBlanks() == bytes.count else { throw parser.fault(.endOfLine) }
    return members
  }

  private mutating func key() throws(LineFault) -> (text: String, place: Range<Int>) {
    let start = skipBlanks()
    guard peek == UInt8(ascii: "\"") else { throw fault(.key) }
    let text = try string()
    let place = start..<index
    try expect(":")
    return (text, place)
  }

  private mutating func value() throws(LineFault) -> LineValue {
    switch peek {
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "["): return .list(try list())
    case UInt8(ascii: "{"): return .texts(try texts())
    default:
      let start = index
      while let byte = peek, LineParser.isOfWord(byte) { index += 1 }
      switch String(decoding: bytes[start..<index], as: UTF8.self) {
      case "true": return .truth(true)
      case "false": return .truth(false)
      case "null": return .other
      case let word:
        guard let first = word.utf8.first, first == 0x2D || (0x30...0x39).contains(first) else {
          index = start
          throw fault(.value)
        }
        return Int(word).map(LineValue.number) ?? .other
      }
    }
  }

  private mutating func list() throws(LineFault) -> [String] {
    try expect("[")
    var list: [String] = []
    if take("]") { return list }
    repeat { list.append(try element()) } while take(",")
    try expect("]")
    return list
  }

  private mutating func texts() throws(LineFault) -> [String: String] {
    try expect("{")
    var texts: [String: String] = [:]
    if take("}") { return texts }
    repeat {
      let name = try key().text
      texts[name] = try element()
    } while take(",")
    try expect("}")
    return texts
  }

  private mutating func element() throws(LineFault) -> String {
    _ = skipBlanks()
    guard peek == UInt8(ascii: "\"") else { throw fault(.text) }
    return try string()
  }

  // MARK: Texts

  private mutating func string() throws(LineFault) -> String {
    index += 1
    var text: [UInt8] = []
    var start = index
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        text += bytes[start..<index]
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[start..<index]
        text += try escaped()
        start = index
      case 0x00..<0x20: throw fault(.endOfText)
      default: index += 1
      }
    }
    throw fault(.endOfText)
  }

  private mutating func escaped() throws(LineFault) -> [UInt8] {
    index += 1
    guard let letter = peek else { throw fault(.escape) }
    let plain: UInt8? =
      switch letter {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
      case UInt8(ascii: "b"): 0x08
      case UInt8(ascii: "t"): 0x09
      case UInt8(ascii: "n"): 0x0A
      case UInt8(ascii: "f"): 0x0C
      case UInt8(ascii: "r"): 0x0D
      default: nil
      }
    if let plain {
      index += 1
      return [plain]
    }
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return Array(String(scalar).utf8) }
    guard peek == UInt8(ascii: "\\") else { throw fault(.escape) }
    index += 1
    let pair = [first, try unit()]
    guard pair[0] < 0xDC00, (0xDC00..<0xE000).contains(pair[1]) else { throw fault(.escape) }
    return Array(String(decoding: pair, as: UTF16.self).utf8)
  }

  /// Four hexadecimal digits behind a `u`.
  private mutating func unit() throws(LineFault) -> UInt16 {
    let digits = bytes[min(index + 1, bytes.count)..<min(index + 5, bytes.count)]
    guard peek == UInt8(ascii: "u"), digits.count == 4, !digits.contains(UInt8(ascii: "+")),
      !digits.contains(UInt8(ascii: "-")),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault(.escape) }
    index += 5
    return unit
  }

  // MARK: Signs

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func fault(_ expected: LineFault.Expectation) -> LineFault {
    LineFault(offset: index, expected: expected)
  }

  private mutating func skipBlanks() -> Int {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D { index += 1 }
    return index
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    _ = skipBlanks()
    guard peek == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ sign: Unicode.Scalar) throws(LineFault) {
    guard take(sign) else { throw fault(.sign(String(sign))) }
  }

  /// Letters, digits and signs of numbers.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      || byte == 0x2D || byte == 0x2B || byte == 0x2E
  }
}
