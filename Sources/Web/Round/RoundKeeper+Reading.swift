internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Synchronization

/// What follows from the round as it was read, once for each reading.
extension RoundKeeper {
  /// The digest of the result, as `parindex run` gives it.
  nonisolated func digest(of snapshot: RoundSnapshot) -> String {
    result.value(of: snapshot) { _ in
      FileAccess.digest(
        ResultJSON(snapshot.round).canonical { inParallel($0, threads: threads, $1) })
    }
  }

  /// What stands out when the round's files are laid side by side.
  nonisolated func crossChecks(in snapshot: RoundSnapshot) -> CrossChecks {
    checks.value(of: snapshot) { _ in CrossChecks(snapshot.round) }
  }

  /// What the log says to whom; only what is new in it is read.
  nonisolated func notices(in snapshot: RoundSnapshot) -> NoticeLedger {
    ledger.value(of: snapshot) { earlier in
      var ledger = earlier ?? NoticeLedger()
      if let log = snapshot.loaded.log {
        ledger.follow(
          log, history: RoundHistory(of: snapshot.plan.folder), council: snapshot.council(of:))
      }
      return ledger
    }
  }

  /// Figures of registers that wait for who keeps them.
  nonisolated func openDisputes(in snapshot: RoundSnapshot) -> [OpenDispute] {
    disputes.value(of: snapshot) { _ in OpenDispute.all(in: snapshot) }
  }

  /// How far what is open can move the units of a block.
  nonisolated func intervals(ofBlock block: Int, in snapshot: RoundSnapshot) -> RoundIntervals {
    let kept = intervals.withLock { $0.number == snapshot.number ? $0.blocks[block] : nil }
    if let kept { return kept }
    let groups = snapshot.round.groups.filter { $0.block == block }
    let found = RoundIntervals(snapshot.round, of: groups)
    intervals.withLock { all in
      if all.number != snapshot.number { all = (snapshot.number, [:]) }
      all.blocks[block] = found
    }
    return found
  }

  /// The result for programs, as `parindex run` writes it, to the byte.
  nonisolated func result(of snapshot: RoundSnapshot) -> [UInt8] {
    whole.value(of: snapshot) { _ in
      let files = snapshot.loaded.digests.map {
        ResultJSON.Provenance.File(path: $0.path, sha256: $0.sha256)
      }
      return ResultJSON(snapshot.round, language: .vietnamese).bytes(
        provenance: .init(
          engine: engineVersion, files: files, log: snapshot.loaded.log?.seal?.text),
        workers: { inParallel($0, threads: threads, $1) }, digest: FileAccess.digest)
    }
  }
}
