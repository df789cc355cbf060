package import Diagnostics
internal import EventLog
package import Grading
internal import Procedure

extension LoadedRound {
  /// Which events of the round's log break its rules of procedure: however they came there.
  ///
  /// How far an item moves within a stage is taken from the whole stage, as it stands now.
  /// - Parameter round: the round, computed.
  package func procedureProblems(_ round: Round) -> [Diagnostic] {
    guard let log, let events = try? log.events(after: 0) else { return [] }
    let context = ProposalContext(round) { round.units[$0].sheets[$1] }
    var whole = ProcedureState()
    var states: [String: ProcedureState] = [:]
    var problems: [Diagnostic] = []
    for event in events {
      let place = SourcePosition(line: event.sequence, column: 1)
      let span = SourceSpan(file: log.file, start: place, end: place)
      let state = event.content.unit.map { states[$0] ?? whole } ?? whole
      problems += setting.procedure.refusals(of: context.proposed(event.content), after: state)
        .map { $0.diagnostic(at: span, setting.procedure) }
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
