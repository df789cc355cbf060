internal import Diagnostics

/// What a form sends: names and texts.
package struct FormFields: Hashable, Sendable {
  package var values: [String: String] = [:]

  subscript(name: String) -> String { values[name] ?? "" }

  /// What somebody wrote in sentences; never a password or a token.
  var typedTexts: [String] {
    [AppraisalForm.reason, AppraisalForm.basis, "note", "na"].compactMap { values[$0] }
      .filter { !$0.isEmpty }
  }
}

/// Reads `application/x-www-form-urlencoded`: bounded, valid UTF-8 or nothing.
enum FormReading {
  /// More fields than any page has.
  static let mostFields = 400
  /// The most bytes of one text.
  static let longest = 8_000

  /// Names and texts; of several texts of one name the last counts.
  /// - Returns: nil when it is no such form, or one beyond the limits.
  static func fields(_ body: [UInt8]) -> FormFields? {
    var form = FormFields()
    guard !body.isEmpty else { return form }
    var count = 0
    for pair in body.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: true) {
      count += 1
      guard count <= mostFields else { return nil }
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = text(parts[0]), let value = parts.count > 1 ? text(parts[1]) : "",
        name.utf8.count <= 200, value.utf8.count <= longest
      else { return nil }
      form.values[name] = value
    }
    return form
  }

  /// A value as an address holds it.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        escaped.append(Character(Unicode.Scalar(byte)))
      default:
        escaped += byte < 16 ? "%0" : "%"
        escaped += String(byte, radix: 16, uppercase: true)
      }
    }
    return escaped
  }

  /// The text of an encoded part, composed, its ends trimmed, lines ended as files end them; nil
  /// when it is no UTF-8 or holds what nobody types.
  private static func text(_ encoded: ArraySlice<UInt8>) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(encoded.count)
    var place = encoded.startIndex
    while place < encoded.endIndex {
      let byte = encoded[place]
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard place + 2 < encoded.endIndex, let high = digit(encoded[place + 1]),
          let low = digit(encoded[place + 2])
        else { return nil }
        bytes.append(high << 4 | low)
        place += 2
      default: bytes.append(byte)
      }
      place += 1
    }
    return text(plain: bytes)
  }

  /// The same of bytes that are not encoded.
  static func text(plain bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D, 0xFEFF: continue
      case 0x09, 0x0A: clean.append(scalar)
      case 0..<0x20, 0x7F...0x9F, 0xFFFE, 0xFFFF: return nil
      default: clean.append(scalar)
      }
    }
    let trimmed = String(clean).drop { $0.isWhitespace }
    let end = trimmed.lastIndex { !$0.isWhitespace }.map { trimmed[...$0] } ?? ""
    return Array(end.utf8).withUnsafeBufferPointer { Normalisation.composed($0) }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
