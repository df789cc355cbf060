/// Text as a terminal shows it: how wide each character is, and nothing that a terminal obeys.
package enum DisplayedText {
  /// One scalar as it is shown.
  struct Cell {
    var text: String
    var width: Int
  }

  /// Tabs advance to a multiple of this.
  private static let tabWidth = 4

  /// The cells of a line, one for each scalar.
  static func cells(of line: String) -> [Cell] {
    var cells: [Cell] = []
    var column = 0
    for scalar in line.unicodeScalars {
      let cell: Cell
      if scalar == "\t" {
        let width = tabWidth - column % tabWidth
        cell = Cell(text: String(repeating: " ", count: width), width: width)
      } else if let visible = visibleForm(of: scalar) {
        cell = Cell(text: visible, width: visible.unicodeScalars.count)
      } else {
        cell = Cell(text: String(scalar), width: width(of: scalar))
      }
      column += cell.width
      cells.append(cell)
    }
    return cells
  }

  /// A message with every control character made visible: it may quote a hostile file.
  package static func safe(_ message: String) -> String {
    guard message.unicodeScalars.contains(where: { visibleForm(of: $0) != nil }) else {
      return message
    }
    var text = ""
    for scalar in message.unicodeScalars {
      if let visible = visibleForm(of: scalar) {
        text += visible
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// How a character is written that would otherwise be obeyed or not be seen.
  private static func visibleForm(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: return "\u{2421}"
    case 0x80...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xE0000...0xE007F:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ">"
    default: return nil
    }
  }

  /// How many columns a text takes that holds no tabs or control characters.
  package static func width(of text: String) -> Int { width(of: text[...]) }

  /// How many columns a part of such a text takes.
  package static func width(of text: Substring) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += self.width(of: scalar) }
    return width
  }

  /// How many columns a scalar takes: none for marks, two for East Asian letters and emoji.
  static func width(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    // Latin, with all Vietnamese letters.
    if value < 0x300 || 0x1E00..<0x1F00 ~= value { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if 0x1160...0x11FF ~= value { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// The blocks that Unicode calls East Asian wide or fullwidth.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF, 0x1B000...0x1B2FB,
    0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
