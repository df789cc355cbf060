package import Diagnostics
package import EventLog
package import Grading

/// How an event falls short of a rule of procedure that does not refuse it, since that would hurt
/// somebody else than whoever is late.
package enum ProcedureRemark: Hashable, Sendable {
  /// A request for reconsideration waited longer for its answer than the round allows.
  ///
  /// A time is the log's latest one, where it counts instead of the event's own.
  case answeredLate(Int, lastDay: CalendarDay, EventTime?)
}

extension ProcedureRules {
  /// What is to be told of an event that is written next.
  package func remarks(
    of event: ProposedEvent, after state: ProcedureState
  ) -> [ProcedureRemark] {
    ProcedureCheck(rules: self, state: state, event: event).remarks
  }
}

extension ProcedureCheck {
  fileprivate var remarks: [ProcedureRemark] {
    guard content.kind == .reconsiderationAnswered, let number = content.answers,
      let asked = state.reconsiderations[number], asked.unit == content.unit,
      asked.closedBy == nil, let last = rules.lastDayToAnswer(askedOn: asked.day), last < time.day
    else { return [] }
    return [.answeredLate(number, lastDay: last, logTime)]
  }
}

extension ProcedureRemark {
  /// The rule that was not kept.
  package var rule: ProcedureRule { sentences.rule }

  /// The remark as people read it; see `ProcedureRefusal.diagnostic`.
  package func diagnostic(
    at span: SourceSpan, _ rules: ProcedureRules, options: [EventKey: String] = [:]
  ) -> Diagnostic {
    switch self {
    case .answeredLate: sentences.diagnostic(.answeredLate, at: span, rules, options)
    }
  }

  private var sentences: ProcedureSentences {
    switch self {
    case .answeredLate(let number, let last, let logTime):
      ProcedureSentences(
        rule: .reconsideredInTime, key: "procedure.reconsideration", field: .text,
        message: Wording(
          vi: "trả lời muộn kiến nghị \(number): hạn trả lời là hết ngày \(last.vietnameseText)",
          en: "the request of event \(number) was to be answered by \(last.isoText)"
        ).heldAgainst(logTime),
        move: Wording(
          vi: "vẫn ghi để đơn vị có câu trả lời; Hội đồng thẩm định nêu vì sao muộn",
          en: "it is recorded, for the unit to have its answer; the council says why it is late"))
    }
  }
}
