/// Texts as cells can hold them.
enum CellText {
  /// The longest text of a cell, in the units of UTF-16.
  static let length = 32_767

  /// A text that reads back as it is: `_x0041_` in it is not taken for the letter that it would
  /// stand for in a file, and what XML cannot hold is marked as lost by U+FFFD.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "_") || $0 < 0x20 || $0 >= 0xEF }) else {
      return text
    }
    var kept = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "_", isEscape(rest.prefix(7)) { kept += "_x005F" }
      switch scalar {
      case "\0", "\u{FFFE}", "\u{FFFF}": kept.unicodeScalars.append("\u{FFFD}")
      default: kept.unicodeScalars.append(scalar)
      }
      rest = rest.dropFirst()
    }
    return kept
  }

  /// `_xHHHH_`.
  private static func isEscape(_ scalars: Substring.UnicodeScalarView) -> Bool {
    let signs = Array(scalars)
    return signs.count == 7 && signs[1] == "x" && signs[6] == "_"
      && signs[2..<6].allSatisfy(\.properties.isASCIIHexDigit)
  }
}
