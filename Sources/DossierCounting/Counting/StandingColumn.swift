/// Where the records of a block stand, worked out for all of them before any is looked at, several
/// at a time.
struct StandingColumn {
  /// Standing, facts and marks of a record together; negative: it must be read by itself.
  let codes: UnsafeMutablePointer<Int32>
  private let capacity: Int

  private static let markShift: Int32 = 9

  init(capacity: Int) {
    self.capacity = capacity
    codes = .allocate(capacity: capacity)
  }

  func deallocate() { codes.deallocate() }

  @inline(__always)
  static func standing(_ code: Int32) -> Standing { Judgement.standing(code) }

  @inline(__always)
  static func facts(_ code: Int32) -> Facts { Judgement.facts(code) }

  @inline(__always)
  static func marks(_ code: Int32) -> RecordMarks {
    RecordMarks(rawValue: UInt16(truncatingIfNeeded: code >> markShift))
  }

  func judge(_ times: TimeColumns, _ count: Int, _ plan: PlanLookups, expectsReady: Bool) {
    let (absent, other) = (RecordTimes.absent, TimeColumns.other)
    let judgement = Judgement(plan)
    let expected: Int32 = expectsReady ? 1 : 0
    let codes = codes
    for record in 0..<min(count, capacity) {
      let received = times.received[record]
      let due = times.due[record]
      let ready = times.ready[record]
      let returned = times.returned[record]
      let finished = judgement.finished(ready: ready, returned: returned)
      let code = judgement.code(
        received: received, due: due, dueDay: day(due), finished: finished,
        finishedDay: day(finished))
      let marks = judgement.marks(
        received: received, due: due, ready: ready, returned: returned, expected: expected)
      let unread =
        bit(received == other) | bit(due == other) | bit(ready == other) | bit(returned == other)
        | bit(received == absent)
      codes[record] = code | marks << StandingColumn.markShift | (0 &- unread)
    }
  }

  @inline(__always)
  private func bit(_ holds: Bool) -> Int32 { holds ? 1 : 0 }

  /// The day of a minute from 1970 on; what is absent gives any day.
  @inline(__always)
  private func day(_ minute: Int32) -> Int32 {
    Int32(bitPattern: UInt32(bitPattern: minute) / 1440)
  }
}
