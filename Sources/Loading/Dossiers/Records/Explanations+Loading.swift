internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Reads what units say of their late dossiers, and what was decided.
func loadExplanations(_ table: inout SideTable<ExplanationColumn>) -> [DossierExplanation] {
  let rows = table.table.rows
  var explanations: [DossierExplanation] = []
  explanations.reserveCapacity(rows.count)
  for row in rows {
    let dossier = table.required(.dossier, row)
    let handedIn = table.moment(.handedIn, row).map(LocalMinute.init(startOf:))
    let decision = decision(row, &table)
    let decidedBy = table.text(.decidedBy, row)
    guard let dossier, let decision else { continue }
    if decision != .pending, decidedBy == nil {
      let place = table.cell(.decision, row)?.span ?? row.span
      table.problems.add { .decidedByNobody(dossier.text, at: place) }
    }
    explanations.append(
      DossierExplanation(
        dossier: dossier.text, cause: table.text(.cause, row), handedIn: handedIn,
        decision: decision, decidedBy: decidedBy, evidence: table.text(.evidence, row),
        span: row.span))
  }
  return explanations
}

/// Pending without a word; nil, with a diagnostic, for a word that is none of the three.
private func decision(_ row: CSVRow, _ table: inout SideTable<ExplanationColumn>)
  -> ExplanationDecision?
{
  guard let cell = table.cell(.decision, row) else { return .pending }
  let text = cell.text
  if let decision = ExplanationDecision(rawValue: text) { return decision }
  if let decision = ExplanationDecision(rawValue: text.lowercased()) { return decision }
  if let decision = decisionWords[UnitNames.folded(text)] { return decision }
  table.problems.add { .badDecision(text, at: cell.span) }
  return nil
}

/// How Vietnamese offices write the three decisions.
private let decisionWords: [String: ExplanationDecision] = {
  let words: [(String, ExplanationDecision)] = [
    ("chấp nhận", .accepted), ("được chấp nhận", .accepted), ("không chấp nhận", .refused),
    ("không xem xét", .refused), ("từ chối", .refused), ("chưa xem xét", .pending),
    ("đang xem xét", .pending), ("chờ xem xét", .pending),
  ]
  return Dictionary(
    words.map { (UnitNames.folded($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
}()
