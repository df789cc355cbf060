/// JSON in canonical form (RFC 8785): no blanks, members in the order of their keys.
///
/// The caller writes keys in order; strings escape what must be escaped and nothing else. Whoever
/// has the parsed value and any RFC 8785 library gets the same bytes.
package struct CanonicalJSON {
  package var bytes: [UInt8] = []

  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Puts text in as it stands: brackets, commas, keys.
  package mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package mutating func raw(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  package mutating func raw(_ other: ArraySlice<UInt8>) { bytes.append(contentsOf: other) }

  /// Repeats what was written there.
  package mutating func again(_ places: Range<Int>) {
    for place in places { bytes.append(bytes[place]) }
  }

  package mutating func comma(unless isFirst: Bool) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
  }

  package mutating func boolean(_ value: Bool) {
    if value { raw("true") } else { raw("false") }
  }

  package mutating func integer(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  package mutating func string(_ text: String?) {
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
}
