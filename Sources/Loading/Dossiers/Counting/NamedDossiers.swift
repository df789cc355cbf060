internal import Diagnostics
internal import DossierCounting

/// The dossiers that explanations and corrections name: each should stand in an export.
struct NamedDossiers {
  private let explanations: [DossierExplanation]
  private let corrections: [DossierCorrection]

  init(_ records: CaseRecords) {
    explanations = records.explanations
    corrections = records.corrections
  }

  var ids: [String] { explanations.map(\.dossier) + corrections.map(\.dossier) }

  /// One for each of the two tables at most.
  /// - Parameter absent: places in `ids`, in order.
  func problems(absent: [Int]) -> [Diagnostic] {
    var (explained, corrected) = (NamedRows(), NamedRows())
    for place in absent {
      if place < explanations.count {
        explained.add(explanations[place].dossier, explanations[place].span)
      } else {
        let correction = corrections[place - explanations.count]
        corrected.add(correction.dossier, correction.span)
      }
    }
    return [
      Diagnostic.notInRecords(explained, Wording(vi: "giải trình", en: "explanation")),
      Diagnostic.notInRecords(corrected, Wording(vi: "đính chính", en: "correction")),
    ].compactMap(\.self)
  }
}

extension Diagnostic {
  fileprivate static func notInRecords(_ rows: NamedRows, _ what: Wording) -> Diagnostic? {
    guard let first = rows.first else { return nil }
    let verb = rows.count == 1 ? " names a dossier" : "s name dossiers"
    return Diagnostic(
      .unknownName, severity: .warning, at: first,
      Wording(
        vi:
          "\(rows.count) \(what.vietnamese) nêu hồ sơ không có trong tệp xuất nào: \(rows.list("dòng"))",
        en:
          "\(rows.count) \(what.english)\(verb) that no export has: \(rows.list("line"))"),
      help: Wording(
        vi: "ghi mã hồ sơ đúng như trong tệp xuất", en: "write the id as the export has it"))
  }
}
