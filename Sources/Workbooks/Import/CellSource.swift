internal import Diagnostics
internal import Spreadsheets

/// The cell that something was taken from.
struct CellSource: Hashable {
  let file: String
  let sheet: String
  let address: CellAddress
  /// What stands in it.
  let shown: String

  var label: SourceLabel { label(nil) }

  func label(_ message: Wording?) -> SourceLabel {
    SourceLabel(span, message, excerpt: shown)
  }

  var span: SourceSpan {
    SourceSpan(
      file: SourceFile(path: file, sheet: sheet),
      start: SourcePosition(line: address.row + 1, column: address.column + 1),
      end: SourcePosition(line: address.row + 1, column: address.column + 2))
  }
}
