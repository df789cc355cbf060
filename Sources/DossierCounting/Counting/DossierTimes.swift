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

  /// Works out when the clock stopped.
  @inline(__always)
  mutating func finish(stopsWhenReady: Bool) {
    // A result that was handed over was ready by then, whatever the record says.
    let isReadyFirst = stopsWhenReady && hasReady && (!hasReturned || ready < returned)
    finished = isReadyFirst ? ready : returned
  }

  /// What contradicts itself or is missing.
  @inline(__always)
  func marks(expectsReady: Bool) -> RecordMarks {
    func mark(_ mark: RecordMarks, _ holds: Bool) -> UInt16 { holds ? mark.rawValue : 0 }
    return RecordMarks(
      rawValue: mark(.returnedBeforeReceived, hasReturned && returned < received)
        | mark(.returnedBeforeReady, hasReturned && returned < ready)
        | mark(.withoutReadyDate, hasReturned && !hasReady && expectsReady)
        | mark(.readyBeforeReceived, hasReady && ready < received)
        | mark(.withoutDueDate, !hasDue) | mark(.dueBeforeReceived, hasDue && due < received))
  }
}

extension PlanLookups {
  /// Where a dossier stands before any exclusion, and the facts of it that rules ask for.
  @inline(__always)
  func standing(
    _ dossier: inout DossierTimes, _ facts: inout Facts, isFinished: Bool = false
  ) -> Standing {
    if !isFinished {
      dossier.finished = dossier.returned
      // A result that was handed over was ready by then, whatever the record says.
      if stopsWhenReady, dossier.hasReady, !dossier.hasReturned || dossier.ready < dossier.returned
      {
        dossier.finished = dossier.ready
      }
    }
    if dossier.received < start { facts.insert(.receivedBeforeWindow) }
    if dossier.received >= end {
      facts.insert(.receivedAfterWindow)
      return .receivedAfter
    }
    if !dossier.hasDue {
      facts.insert(.withoutDueDate)
      if dossier.finished == RecordTimes.absent || dossier.finished >= end { return .openInTime }
      return dossier.finished < start && dossier.received < start ? .finishedBefore : .onDueDay
    }
    if dossier.finished == RecordTimes.absent || dossier.finished >= end {
      guard bound(of: dossier.due) <= end else { return .openInTime }
      facts.insert(.overdue)
      return .openOverdue
    }
    // One received later than it was finished is an error of the record, not another year's dossier.
    if dossier.finished < start, dossier.received < start { return .finishedBefore }
    let isLate = dossier.finished >= bound(of: dossier.due)
    facts.formUnion(isLate ? .late : [])
    // `early`, `onDueDay` and `late` follow each other.
    let isEarly = day(dossier.finished) < day(dossier.due)
    let code = Standing.onDueDay.rawValue &- (isEarly ? 1 : 0) &+ (isLate ? 1 : 0)
    return unsafeBitCast(code, to: Standing.self)
  }

  /// The first minute at which a dossier that is not finished is late.
  @inline(__always)
  func bound(of due: Int32) -> Int32 { endsWithDay ? (day(due) &+ 1) &* 1440 : due &+ 1 }

  @inline(__always)
  private func day(_ minute: Int32) -> Int32 {
    minute >= 0 ? Int32(bitPattern: UInt32(bitPattern: minute) / 1440) : ~(~minute / 1440)
  }
}
