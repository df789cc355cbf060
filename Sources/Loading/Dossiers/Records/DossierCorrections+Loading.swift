internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Reads recorded changes of dossiers' finishes; a dossier has at most one.
///
/// One that names no evidence is not applied: its dossier counts as recorded. Whether a finish is
/// moved later than the export has it is not known here.
func loadDossierCorrections(_ table: inout SideTable<CorrectionColumn>) -> [DossierCorrection] {
  var corrections: [DossierCorrection] = []
  var first: [String: CSVCell] = [:]
  for row in table.table.rows {
    let dossier = table.required(.dossier, row)
    let finished = table.moment(.finished, row, isRequired: true)
    let reason = table.required(.reason, row)
    let decidedBy = table.required(.decidedBy, row)
    let decidedOn = table.moment(.decidedOn, row, isRequired: true)
    if let dossier {
      if let earlier = first[dossier.text] {
        table.problems.add { .correctedAgain(dossier.text, at: dossier.span, first: earlier.span) }
        continue
      }
      first[dossier.text] = dossier
    }
    guard let dossier, let finished, let reason, let decidedBy, let decidedOn else { continue }
    if table.cell(.evidence, row) == nil {
      table.problems.add { .correctionWithoutEvidence(dossier.text, at: dossier.span) }
    }
    if decidedOn.day < finished.day, let cell = table.cell(.decidedOn, row) {
      table.problems.add { .decidedBeforeFinish(decidedOn.day, finished.day, at: cell.span) }
    }
    corrections.append(
      DossierCorrection(
        dossier: dossier.text, finished: LocalMinute(lastOf: finished), reason: reason.text,
        evidence: table.text(.evidence, row), decidedBy: decidedBy.text, decidedOn: decidedOn.day,
        span: row.span))
  }
  return corrections
}
