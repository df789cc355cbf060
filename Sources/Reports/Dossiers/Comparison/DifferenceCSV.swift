package import Diagnostics
package import DossierCounting

/// Every difference of a comparison as rows of a CSV that a spreadsheet opens right.
///
/// One row for each field or decision that differs, one for a dossier that only one side has. Column
/// names and words are those of the ledger, whatever the language; only the separator follows it.
package struct DifferenceCSV {
  private let language: Language

  package init(_ language: Language) { self.language = language }

  /// The byte-order mark and the header.
  package var head: [UInt8] {
    var csv = CSVText(language)
    csv.row([
      "difference", "dossier", "unit", "field", "a", "b", "signs", "file_a", "line_a", "file_b",
      "line_b",
    ])
    return csv.bytes
  }

  package func rows(_ difference: RecordDifference) -> [UInt8] {
    var csv = CSVText(language, isWhole: false)
    let (a, b) = (difference.a, difference.b)
    func row(_ kind: String, _ field: String = "", _ before: String = "", _ after: String = "") {
      csv.row(
        [kind, difference.dossier, difference.unit, field, before, after]
          + [difference.signs.map(\.rawValue).joined(separator: " ")]
          + place(a) + place(b))
    }
    guard let a, let b else {
      row(
        a == nil ? "only_in_b" : "only_in_a", "decision", word(a?.decision), word(b?.decision))
      return csv.bytes
    }
    for field in difference.fields {
      row("changed", field.rawValue, a.written[field] ?? "", b.written[field] ?? "")
    }
    if difference.isDecidedOtherwise {
      row("changed", "decision", word(a.decision), word(b.decision))
    }
    return csv.bytes
  }

  private func place(_ record: ComparedRecord?) -> [String] {
    record.map { [$0.file, "\($0.line)"] } ?? ["", ""]
  }

  private func word(_ decision: RecordDecision?) -> String { decision?.word ?? "" }
}

extension RecordDecision {
  /// `late`, `excluded outage-quarter`, `on_due_day apology`, `unreadable bad_due_date`.
  var word: String {
    ([outcome.word] + [exclusion, reason.map { "\($0.word)" }].compactMap { $0 })
      .joined(separator: " ")
  }
}
