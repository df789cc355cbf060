internal import Diagnostics

/// A YAML file put together line by line, with comments that wrap.
struct ScaffoldText {
  private(set) var text = ""
  private let width = 100

  mutating func line(_ line: String, indent: Int = 0) {
    text += line.isEmpty ? "\n" : String(repeating: " ", count: indent) + line + "\n"
  }

  mutating func blank() { text += "\n" }

  /// A comment, wrapped; further lines are set in by two.
  ///
  /// Line breaks in the text mean nothing, so no title or guidance can leave the comment.
  mutating func comment(_ comment: String, indent: Int = 0) {
    let start = String(repeating: " ", count: indent) + "# "
    var current = start
    var isEmpty = true
    for word in comment.split(whereSeparator: { $0.isWhitespace || $0.isNewline }) {
      if !isEmpty, current.count + 1 + word.count > width {
        text += current + "\n"
        current = start + "  "
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word.filter { !$0.isControl }
      isEmpty = false
    }
    if !isEmpty { text += current + "\n" }
  }

  /// `key: value  # comment`; a comment that does not fit stands above.
  mutating func entry(_ key: String, _ value: String = "", _ comment: String, indent: Int) {
    let head =
      String(repeating: " ", count: indent) + key + ":" + (value.isEmpty ? "" : " " + value)
    let plain = comment.split(whereSeparator: { $0.isWhitespace || $0.isNewline })
      .map { $0.filter { !$0.isControl } }.joined(separator: " ")
    if head.count + 4 + plain.count <= width {
      text += "\(head)  # \(plain)\n"
    } else {
      self.comment(comment, indent: indent)
      text += head + "\n"
    }
  }

  /// A text as a YAML scalar: plain where nothing can be misread, else in double quotes.
  static func scalar(_ value: String) -> String {
    let isPlain =
      value.first?.isLetter == true
      && value.allSatisfy { $0.isLetter || $0.isNumber || " -_/.,()".contains($0) }
      && !["yes", "no", "true", "false", "null", "on", "off"].contains(value.lowercased())
      && value.last != " "
    if isPlain { return value }
    var json = JSONWriter(indented: false)
    json.string(value)
    return json.text
  }
}

extension Character {
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
