internal import Grading
internal import Synchronization

/// All that is laid out of a round before any unit is read or scored; the same for every reading of
/// it.
final class ReadingTables: Sendable {
  /// By set.
  let submissions: [SubmissionTables]
  let scorers: [ItemScorer]
  let figures: [FigureFiller]
  /// By block.
  let conditionFigures: [FigureFiller]

  init(_ setting: RoundSetting) {
    let plan = setting.plan
    submissions = setting.sets.map {
      SubmissionTables(roundID: plan.id, plan: plan, set: $0)
    }
    scorers = setting.sets.map { ItemScorer(set: $0, plan: plan) }
    figures = setting.sets.map { FigureFiller($0.figures, plan: plan) }
    conditionFigures = plan.blocks.map { FigureFiller($0.conditionFigures, plan: plan) }
  }
}

/// The tables of a round that is read again and again, unit by unit: made when first asked for.
final class KeptTables: Sendable {
  private let kept = Mutex<ReadingTables?>(nil)

  /// - Parameter setting: the same every time.
  func tables(_ setting: RoundSetting) -> ReadingTables {
    kept.withLock { kept in
      if let kept { return kept }
      let made = ReadingTables(setting)
      kept = made
      return made
    }
  }
}
