internal import Diagnostics
internal import DossierCounting
internal import Grading

extension DossierCondition {
  /// Whether every dossier that meets this meets the other too; false when that is not certain.
  func implies(_ other: DossierCondition, window: MinuteSpan?) -> Bool {
    switch (self, other) {
    case (.domains(let own), .domains(let all)), (.unitTypes(let own), .unitTypes(let all)),
      (.units(let own), .units(let all)), (.sources(let own), .sources(let all)),
      (.statuses(let own), .statuses(let all)), (.causes(let own), .causes(let all)):
      own.isSubset(of: all)
    case (.channels(let own), .channels(let all)): own.isSubset(of: all)
    case (.outageShare(let share, let base), .outageShare(let least, let otherBase)):
      base == otherBase && share >= least
    case (.receivedBefore(let day), .receivedBefore(let bound)): day <= bound
    case (.receivedFrom(let day), .receivedFrom(let bound)),
      (.turnedLateFrom(let day), .turnedLateFrom(let bound)):
      day >= bound
    case (.receivedBefore(let day), .receivedBeforeWindow):
      window.map { LocalMinute(startOf: day) <= $0.start } ?? false
    case (.receivedBeforeWindow, .receivedBefore(let day)):
      window.map { LocalMinute(startOf: day) >= $0.start } ?? false
    case (.receivedFrom(let day), .receivedAfterWindow):
      window.map { LocalMinute(startOf: day) >= $0.end } ?? false
    case (.receivedAfterWindow, .receivedFrom(let day)):
      window.map { LocalMinute(startOf: day) <= $0.end } ?? false
    case (.late(true), .overdue(false)), (.overdue(true), .late(false)),
      (.late(true), .withoutDueDate(false)), (.overdue(true), .withoutDueDate(false)),
      (.withoutDueDate(true), .late(false)), (.withoutDueDate(true), .overdue(false)):
      true
    default: self == other
    }
  }
}

extension RulesBuilder {
  /// The first exclusion that applies decides, so one whose dossiers an earlier one takes all never
  /// applies; and taking dossiers out of the late count is nothing unless they are late.
  func checkOrder() {
    let (window, conflicts) = (hasWindow ? rules.window : nil, conflicts)
    for (index, placed) in exclusions.enumerated() {
      guard conflicts.found(in: placed.conditions) == nil else { continue }
      let earlier = exclusions[..<index].first { earlier in
        earlier.conditions.allSatisfy { asked in
          placed.conditions.contains { $0.condition.implies(asked.condition, window: window) }
        }
      }
      if let earlier {
        problems.add(
          .alwaysDecidedBefore(
            placed.exclusion.id, by: earlier.exclusion.id, at: placed.id, earlier: earlier.id))
      }
      let when = placed.exclusion.when
      let isLate =
        when.contains(.late(true)) || rules.lateIncludesOverdue && when.contains(.overdue(true))
      if placed.exclusion.from == .late, !isLate {
        problems.add(.lateWithoutCondition(placed.exclusion.id, at: placed.from))
      }
    }
  }

  /// Dossiers that turn late between the deadline of explanations and the end of the window cannot
  /// be explained in time; the author says what holds for them, from that very day on.
  func checkDeadline() {
    guard hasWindow, let until = rules.explanationsUntil,
      let explained = exclusions.lazy.flatMap(\.conditions).first(where: { placed in
        if case .explained = placed.condition { true } else { false }
      })
    else { return }
    let settled = (exclusions.flatMap(\.conditions) + lists.flatMap(\.conditions)).filter {
      placed in
      if case .turnedLateFrom = placed.condition { true } else { false }
    }
    if settled.isEmpty, until < rules.window.end {
      problems.add(.lateAfterDeadline(until.day, at: explained.span))
    }
    for placed in settled {
      // Of a day that it ends on, part is too late.
      guard case .turnedLateFrom(let day) = placed.condition, let next = day.adding(days: 1),
        LocalMinute(startOf: next) <= until
      else { continue }
      problems.add(.lateBeforeDeadline(day, until.day, at: placed.span))
    }
  }
}
