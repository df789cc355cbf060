internal import EventLog
internal import Loading

/// A part of the round's log as it is looked through, the latest first.
struct LogPart: Sendable {
  static let rows = 100

  /// How many events there are in all.
  let count: Int
  let seal: String?
  /// The number of the part, from 0, and how many there are.
  let part: Int
  let parts: Int
  let events: [RoundEvent]

  /// - Parameter part: from 0; beyond the last the last.
  /// - Returns: nil: there is no log, or it cannot be read.
  init?(_ snapshot: RoundSnapshot, _ part: Int) {
    guard let log = snapshot.loaded.log else { return nil }
    parts = max(1, (log.count + LogPart.rows - 1) / LogPart.rows)
    self.part = min(max(part, 0), parts - 1)
    let end = log.count - self.part * LogPart.rows
    let known = max(0, end - LogPart.rows)
    guard let found = try? log.events(after: known) else { return nil }
    count = log.count
    seal = log.seal?.text
    events = found.prefix(end - known).reversed()
  }
}
