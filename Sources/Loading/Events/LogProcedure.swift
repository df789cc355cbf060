package import Diagnostics
internal import EventLog
package import Grading
internal import Procedure

extension LoadedRound {
  /// Which events of the round's log break its rules of procedure, or fall short of one: however
  /// they came there.
  ///
  /// Each is judged by what stood there just before it.
  /// - Parameter round: the round, computed.
  package func procedureProblems(_ round: Round) -> [Diagnostic] {
    guard let log, let events = try? log.events(after: 0) else { return [] }
    var replay = RoundReplay(self, round, events)
    var whole = ProcedureState()
    var states: [String: ProcedureState] = [:]
    var latest: EventTime?
    var problems: [Diagnostic] = []
    for event in events {
      let place = SourcePosition(line: event.sequence, column: 1)
      let span = SourceSpan(file: log.file, start: place, end: place)
      var state = event.content.unit.map { states[$0] ?? whole } ?? whole
      if let latest { state.see(latest) }
      let (rules, proposed) = (setting.procedure, replay.proposed(event))
      problems += rules.refusals(of: proposed, after: state)
        .map { $0.diagnostic(at: span, rules) }
      problems += rules.remarks(of: proposed, after: state).map { $0.diagnostic(at: span, rules) }
      latest = max(latest ?? event.content.time, event.content.time)
      guard let unit = event.content.unit else {
        whole.take(event)
        for key in states.keys { states[key]?.take(event) }
        continue
      }
      states[unit] = state
      states[unit]?.take(event)
      // A lock of one unit stands in the way of the whole.
      if event.content.kind == .locked || event.content.kind == .unlocked { whole.take(event) }
    }
    return problems
  }
}
