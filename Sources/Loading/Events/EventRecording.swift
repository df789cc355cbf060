package import Diagnostics
package import EventLog
package import Grading
package import Procedure

/// Events that somebody wants to record: what they would do, whether the rules of procedure allow
/// them, and the recording itself.
///
/// The command line and the web application record through it, so that both show and refuse the
/// same.
package struct EventRecording: Sendable {
  package let contents: [EventContent]
  /// Everything that reading them finds.
  package let diagnostics: [Diagnostic]
  /// Of each what it puts before the council, tried alone; nil: nothing that could be decided.
  package let followed: [FollowedProposal?]
  private let loaded: LoadedRound
  private let round: Round
  private let trial: RoundTrial
  package let gate: ProcedureGate

  /// - Parameters:
  ///   - loaded: the round without the events, as it was read.
  ///   - round: the same, computed.
  package init(_ loaded: LoadedRound, _ round: Round, _ contents: [EventContent]) {
    self.contents = contents
    self.loaded = loaded
    self.round = round
    let proposal = loaded.proposing(contents)
    followed = contents.map { FollowedProposal($0, loaded, round) }
    diagnostics = proposal.diagnostics + followed.flatMap { $0?.faults ?? [] }
    trial = round.trying(proposal.records)
    let isSound = diagnostics.allSatisfy { $0.severity != .error }
    gate = ProcedureGate(loaded, round, contents, isSound ? trial : nil)
  }

  /// Why they cannot stand as they are written: what reading them would find, and what keeps the
  /// council from deciding what is put before it.
  package var faults: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// How many events the round's log had when it was read.
  package var knownEvents: Int? { loaded.log?.count }

  /// What would be another, or is once they are written.
  /// - Parameter isTrial: whether nothing is written.
  package func difference(isTrial: Bool) -> RoundDifference {
    trial.difference(
      after: EventRecording.happened(contents, in: loaded, isTrial: isTrial))
  }

  /// What events move by themselves, numbered as they would be written.
  package static func happened(
    _ contents: [EventContent], in loaded: LoadedRound, isTrial: Bool
  ) -> [DifferenceEvent] {
    let known = loaded.log?.count ?? 0
    return contents.enumerated().compactMap { place, content in
      DifferenceEvent(content, number: isTrial ? nil : known + 1 + place)
    }
  }

  /// Why they may not be written next, as the log stood when the round was read.
  package var problems: [Diagnostic] { loaded.log.map { gate.problems($0.state) } ?? [] }

  /// The rules that they break, as the log stood when the round was read.
  package var refusals: [ProcedureRefusal] { loaded.log.map { gate.refusals($0.state) } ?? [] }

  /// The same for each of them alone, in their order.
  package var refusalsOfEach: [[ProcedureRefusal]] {
    loaded.log.map { gate.refusalsOfEach($0.state) } ?? contents.map { _ in [] }
  }

  /// Why each of them cannot stand as it is written, in their order.
  package var faultsOfEach: [[Diagnostic]] {
    let known = loaded.log?.count ?? 0
    let ofProposals = followed.flatMap { $0?.faults ?? [] }
    let own = faults.dropLast(ofProposals.count)
    return followed.enumerated().map { place, followed in
      own.filter { Int($0.primary.span.start.line) == known + 1 + place } + (followed?.faults ?? [])
    }
  }

  /// Adds all of them to the round's log, or none.
  package func append() throws(LogFailure) -> AppendedEvents {
    try LogWriter(folder: round.plan.folder, round: round.plan.id)
      .append(contents, checking: gate.problems)
  }
}

extension LogFailure {
  /// Whether a rule forbids it, files were changed in silence, or somebody was faster; otherwise the
  /// log cannot be written to.
  package var isForbidden: Bool {
    diagnostics.contains {
      $0.code == .procedureRefused || $0.code == .recordedMeanwhile || $0.code == .fileChangedSince
    }
  }
}

extension [Stage] {
  /// The stage of such kinds to which an event of a moment belongs: the first that is not over, or
  /// the last.
  package func current(_ kinds: [Stage.Kind], at time: EventTime) -> Stage? {
    let own = filter { kinds.contains($0.kind) }
    let open = own.first { stage in
      stage.deadline.map { time <= EventTime(endOf: $0) } ?? true
    }
    return open ?? own.last
  }
}
