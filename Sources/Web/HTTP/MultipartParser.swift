internal import Glibc

/// What is met in a form with a file, in order.
enum MultipartEvent: Hashable, Sendable {
  case part(MultipartHeader)
  /// Some of the part's bytes.
  case data([UInt8])
  /// The part's last byte has come.
  case endOfPart
}

/// Reads `multipart/form-data` (RFC 7578) from pieces of any size, and keeps no more of it than a
/// boundary or a part's headers are long.
struct MultipartParser: Sendable {
  private enum State: Hashable {
    case start
    /// Behind a boundary: a line's end, or the form's.
    case delimiter
    case header
    case body
    case epilogue
  }

  private let limits: MultipartLimits
  /// A line's end, two hyphens, the boundary.
  private let delimiter: [UInt8]
  private var state = State.start
  private var pending: [UInt8] = []
  private var parts = 0
  private var isFile = false
  private var partCount = 0
  private var formCount = 0
  private var epilogueCount = 0

  /// - Parameter type: of the content, as the request has it.
  init(contentType type: String, limits: MultipartLimits = MultipartLimits()) throws(MultipartFault)
  {
    guard let parameters = HeaderParameters(type), parameters.value == "multipart/form-data",
      let boundary = parameters["boundary"], MultipartParser.isBoundary(boundary)
    else { throw .boundary }
    self.limits = limits
    delimiter = Array("\r\n--\(boundary)".utf8)
    // The first boundary has no line before it; with this one all are alike.
    pending = [0x0D, 0x0A]
  }

  /// As RFC 2046 has them.
  private static func isBoundary(_ text: String) -> Bool {
    (1...70).contains(text.utf8.count) && text.utf8.last != 0x20
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || "'()+_,-./:=? ".utf8.contains($0)
      }
  }

  /// Takes the next bytes.
  mutating func take(_ bytes: [UInt8]) throws(MultipartFault) -> [MultipartEvent] {
    formCount += bytes.count
    guard formCount <= limits.form else {
      throw isFile && state == .body ? .fileTooLong : .formTooLong
    }
    pending += bytes
    var events: [MultipartEvent] = []
    var place = 0
    while try step(&place, &events) {}
    pending.removeFirst(place)
    return events
  }

  /// Says that nothing more comes.
  func finish() throws(MultipartFault) {
    guard state == .epilogue else { throw .truncated }
  }

  /// Goes on from a place in the pending bytes; false: more of them are needed.
  private mutating func step(
    _ place: inout Int, _ events: inout [MultipartEvent]
  ) throws(MultipartFault) -> Bool {
    switch state {
    case .start:
      let count = min(pending.count, delimiter.count)
      guard pending[..<count].elementsEqual(delimiter[..<count]) else { throw .start }
      guard count == delimiter.count else { return false }
      place += count
      state = .delimiter
    case .delimiter:
      guard pending.count - place >= 2 else { return false }
      switch (pending[place], pending[place + 1]) {
      case (0x0D, 0x0A): state = .header
      case (0x2D, 0x2D): state = .epilogue
      default: throw .delimiter
      }
      place += 2
    case .header: return try readHeader(&place, &events)
    case .body: return try readBody(&place, &events)
    case .epilogue:
      epilogueCount += pending.count - place
      place = pending.count
      guard epilogueCount <= limits.epilogue else { throw .formTooLong }
      return false
    }
    return true
  }

  private mutating func readHeader(
    _ place: inout Int, _ events: inout [MultipartEvent]
  ) throws(MultipartFault) -> Bool {
    let blank: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    guard let end = find(blank, from: place) else {
      // Of the blank line all but its last byte may be there.
      guard pending.count - place < limits.header + blank.count else { throw .headerTooLong }
      return false
    }
    guard end - place <= limits.header else { throw .headerTooLong }
    parts += 1
    guard parts <= limits.parts else { throw .tooManyParts }
    let header = try MultipartHeader(Array(pending[place..<end]), limits)
    isFile = header.fileName != nil
    partCount = 0
    place = end + blank.count
    state = .body
    events.append(.part(header))
    return true
  }

  private mutating func readBody(
    _ place: inout Int, _ events: inout [MultipartEvent]
  ) throws(MultipartFault) -> Bool {
    let end = find(delimiter, from: place)
    // What may be the beginning of a boundary waits for the rest of it.
    let stop = end ?? max(place, pending.count - delimiter.count + 1)
    if stop > place {
      partCount += stop - place
      guard partCount <= (isFile ? limits.file : limits.field) else {
        throw isFile ? .fileTooLong : .fieldTooLong
      }
      events.append(.data(Array(pending[place..<stop])))
      place = stop
    }
    guard let end else { return false }
    events.append(.endOfPart)
    place = end + delimiter.count
    state = .delimiter
    return true
  }

  /// Where some bytes, which begin with CR, stand next among the pending ones.
  private func find(_ bytes: [UInt8], from start: Int) -> Int? {
    pending.withUnsafeBytes { pending in
      guard let base = pending.baseAddress else { return nil }
      var place = start
      while pending.count - place >= bytes.count {
        guard let found = memchr(base + place, 0x0D, pending.count - place - bytes.count + 1) else {
          return nil
        }
        place = found - UnsafeMutableRawPointer(mutating: base)
        if memcmp(base + place, bytes, bytes.count) == 0 { return place }
        place += 1
      }
      return nil
    }
  }
}
