internal import Diagnostics
internal import Grading

/// JSON in canonical form (RFC 8785): no blanks, members in the order of their keys.
///
/// The caller writes keys in order; strings escape what must be escaped and nothing else. Whoever
/// has the parsed value and any RFC 8785 library gets the same bytes.
struct CanonicalJSON {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Puts text in as it stands: brackets, commas, keys.
  mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func raw(_ other: some Collection<UInt8>) { bytes.append(contentsOf: other) }

  mutating func comma(unless isFirst: Bool) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
  }

  mutating func boolean(_ value: Bool) {
    if value { raw("true") } else { raw("false") }
  }

  mutating func integer(_ value: Int) { digits(Int64(value)) }

  /// A number as a decimal string, `"81.33"`; `"5/3"` where no decimal ends.
  mutating func exact(_ value: Exact) {
    bytes.append(UInt8(ascii: "\""))
    if case .small(let whole, 1) = value {
      digits(whole)
    } else if !decimal(value) {
      bytes.append(contentsOf: value.canonicalText.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func exact(_ value: Exact?) {
    if let value { exact(value) } else { raw("null") }
  }

  mutating func string(_ text: String?) {
    guard var text else { return raw("null") }
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      for byte in utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(byte)
        case 0x08: raw("\\b")
        case 0x09: raw("\\t")
        case 0x0A: raw("\\n")
        case 0x0C: raw("\\f")
        case 0x0D: raw("\\r")
        case 0x00..<0x20:
          raw("\\u00")
          bytes.append(Self.hexadecimal[Int(byte >> 4)])
          bytes.append(Self.hexadecimal[Int(byte & 15)])
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  // MARK: Digits

  private mutating func digits(_ value: Int64) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    unsigned(value.magnitude)
  }

  private mutating func unsigned(_ value: UInt64) {
    if value >= 10 { unsigned(value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  /// A short decimal fraction without going through big integers and strings.
  private mutating func decimal(_ value: Exact) -> Bool {
    guard case .small(let above, let below) = value, below <= 10_000 else { return false }
    var places = 1
    var scale: Int64 = 10
    while places < 8, scale % below != 0 {
      places += 1
      scale *= 10
    }
    guard scale % below == 0 else { return false }
    if above < 0 { bytes.append(UInt8(ascii: "-")) }
    let denominator = UInt64(below)
    unsigned(above.magnitude / denominator)
    bytes.append(UInt8(ascii: "."))
    let rest = above.magnitude % denominator * UInt64(scale / below)
    var unit = UInt64(scale) / 10
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / unit % 10))
      unit /= 10
    }
    return true
  }
}
