/// Where the records of a block stand, worked out for all of them before any is looked at: the same
/// as `PlanLookups.standing`, as steps without branches that the compiler does several at a time.
struct StandingColumn {
  /// Standing, facts and marks of a record together; negative: it must be read by itself.
  let codes: UnsafeMutablePointer<Int32>
  private let capacity: Int

  private static let factShift: Int32 = 3
  private static let markShift: Int32 = 9

  init(capacity: Int) {
    self.capacity = capacity
    codes = .allocate(capacity: capacity)
  }

  func deallocate() { codes.deallocate() }

  @inline(__always)
  static func standing(_ code: Int32) -> Standing {
    unsafeBitCast(UInt8(truncatingIfNeeded: code & 7), to: Standing.self)
  }

  @inline(__always)
  static func facts(_ code: Int32) -> Facts {
    Facts(rawValue: UInt8(truncatingIfNeeded: code >> factShift & 63))
  }

  @inline(__always)
  static func marks(_ code: Int32) -> RecordMarks {
    RecordMarks(rawValue: UInt16(truncatingIfNeeded: code >> markShift))
  }

  func judge(_ times: TimeColumns, _ count: Int, _ plan: PlanLookups, expectsReady: Bool) {
    let (start, end, absent, other) = (plan.start, plan.end, RecordTimes.absent, TimeColumns.other)
    let stops: Int32 = plan.stopsWhenReady ? -1 : 0
    let wholeDay: Int32 = plan.endsWithDay ? -1 : 0
    let expected: Int32 = expectsReady ? 1 : 0
    let codes = codes
    for record in 0..<min(count, capacity) {
      let received = times.received[record]
      let due = times.due[record]
      let ready = times.ready[record]
      let returned = times.returned[record]
      let hasDue = bit(due != absent)
      let hasReady = bit(ready != absent)
      let hasReturned = bit(returned != absent)
      // A result that was handed over was ready by then, whatever the record says.
      let readyFirst = stops & (0 &- (hasReady & (bit(hasReturned == 0) | bit(ready < returned))))
      let finished = ready & readyFirst | returned & ~readyFirst
      let dueDay = day(due)
      let bound = ((dueDay &+ 1) &* 1440) & wholeDay | (due &+ 1) & ~wholeDay
      let isOpen = bit(finished == absent) | bit(finished >= end)
      let isLate = bit(finished >= bound) & hasDue & (isOpen ^ 1)
      let isEarly = bit(day(finished) < dueDay) & hasDue & (isOpen ^ 1)
      let isOverdue = isOpen & hasDue & bit(bound <= end)
      let before = bit(received < start)
      let after = bit(received >= end)
      let finishedBefore = bit(finished < start) & before & (isOpen ^ 1)
      let within = 0 &- ((after | finishedBefore) ^ 1)
      // 0 finished before, 1 received after, 2 early, 3 on the day, 4 late, 5 open, 6 overdue.
      let resolved = 3 &- isEarly &+ isLate
      let open = 5 &+ isOverdue
      let standing = (open & (0 &- isOpen) | resolved & (isOpen &- 1)) & within | after
      let facts =
        before | after << 1 | (isLate & within) << 2 | (isOverdue & within) << 3 | (hasDue ^ 1) << 4
      let marks =
        (hasReturned & bit(returned < received)) | (hasReady & bit(ready < received)) << 1
        | (hasReturned & bit(returned < ready)) << 2 | (hasDue & bit(due < received)) << 3
        | (hasReturned & (hasReady ^ 1) & expected) << 5 | (hasDue ^ 1) << 6
      let unread =
        bit(received == other) | bit(due == other) | bit(ready == other) | bit(returned == other)
        | bit(received == absent)
      codes[record] =
        standing | facts << StandingColumn.factShift | marks << StandingColumn.markShift
        | (0 &- unread)
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
