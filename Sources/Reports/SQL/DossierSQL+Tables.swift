internal import DossierCounting
internal import Grading

/// What stands beside the records, as tables of literals: only what the rules ask for.
extension DossierSQL {
  var tables: [SQLStep] {
    var steps = [unitTable]
    if asksExplanations, !records.explanations.isEmpty { steps.append(explanationTable) }
    if !records.corrections.isEmpty { steps.append(correctionTable) }
    if asksSteps, !reachedDays.isEmpty { steps.append(stepTable) }
    return steps
  }

  /// How many literals stand in the tables.
  var literals: Int {
    unitNames.count * 3 + (asksExplanations ? records.explanations.count * 3 : 0)
      + records.corrections.count * 3 + (asksSteps ? reachedDays.count * 3 : 0)
  }

  var asksExplanations: Bool {
    conditions.contains {
      switch $0 {
      case .explained, .causes: true
      default: false
      }
    }
  }

  var asksSteps: Bool { conditions.contains(.onOutageDay(.reached)) }

  /// Every way a unit may be written; ids and codes come before names, which two units may share.
  private var unitNames: [(written: String, unit: Unit)] {
    let all =
      units.flatMap { unit in ([unit.id] + unit.codes).map { (written: $0, unit: unit) } }
      + units.flatMap { unit in ([unit.name] + unit.aliases).map { (written: $0, unit: unit) } }
    var seen: Set<[UInt8]> = []
    return all.filter { !$0.written.isEmpty && seen.insert(Array($0.written.utf8)).inserted }
  }

  private var unitTable: SQLStep {
    SQLStep(
      name: "units",
      query: speech.table(
        [.text("written"), .text("unit_id"), .text("unit_type")],
        rows: unitNames.map {
          [speech.text($0.written), speech.text($0.unit.id), speech.text($0.unit.type)]
        }))
  }

  /// The decision that counts: what is handed in too late or for a cause that is not considered is
  /// refused.
  private var explanationTable: SQLStep {
    let rows = first(records.explanations, by: \.dossier).map { explanation in
      let effect = rules.effect(of: explanation)
      return [
        speech.text(explanation.dossier), speech.text(effect.decision.rawValue),
        speech.text(effect.cause.map { rules.causes[$0].id } ?? ""),
      ]
    }
    return SQLStep(
      name: "explanations",
      query: speech.table([.text("dossier"), .text("decision"), .text("cause")], rows: rows))
  }

  private var correctionTable: SQLStep {
    SQLStep(
      name: "corrections",
      query: speech.table(
        [.text("dossier"), .number("corrected_at"), .number("has_correction")],
        rows: first(records.corrections, by: \.dossier).map {
          [speech.text($0.dossier), "\($0.finished.number)", "1"]
        }))
  }

  private var stepTable: SQLStep {
    SQLStep(
      name: "steps",
      query: speech.table(
        [.text("dossier"), .number("reached_day"), .number("has_step")],
        rows: reachedDays.map { [speech.text($0.dossier), "\($0.day)", "1"] }))
  }

  /// The first minute of the day on which each dossier last came to the step before the return.
  var reachedDays: [(dossier: String, day: Int32)] {
    var last: [String: LocalMinute] = [:]
    for step in records.steps where step.isBeforeReturn {
      last[step.dossier] = max(last[step.dossier] ?? step.reached, step.reached)
    }
    return last.sorted { $0.key < $1.key }
      .map { ($0.key, LocalMinute(startOf: $0.value.day).number) }
  }

  /// Of values with one id the first, as the engine takes it.
  private func first<Value>(_ values: [Value], by id: (Value) -> String) -> [Value] {
    var seen: Set<[UInt8]> = []
    return values.filter { seen.insert(Array(id($0).utf8)).inserted }
  }
}
