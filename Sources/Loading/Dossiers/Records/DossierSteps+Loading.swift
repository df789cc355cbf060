internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Reads a step log: when dossiers came to a step and left it.
/// - Parameter beforeReturn: names of steps behind which a dossier only waits to be handed over,
///   beside the rows that say so themselves.
func loadDossierSteps(
  _ table: inout SideTable<StepColumn>, beforeReturn: [PlacedName],
  into problems: DiagnosticCollector
) -> [DossierStep] {
  let named = Set(beforeReturn.map { UnitNames.folded($0.name) })
  var foldedNames: [String: String] = [:]
  var steps: [DossierStep] = []
  for row in table.table.rows {
    let dossier = table.required(.dossier, row)
    let step = table.required(.step, row)
    let reached = table.moment(.reached, row, isRequired: true)
    let due = table.moment(.due, row)
    let forwarded = table.moment(.forwarded, row)
    let isBeforeReturn = table.yesNo(.isBeforeReturn, row) ?? false
    guard let dossier, let step, let reached else { continue }
    let start = LocalMinute(startOf: reached)
    let end = forwarded.map(LocalMinute.init(lastOf:))
    if let end, end < start, let cell = table.cell(.forwarded, row) {
      table.problems.add { .forwardedBeforeReached(start, end, at: cell.span) }
    }
    let name = step.text
    let folded = foldedNames[name] ?? UnitNames.folded(name)
    foldedNames[name] = folded
    steps.append(
      DossierStep(
        dossier: dossier.text, step: name, agency: table.text(.agency, row), reached: start,
        due: due.map(LocalMinute.init(lastOf:)), forwarded: end,
        isBeforeReturn: isBeforeReturn || named.contains(folded)))
  }
  let known = Set(foldedNames.values)
  for step in beforeReturn where !known.contains(UnitNames.folded(step.name)) {
    problems.add(.unknownStep(step.name, known: foldedNames.keys.sorted(), at: step.span))
  }
  if !steps.isEmpty, !steps.contains(where: \.isBeforeReturn), beforeReturn.isEmpty {
    problems.add(
      .noStepBeforeReturn(at: table.table.header.first?.span ?? table.table.rows[0].span))
  }
  return steps
}
