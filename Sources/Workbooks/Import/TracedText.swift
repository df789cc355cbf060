internal import Diagnostics
internal import Loading

/// A file's text while it is put together, with the cell that each part of it comes from: what is
/// wrong with the text is told of the cell.
struct TracedText {
  private(set) var text = ""
  private var line = 1
  private var column = 1
  private var marks: [Mark] = []

  private struct Mark {
    let start: SourcePosition
    let source: CellSource
  }

  /// Adds a part that comes from a cell, or from none.
  ///
  /// Beyond what a file may hold nothing is added: the reader refuses the text for its size.
  mutating func add(_ part: String, from source: CellSource? = nil) {
    guard text.utf8.count <= FileAccess().limit else { return }
    if let source {
      marks.append(Mark(start: SourcePosition(line: line, column: column), source: source))
    }
    text += part
    for scalar in part.unicodeScalars {
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
  }

  /// The cell that stands behind a place of the text: the last one that began before it.
  func source(of place: SourcePosition) -> CellSource? {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if place < marks[middle].start { high = middle } else { low = middle + 1 }
    }
    return low > 0 ? marks[low - 1].source : marks.first?.source
  }

  /// Diagnostics of the text as diagnostics of the workbook.
  func translated(_ diagnostics: [Diagnostic], from file: SourceFile) -> [Diagnostic] {
    func translated(_ label: SourceLabel) -> SourceLabel {
      guard label.span.file == file, let source = source(of: label.span.start) else {
        return label
      }
      return source.label(label.message)
    }
    return diagnostics.map { diagnostic in
      var told = Diagnostic(
        diagnostic.code, severity: diagnostic.severity, at: diagnostic.primary.span,
        diagnostic.message, secondary: diagnostic.secondary.map(translated),
        expected: diagnostic.expected,
        help: TracedText.help(diagnostic.code) ?? diagnostic.help)
      told.primary = translated(diagnostic.primary)
      return told
    }
  }

  /// What to do in a form where a file's help would speak of keys.
  private static func help(_ code: DiagnosticCode) -> Wording? {
    if code == .missingKey {
      return Wording(
        vi: "điền ô còn trống ở dòng này", en: "fill in the blank cell of this row")
    }
    if code == .missingInput {
      return Wording(
        vi: "điền số liệu còn thiếu của mục; khi còn thiếu thì chưa tính được điểm",
        en: "fill in what the item lacks; until then it has no points")
    }
    guard code == .unknownEvidence else { return nil }
    return Wording(
      vi: "ghi tài liệu vào trang “\(FormSheet.shelf.title)”, hoặc sửa mã ở đây",
      en: "add the document to the sheet “\(FormSheet.shelf.title)”, or correct its id here")
  }
}

/// Scalars of YAML, safe in flow context: plain where nothing can be misread, else in quotes.
enum FlowScalar {
  private static let words: Set<String> = [
    "yes", "no", "true", "false", "null", "on", "off", "none", "có", "không",
  ]

  static func text(_ value: String) -> String {
    guard let first = value.first, first.isLetter || first.isNumber, value.last != " ",
      !words.contains(value.lowercased()),
      value.allSatisfy({ $0.isLetter || $0.isNumber || " -_/.()".contains($0) })
    else {
      var json = JSONWriter(indented: false)
      json.string(value)
      return json.text
    }
    return value
  }
}
