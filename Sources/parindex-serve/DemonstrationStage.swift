import EventLog
import Grading
import Loading

/// Where in a round a demonstration begins; raw values stand on the command line.
enum DemonstrationStage: String, CaseIterable {
  case dossiers
  case claim
  case appraisal
  case explanation
  case council

  /// A morning in the stage; nil: the round has none, or it has no end.
  func moment(in round: LoadedRound) -> EventTime? {
    guard let day = day(in: round) else { return nil }
    return EventTime(day, hour: 8, minute: 0, second: 0)
  }

  private func day(in round: LoadedRound) -> CalendarDay? {
    let stages = round.setting.plan.stages
    switch self {
    case .dossiers:
      guard round.setting.recordsFile != nil else { return nil }
      return round.setting.plan.calendar.deadlines[RoundCalendar.dossierExplanations]?.day.adding(
        days: -2)
    case .claim:
      return stages.first { $0.kind == .claim }?.deadline?.day.adding(days: -5)
    case .appraisal:
      guard let stage = stages.first(where: { $0.kind == .appraisal }) else { return nil }
      // Where units were asked something, the morning after.
      let events = (try? round.log?.events(after: 0)) ?? []
      let asked = events.last {
        $0.content.kind == .explanationRequested && $0.content.stage == stage.id
      }
      return asked?.content.time.day.adding(days: 1) ?? stage.deadline?.day.adding(days: -3)
    case .explanation: return stages.first { $0.kind == .explanation }?.opens?.day
    case .council: return stages.first { $0.kind == .council }?.deadline?.day
    }
  }
}
