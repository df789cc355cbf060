/// What one pass over the bytes of a file finds before YAML is parsed.
struct TextCheck {
  enum Fault {
    case utf16(littleEndian: Bool)
    case nul(offset: Int)
    case notUTF8(offset: Int)
  }

  /// The first fault; a file with one is not parsed.
  var fault: Fault?
  /// 3 when the file begins with a byte-order mark, which is skipped.
  var start = 0
  /// Whether a character occurs that libyaml takes for a line end and editors do not.
  var hasOddLineEnds = false
  /// Lines that begin with `%`: libyaml's checks of them grow with the square of their number.
  var directiveLines = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    if count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE { fault = .utf16(littleEndian: true) }
    if count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF { fault = .utf16(littleEndian: false) }
    // UTF-16 without a mark: every other byte of the first characters is zero.
    if count >= 4, bytes[0] != 0, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 {
      fault = .utf16(littleEndian: true)
    }
    if count >= 4, bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0 {
      fault = .utf16(littleEndian: false)
    }
    guard fault == nil else { return }
    if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { start = 3 }
    scan(bytes)
  }

  /// Whether eight bytes are ASCII without NUL, carriage return and `%`.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    guard word & high == 0 else { return false }
    // The high bit comes up where a byte is zero after the exclusive or.
    let found = (word &- ones) | ((word ^ 0x0D &* ones) &- ones) | ((word ^ 0x25 &* ones) &- ones)
    return found & high == 0
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    let count = bytes.count
    var index = start
    if index < count, bytes[index] == 0x25 { directiveLines = 1 }
    while index < count {
      while index + 8 <= count, Self.isPlain(bytes, index) { index += 8 }
      guard index < count else { break }
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        switch byte {
        case 0:
          fault = .nul(offset: index - 1)
          return
        case 0x0D where index == count || bytes[index] != 0x0A: hasOddLineEnds = true
        case 0x25 where index > 1 && bytes[index - 2] == 0x0A: directiveLines += 1
        default: break
        }
        continue
      }
      let length = UTF8Bytes.sequenceLength(bytes, at: index)
      guard length > 0 else {
        fault = .notUTF8(offset: index)
        return
      }
      if length == 2, byte == 0xC2, bytes[index + 1] == 0x85 { hasOddLineEnds = true }
      if length == 3, byte == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8 {
        hasOddLineEnds = true
      }
      index += length
    }
  }
}

/// Reading UTF-8 byte by byte.
enum UTF8Bytes {
  /// The bytes of the well-formed sequence at this index, 0 when it is not well formed.
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    func continuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return continuation(1) ? 2 : 0
    case 0xE0: return continuation(1, 0xA0...0xBF) && continuation(2) ? 3 : 0
    case 0xED: return continuation(1, 0x80...0x9F) && continuation(2) ? 3 : 0
    case 0xE1...0xEF: return continuation(1) && continuation(2) ? 3 : 0
    case 0xF0:
      return continuation(1, 0x90...0xBF) && continuation(2) && continuation(3) ? 4 : 0
    case 0xF1...0xF3: return continuation(1) && continuation(2) && continuation(3) ? 4 : 0
    case 0xF4:
      return continuation(1, 0x80...0x8F) && continuation(2) && continuation(3) ? 4 : 0
    default: return 0
    }
  }

  /// Whether the byte continues a sequence, so that it is no character of its own.
  static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
