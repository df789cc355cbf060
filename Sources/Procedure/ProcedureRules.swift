package import Diagnostics
package import Grading

/// A ground of the round's closed list.
package struct Ground: Hashable, Sendable {
  package let id: String
  package let title: String

  package init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// Which part of the work some people do; nil: all of it.
package struct Assignment: Hashable, Sendable {
  package var people: Set<String>
  package var stages: Set<String>?
  /// Ids of areas, criteria or items.
  package var areas: Set<String>?
  package var blocks: Set<String>?

  package init(
    people: Set<String>, stages: Set<String>? = nil, areas: Set<String>? = nil,
    blocks: Set<String>? = nil
  ) {
    self.people = people
    self.stages = stages
    self.areas = areas
    self.blocks = blocks
  }
}

/// So many days after another one.
package struct DayLimit: Hashable, Sendable {
  package let days: Int
  /// Monday to Friday without the round's holidays; otherwise every day counts.
  package let isWorking: Bool

  package init(days: Int, isWorking: Bool) {
    self.days = days
    self.isWorking = isWorking
  }

  /// The last day that is in time.
  package func lastDay(after day: CalendarDay, holidays: Set<CalendarDay>) -> CalendarDay? {
    isWorking ? day.adding(workingDays: days, holidays: holidays) : day.adding(days: days)
  }
}

/// The rules of procedure of a round: who may do what, and when.
///
/// What a round does not say is nil or empty, and the rules that need it do not apply.
package struct ProcedureRules: Sendable {
  /// By id; nil: the round does not say who may act.
  package var people: [String: Person]?
  package var stages: [Stage] = []
  package var holidays: Set<CalendarDay> = []
  /// The round says what a lock does with items that are still open (SCORING 2).
  package var statesOpenAtPublication = true
  /// The closed list; nil: there is none.
  package var grounds: [Ground]?
  /// Points by which an item may move within an appraisal stage without a second approver.
  package var secondApprovalAbove: Exact?
  /// Units of the round that appraise items.
  package var offices: Set<String> = []
  /// Who appraises an office's items on the office's own sheet.
  package var standIns: [String: String] = [:]
  package var assignments: [Assignment] = []
  /// The council decides only what stands on its agenda; items that it scores itself excepted.
  package var requiresAgenda = false
  /// The share of its members in office without whom the council cannot decide.
  package var quorum: Exact?
  /// How long after publication a unit may ask for reconsideration.
  package var reconsideration: DayLimit?
  /// How long the council has to answer.
  package var answer: DayLimit?
  /// Where the round's files say it, by key: `procedure.quorum`, `stages.appraisal-1`.
  package var places: [String: SourceSpan] = [:]

  package init() {}

  /// The last day for the answer to what was asked on a day; nil: the round sets none.
  ///
  /// A late answer is not refused, since that would hurt whoever asked: see `ProcedureRemark`.
  package func lastDayToAnswer(askedOn day: CalendarDay) -> CalendarDay? {
    answer?.lastDay(after: day, holidays: holidays)
  }

  func stage(_ id: String) -> Stage? { stages.first { $0.id == id } }
}
