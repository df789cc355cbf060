package import Grading

/// One thing that an exclusion or a list asks of a dossier; all that it asks must hold.
///
/// The closed set of predicates of `dossier-rules.yaml`; the names in backquotes are its keys.
package enum DossierCondition: Hashable, Sendable {
  /// `received_before_window`: received before the first day that counts.
  case receivedBeforeWindow
  /// `received_after_window`: received after the last day that counts.
  case receivedAfterWindow
  /// `received_before: DAY`: before the day begins.
  case receivedBefore(CalendarDay)
  /// `received_from: DAY`: on the day or later.
  case receivedFrom(CalendarDay)
  /// `late`: finished after the bound of its due date, or not.
  case late(Bool)
  /// `overdue`: still open at the end of the window, its due date past, or not.
  case overdue(Bool)
  /// `domain`: one of these domains, as the export writes them.
  case domains(Set<String>)
  /// `procedures`: the procedure is in a named subset of the rules.
  case procedures(subset: String)
  /// `unit_types`: the unit is of one of these kinds.
  case unitTypes(Set<String>)
  /// `units`: one of these units.
  case units(Set<String>)
  /// `channels`: handed in through one of these.
  case channels(Set<DossierChannel>)
  /// `sources`: recorded by one of these systems.
  case sources(Set<String>)
  /// `statuses`: one of these states, as the export writes them.
  case statuses(Set<String>)
  /// `on_outage_day`: the step before the return falls on a day with an outage.
  case onOutageDay(StepMoment)
  /// `outage_share_at_least`: outages take this share, or more, of the time it is measured against.
  case outageShare(atLeast: Exact, of: OutageBase)
  /// `explained`: the unit's explanation was decided so.
  case explained(ExplanationDecision)
  /// `causes`: the explanation names one of these causes.
  case causes(Set<String>)
  /// `linked_agency_late`: a coordinating agency is recorded as late, or not.
  case linkedAgencyLate(Bool)
  /// `without_due_date`: the record has no due date, or it has one.
  case withoutDueDate(Bool)
  /// `turned_late_from: DAY`: the bound of its due date ended on this day or later.
  case turnedLateFrom(CalendarDay)
}

/// Which moment of the step before "waiting for return" is looked at; the 2019 letter ("do đến bước
/// trước bước chờ giao trả rơi vào ngày hệ thống bị nghẽn, lỗi") reads both ways.
package enum StepMoment: String, CaseIterable, Hashable, Sendable {
  /// The day on which the step was done and the result ready.
  case finished
  /// The day on which the dossier came to that step; needs a step log.
  case reached
}

/// What the minutes of outages are divided by ("tổng thời gian giải quyết thủ tục hành chính").
package enum OutageBase: String, CaseIterable, Hashable, Sendable {
  /// From receipt to the finish, as time passes.
  case elapsed
  /// From receipt to the finish, within office hours.
  case working
  /// From receipt to the due date: the term that was set.
  case term
}

/// How a dossier was handed in.
package enum DossierChannel: String, CaseIterable, Hashable, Sendable {
  case online
  case direct
  case post
}

/// What was decided on a unit's explanation of a late dossier.
package enum ExplanationDecision: String, CaseIterable, Hashable, Sendable {
  case accepted
  case refused
  /// Handed in, not decided.
  case pending
}
