internal import Diagnostics

/// Lines for a terminal or a text file: wrapped at words, no trailing spaces, nothing obeyed.
struct TextPage {
  /// The most columns of running text; tables may be wider.
  static let width = 100

  private(set) var text = ""
  let isColoured: Bool
  private let columns: Int

  init(isColoured: Bool, columns: Int = TextPage.width) {
    self.isColoured = isColoured
    self.columns = columns
  }

  /// The title of the page or of a part of it.
  mutating func heading(_ title: String) {
    for line in wrapped(DisplayedText.safe(title), width: columns) {
      text += isColoured ? "\u{1B}[1m\(line)\u{1B}[0m\n" : "\(line)\n"
    }
  }

  /// An empty line, unless there is one.
  mutating func gap() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// Running text; the lines after the first are indented by two more.
  mutating func line(_ content: String, indent: Int = 0) {
    let first = String(repeating: " ", count: indent)
    let rest = first + "  "
    let lines = wrapped(DisplayedText.safe(content), width: columns - indent - 2)
    for (place, line) in lines.enumerated() {
      text += trimmed((place == 0 ? first : rest) + line) + "\n"
    }
  }

  /// A line that is laid out already and stays on one line.
  mutating func verbatim(_ line: String) { text += trimmed(DisplayedText.safe(line)) + "\n" }

  /// "Điểm tối đa: 2".
  mutating func field(_ name: String, _ value: String?, indent: Int = 0) {
    guard let value, !value.isEmpty else { return }
    line("\(name): \(value)", indent: indent)
  }

  mutating func table(_ table: TextTable, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    for row in table.lines() {
      let line = trimmed(margin + row.text)
      text += isColoured && row.isStrong ? "\u{1B}[1m\(line)\u{1B}[0m\n" : "\(line)\n"
    }
  }

  private func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.utf8.last == UInt8(ascii: " ") { line.unicodeScalars.removeLast() }
    return String(line)
  }
}

/// Breaks a text at spaces so that no line takes more than `width` columns, where it can.
func wrapped(_ text: String, width: Int) -> [String] {
  guard text.utf8.contains(UInt8(ascii: " ")) else { return [text] }
  var lines: [String] = []
  var line = ""
  var columns = 0
  for word in text.unicodeScalars.split(separator: " ").map(Substring.init) {
    let size = DisplayedText.width(of: word)
    if !line.isEmpty, columns + 1 + size > width {
      lines.append(line)
      line = ""
      columns = 0
    }
    if !line.isEmpty {
      line += " "
      columns += 1
    }
    line += word
    columns += size
  }
  if !line.isEmpty || lines.isEmpty { lines.append(line) }
  return lines
}
