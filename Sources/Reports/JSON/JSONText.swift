/// JSON that somebody else wrote, read by hand: parts of it can be looked at without the rest, and
/// nothing in it can make the reader use more than its own size.
package struct JSONText {
  private let bytes: [UInt8]
  private var index: Int
  private let end: Int

  /// Whether exponents and letters beyond the first plane, written as pairs, are read, which this
  /// program never writes.
  private var takesForeign = false

  private static let deepest = 64

  /// Where a text stops to be JSON.
  package struct Fault: Error, Hashable {
    package let offset: Int

    package init(offset: Int) { self.offset = offset }
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// The whole of a text as a value; nil when it is no JSON.
  package static func value(_ bytes: [UInt8], in range: Range<Int>? = nil) -> JSONValue? {
    var text = JSONText(bytes, range ?? bytes.indices)
    guard let value = text.value(depth: 0), text.isAtEnd() else { return nil }
    return value
  }

  /// The whole of a text that any program may have written as a value.
  package static func foreignValue(_ bytes: [UInt8]) -> Result<JSONValue, Fault> {
    var text = JSONText(bytes, bytes.indices)
    text.takesForeign = true
    guard let value = text.value(depth: 0), text.isAtEnd() else {
      return .failure(Fault(offset: min(text.index, bytes.count)))
    }
    return .success(value)
  }

  /// Where the values of an object's members stand, in order.
  package static func members(_ bytes: [UInt8], in range: Range<Int>? = nil) -> [(
    String, Range<Int>
  )]? {
    var text = JSONText(bytes, range ?? bytes.indices)
    var members: [(String, Range<Int>)] = []
    guard text.take("{") else { return nil }
    if !text.take("}") {
      repeat {
        guard let key = text.string(), text.take(":"), let place = text.skip() else { return nil }
        members.append((key, place))
      } while text.take(",")
      guard text.take("}") else { return nil }
    }
    return text.isAtEnd() ? members : nil
  }

  /// Where the elements of an array stand.
  package static func elements(_ bytes: [UInt8], in range: Range<Int>) -> [Range<Int>]? {
    var text = JSONText(bytes, range)
    var elements: [Range<Int>] = []
    guard text.take("[") else { return nil }
    if !text.take("]") {
      repeat {
        guard let place = text.skip() else { return nil }
        elements.append(place)
      } while text.take(",")
      guard text.take("]") else { return nil }
    }
    return text.isAtEnd() ? elements : nil
  }

  // MARK: Values

  private mutating func value(depth: Int) -> JSONValue? {
    guard depth < JSONText.deepest else { return nil }
    switch peek() {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case nil: return nil
    default:
      let word = word()
      switch word {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      case "null": return .null
      default: return isNumber(word) ? .number(word) : nil
      }
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    var members: [JSONValue.Member] = []
    guard take("{") else { return nil }
    if take("}") { return .object([]) }
    repeat {
      guard let key = string(), take(":"), let value = value(depth: depth + 1) else { return nil }
      members.append(JSONValue.Member(key: key, value: value))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    var elements: [JSONValue] = []
    guard take("[") else { return nil }
    if take("]") { return .array([]) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
    } while take(",")
    return take("]") ? .array(elements) : nil
  }

  private mutating func word() -> String {
    let start = index
    while index < end, JSONText.isOfWord(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
      || byte == 0x2B || byte == 0x2E
  }

  /// A whole number or a decimal fraction; no value passes through binary floating point.
  private func isNumber(_ word: String) -> Bool {
    takesForeign
      ? word.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil
      : word.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?/) != nil
  }

  // MARK: Texts

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while index < end {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escaped = escaped() else { return nil }
        text += escaped
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> [UInt8]? {
    guard index < end else { return nil }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "u"): return unicode().map { Array(String(Character($0)).utf8) }
    default: return nil
    }
  }

  private mutating func unicode() -> Unicode.Scalar? {
    guard let code = code() else { return nil }
    if let scalar = Unicode.Scalar(code) { return scalar }
    // The program writes no letter beyond the first plane so.
    guard takesForeign, code < 0xDC00, index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    index += 2
    guard let low = self.code(), (0xDC00..<0xE000).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (code - 0xD800) << 10 + (low - 0xDC00))
  }

  /// Four hexadecimal digits.
  private mutating func code() -> UInt32? {
    let digits = bytes[index..<min(index + 4, end)]
    guard digits.count == 4, digits.allSatisfy({ JSONText.isOfWord($0) && $0 > 0x2E }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { return nil }
    index += 4
    return code
  }

  // MARK: Places

  /// Steps over one value without looking at what it says.
  private mutating func skip() -> Range<Int>? {
    _ = peek()
    let start = index
    var depth = 0
    repeat {
      guard index < end else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        while index < end, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard index < end else { return nil }
        index += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        guard depth >= 0 else { return nil }
        index += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D:
        guard depth > 0 else { return nil }
        index += 1
      case let byte where JSONText.isOfWord(byte): _ = word()
      default: return nil
      }
    } while depth > 0
    return start..<index
  }

  /// The next byte that is no blank.
  private mutating func peek() -> UInt8? {
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      case let byte: return byte
      }
    }
    return nil
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: sign) else { return false }
    index += 1
    return true
  }

  private mutating func isAtEnd() -> Bool { peek() == nil }
}
