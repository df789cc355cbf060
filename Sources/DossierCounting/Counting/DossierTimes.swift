/// A dossier's moments, and when it was finished.
struct DossierTimes {
  let received: Int32
  let due: Int32
  let ready: Int32
  let returned: Int32
  /// When the clock stopped; absent while it is open.
  var finished = RecordTimes.absent

  init(received: Int32, due: Int32, ready: Int32, returned: Int32) {
    self.received = received
    self.due = due
    self.ready = ready
    self.returned = returned
  }

  var hasDue: Bool { due != RecordTimes.absent }
  var hasReady: Bool { ready != RecordTimes.absent }
  var hasReturned: Bool { returned != RecordTimes.absent }
}

extension PlanLookups {
  /// Where a dossier stands before any exclusion, and the facts of it that rules ask for.
  /// - Parameter isFinished: whether it is known already when the clock stopped.
  func standing(
    _ dossier: inout DossierTimes, _ facts: inout Facts, isFinished: Bool = false
  ) -> Standing {
    let judgement = Judgement(self)
    if !isFinished {
      dossier.finished = judgement.finished(ready: dossier.ready, returned: dossier.returned)
    }
    let code = judgement.code(
      received: dossier.received, due: dossier.due, dueDay: day(dossier.due),
      finished: dossier.finished, finishedDay: day(dossier.finished))
    facts.formUnion(Judgement.facts(code))
    return Judgement.standing(code)
  }

  func marks(_ dossier: DossierTimes, expectsReady: Bool) -> RecordMarks {
    let code = Judgement(self).marks(
      received: dossier.received, due: dossier.due, ready: dossier.ready,
      returned: dossier.returned, expected: expectsReady ? 1 : 0)
    return RecordMarks(rawValue: UInt16(truncatingIfNeeded: code))
  }

  /// The first minute at which a dossier that is not finished is late.
  @inline(__always)
  func bound(of due: Int32) -> Int32 { endsWithDay ? (day(due) &+ 1) &* 1440 : due &+ 1 }

  @inline(__always)
  private func day(_ minute: Int32) -> Int32 {
    minute >= 0 ? Int32(bitPattern: UInt32(bitPattern: minute) / 1440) : ~(~minute / 1440)
  }
}
