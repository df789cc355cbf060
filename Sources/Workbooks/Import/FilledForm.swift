internal import Diagnostics
internal import Grading
internal import Spreadsheets

/// What stands in a form: the texts of the unit's two files, each part with its cell.
struct FilledForm {
  var assessment = TracedText()
  var shelf = TracedText()
}

/// A citation as it was typed.
struct TypedCitation {
  let id: String
  let section: String?
  let pages: String?
  let source: CellSource
}

/// A value as files write it, with its cell.
struct TypedValue {
  let text: String
  let source: CellSource
}

/// All that was typed for one item.
struct TypedAnswer {
  /// The item's own row.
  var head: CellSource?
  var inputs: [(name: String, value: TypedValue)] = []
  var points: TypedValue?
  var notApplicable: TypedValue?
  var note: TypedValue?
  var citations: [TypedCitation] = []

  var isEmpty: Bool {
    inputs.isEmpty && points == nil && notApplicable == nil && note == nil && citations.isEmpty
  }
}
