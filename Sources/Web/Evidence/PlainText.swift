internal import EventLog
internal import Loading

/// Text and tables as text: UTF-8 without anything that a program would take for more.
enum PlainText {
  /// Longer texts are exports that belong into a workbook.
  static let longest = 16 << 20

  static func kind(_ file: OpenFile) throws(FileRefusal) -> FileKind {
    guard file.size <= longest else { throw .kind }
    let bytes = file.bytes(at: 0, count: file.size)
    guard String(validating: bytes, as: UTF8.self) != nil,
      bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || (0x09...0x0D).contains($0) })
    else { throw .kind }
    if looksLikeMarkup(bytes) { throw .runnable }
    return isTable(bytes) ? .csv : .text
  }

  /// Whether a browser that guesses would take it for a page or a drawing.
  private static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    var head = bytes.prefix(4 << 10)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    let text = String(decoding: head, as: UTF8.self).lowercased()
    let start = text.drop(while: \.isWhitespace)
    return start.hasPrefix("<")
      || ["<!doctype", "<html", "<script", "<svg", "<iframe", "<body", "<?xml", "<?php"]
        .contains { text.contains($0) }
  }

  /// Whether the first lines have the same number of separators, and have some.
  private static func isTable(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.prefix(8 << 10).split(separator: 0x0A).prefix(5)
    guard lines.count >= 2 else { return false }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].contains { separator in
      let counts = Set(lines.dropLast(lines.count < 5 ? 0 : 1).map { $0.count { $0 == separator } })
      return counts.count == 1 && counts.first ?? 0 > 0
    }
  }
}
