package import Diagnostics
package import EventLog
package import Grading
package import Procedure

/// Holds events that are about to be recorded against the round's rules of procedure, as the log
/// stands in that moment.
package struct ProcedureGate: Sendable {
  private let loaded: LoadedRound
  private let round: Round
  private let proposed: [ProposedEvent]
  /// What keys of the events are called where somebody types them, for refusals to name.
  package var options: [EventKey: String] = [:]

  /// - Parameters:
  ///   - loaded: the round without the events, as it was read.
  ///   - round: the same, computed.
  ///   - trial: the round with them; nil: they cannot be read, so that nobody knows what they move.
  package init(
    _ loaded: LoadedRound, _ round: Round, _ contents: [EventContent], _ trial: RoundTrial?
  ) {
    self.loaded = loaded
    self.round = round
    let context = ProposalContext(round) {
      trial?.sheet(of: $0, layer: $1) ?? round.units[$0].sheets[$1]
    }
    proposed = contents.map { content in
      var event = context.proposed(content)
      event.isMeasured = trial != nil
      return event
    }
  }

  /// - Parameters:
  ///   - content: an event about the whole round.
  ///   - moved: the units whose results it moves.
  package init(
    _ loaded: LoadedRound, _ round: Round, _ content: EventContent, moving moved: [String]
  ) {
    self.loaded = loaded
    self.round = round
    var event = ProposalContext(round) { round.units[$0].sheets[$1] }.proposed(content)
    event.moved = moved
    proposed = [event]
  }

  /// Why the events may not be written next, as errors, and what they fall short of all the same;
  /// empty when nothing is to be told.
  package func problems(_ log: LogState) -> [Diagnostic] {
    guard let own = loaded.log else { return [] }
    let units = Set(proposed.compactMap { $0.unit?.id }).sorted()
    let concerning = newer(log, since: own.count).first {
      $0.content.unit.map { units.isEmpty || units.contains($0) } ?? true
    }
    if let concerning { return [.recordedMeanwhile(concerning, own.file)] }
    let unrecorded = loaded.unrecordedChanges(before: proposed.map(\.content.kind))
    guard unrecorded.isEmpty else { return unrecorded }
    let span = SourceSpan(whole: own.file)
    let rules = loaded.setting.procedure
    return judgements(log).flatMap { judgement in
      judgement.refusals.map { $0.diagnostic(at: span, rules, options: options) }
        + judgement.remarks.map { $0.diagnostic(at: span, rules, options: options) }
    }
  }

  /// The rules that the events break.
  ///
  /// Each is asked about as if those before it were there.
  package func refusals(_ log: LogState) -> [ProcedureRefusal] {
    refusalsOfEach(log).flatMap(\.self)
  }

  /// The rules that each of the events breaks, in their order.
  package func refusalsOfEach(_ log: LogState) -> [[ProcedureRefusal]] {
    judgements(log).map(\.refusals)
  }

  /// What the rules say of one event.
  private struct Judgement {
    var refusals: [ProcedureRefusal] = []
    var remarks: [ProcedureRemark] = []
  }

  private func judgements(_ log: LogState) -> [Judgement] {
    guard let own = loaded.log else { return proposed.map { _ in Judgement() } }
    let times =
      [own.latest].compactMap(\.self)
      + newer(log, since: own.count).map(\.content.time)
    let rules = loaded.setting.procedure
    var judgements: [Judgement] = []
    var states: [String?: ProcedureState] = [:]
    for (place, event) in proposed.enumerated() {
      let unit = event.unit?.id
      var state = states[unit] ?? state(of: unit, event.content.kind, log)
      for time in times + proposed.prefix(place).map(\.content.time) { state.see(time) }
      judgements.append(
        Judgement(
          refusals: rules.refusals(of: event, after: state),
          remarks: rules.remarks(of: event, after: state)))
      // Those that follow see it, whichever unit they are about.
      let written = RoundEvent(
        sequence: log.count + 1 + place, previous: nil, content: event.content)
      states[unit] = state
      for key in states.keys where key == unit || unit == nil { states[key]?.take(written) }
    }
    return judgements
  }

  /// Events that were not there when the round was read: of one about the same units, or the whole
  /// round, what was shown may no longer be so.
  private func newer(_ log: LogState, since count: Int) -> [RoundEvent] {
    guard log.count > count else { return [] }
    // What the log refuses to give makes the writer refuse.
    return ((count + 1)...log.count).compactMap { log.event($0) }
  }

  private func state(of unit: String?, _ kind: EventKind, _ log: LogState) -> ProcedureState {
    var events = log.events(of: nil)
    if let unit { events += log.events(of: unit) }
    switch kind {
    case .locked, .publication, .replaced:
      // A lock of one unit stands in the way of the whole.
      for other in loaded.setting.members where other.unit.id != unit {
        events += log.events(of: other.unit.id).filter {
          $0.content.kind == .locked || $0.content.kind == .unlocked
        }
      }
    case .opened, .submitted, .corrected, .appraised, .explanationRequested, .explained, .agenda,
      .met, .decided, .unlocked, .reconsiderationAsked, .reconsiderationAnswered, .amended:
      break
    }
    var state = ProcedureState()
    for event in events.sorted(by: { $0.sequence < $1.sequence }) { state.take(event) }
    return state
  }
}

extension Diagnostic {
  /// Somebody else recorded something about the same units after the round was read.
  fileprivate static func recordedMeanwhile(_ event: RoundEvent, _ log: SourceFile) -> Diagnostic {
    let place = SourcePosition(line: event.sequence, column: 1)
    return Diagnostic(
      .recordedMeanwhile, at: SourceSpan(file: log, start: place, end: place),
      Wording(
        vi: "sự kiện \(event.sequence) vừa được ghi sau khi đọc kỳ đánh giá",
        en: "event \(event.sequence) was recorded after the round was read"),
      help: Wording(
        vi: "xem sự kiện đó rồi chạy lại lệnh này", en: "look at it, then run this again"))
  }
}
