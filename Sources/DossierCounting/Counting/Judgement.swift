/// Where a dossier stands before any exclusion, and the facts of it that rules ask for.
///
/// Steps without a branch, so that the compiler takes several records of a block at a time; whoever
/// judges a single record takes the same steps.
struct Judgement {
  let start: Int32
  let end: Int32
  /// All bits where the clock stops when the result is ready.
  private let stops: Int32
  /// All bits where a dossier is on time through the whole due day.
  private let wholeDay: Int32

  init(_ plan: PlanLookups) {
    start = plan.start
    end = plan.end
    stops = plan.stopsWhenReady ? -1 : 0
    wholeDay = plan.endsWithDay ? -1 : 0
  }

  /// When the clock stopped; absent while it is open.
  @inline(__always)
  func finished(ready: Int32, returned: Int32) -> Int32 {
    let (hasReady, hasReturned) = (
      bit(ready != RecordTimes.absent), bit(returned != RecordTimes.absent)
    )
    // A result that was handed over was ready by then, whatever the record says.
    let readyFirst = stops & (0 &- (hasReady & (bit(hasReturned == 0) | bit(ready < returned))))
    return ready & readyFirst | returned & ~readyFirst
  }

  /// The standing in three bits, the facts in those above.
  /// - Parameters:
  ///   - dueDay: the day of `due`; what is absent may have any.
  ///   - finishedDay: that of `finished`.
  @inline(__always)
  func code(received: Int32, due: Int32, dueDay: Int32, finished: Int32, finishedDay: Int32)
    -> Int32
  {
    let hasDue = bit(due != RecordTimes.absent)
    let bound = ((dueDay &+ 1) &* 1440) & wholeDay | (due &+ 1) & ~wholeDay
    let isOpen = bit(finished == RecordTimes.absent) | bit(finished >= end)
    let isLate = bit(finished >= bound) & hasDue & (isOpen ^ 1)
    let isEarly = bit(finishedDay < dueDay) & hasDue & (isOpen ^ 1)
    let isOverdue = isOpen & hasDue & bit(bound <= end)
    let before = bit(received < start)
    let after = bit(received >= end)
    // One received later than it was finished is an error of the record, not another year's dossier.
    let finishedBefore = bit(finished < start) & before & (isOpen ^ 1)
    let within = 0 &- ((after | finishedBefore) ^ 1)
    // 0 finished before, 1 received after, 2 early, 3 on the day, 4 late, 5 open, 6 overdue.
    let resolved = 3 &- isEarly &+ isLate
    let open = 5 &+ isOverdue
    let standing = (open & (0 &- isOpen) | resolved & (isOpen &- 1)) & within | after
    let facts =
      before | after << 1 | (isLate & within) << 2 | (isOverdue & within) << 3 | (hasDue ^ 1) << 4
    return standing | facts << Judgement.factShift
  }

  /// What contradicts itself or is missing.
  /// - Parameter expected: 1 where the export says when results were ready.
  @inline(__always)
  func marks(received: Int32, due: Int32, ready: Int32, returned: Int32, expected: Int32) -> Int32 {
    let hasDue = bit(due != RecordTimes.absent)
    let hasReady = bit(ready != RecordTimes.absent)
    let hasReturned = bit(returned != RecordTimes.absent)
    return (hasReturned & bit(returned < received)) | (hasReady & bit(ready < received)) << 1
      | (hasReturned & bit(returned < ready)) << 2 | (hasDue & bit(due < received)) << 3
      | (hasReturned & (hasReady ^ 1) & expected) << 5 | (hasDue ^ 1) << 6
  }

  static let factShift: Int32 = 3

  @inline(__always)
  static func standing(_ code: Int32) -> Standing {
    unsafeBitCast(UInt8(truncatingIfNeeded: code & 7), to: Standing.self)
  }

  @inline(__always)
  static func facts(_ code: Int32) -> Facts {
    Facts(rawValue: UInt8(truncatingIfNeeded: code >> factShift & 63))
  }

  @inline(__always)
  private func bit(_ holds: Bool) -> Int32 { holds ? 1 : 0 }
}
