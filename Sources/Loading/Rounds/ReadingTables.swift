internal import Grading

/// All that is laid out of a round before any unit is read or scored; the same for every reading of
/// it.
final class ReadingTables: Sendable {
  /// By set.
  let submissions: [SubmissionTables]
  let figures: [FigureFiller]
  /// By block.
  let conditionFigures: [FigureFiller]

  init(_ setting: RoundSetting) {
    let plan = setting.plan
    submissions = setting.sets.map {
      SubmissionTables(roundID: plan.id, plan: plan, set: $0)
    }
    figures = setting.sets.map { FigureFiller($0.figures, plan: plan) }
    conditionFigures = plan.blocks.map { FigureFiller($0.conditionFigures, plan: plan) }
  }
}
