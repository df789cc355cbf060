internal import Store
internal import Synchronization

/// Where files come in: so many at once, for each holds a queue and a place on the disk, few of them
/// from one account, and one after another onto a shelf, so that no two get one id or are one file.
final class UploadDesk: Sendable {
  private let running = Mutex<[String: Int]>([:])
  private let shelves = Mutex(())
  private let swept = Mutex<Int64?>(nil)
  private let writing = Mutex<Set<String>>([])

  /// Files that a piece is coming in of, however slowly: none of them stands still.
  var current: Set<String> { writing.withLock { $0 } }

  /// Does what takes a piece of a file in.
  func during<Value: Sendable>(
    pieceOf upload: String, _ work: () async throws -> Value
  ) async rethrows -> Value {
    writing.withLock { _ = $0.insert(upload) }
    defer { writing.withLock { _ = $0.remove(upload) } }
    return try await work()
  }

  /// Whether so much time went by since it was true last that pieces nobody goes on with are to be
  /// looked for.
  func isTimeToSweep(at now: Int64) -> Bool {
    swept.withLock { last in
      if let last, (last..<last + Store.UploadLimit.idle).contains(now) { return false }
      last = now
      return true
    }
  }

  /// - Parameter login: whose file it is.
  /// - Returns: nil when there are too many.
  func receive<Value: Sendable>(
    by login: String, _ settings: EvidenceSettings, _ work: () async throws -> Value
  ) async rethrows -> Value? {
    let isFree = running.withLock { counts in
      let all = counts.values.reduce(0, +)
      let own = counts[login] ?? 0
      guard all < settings.mostUploads, own < settings.mostUploadsOfOne else { return false }
      counts[login] = own + 1
      return true
    }
    guard isFree else { return nil }
    defer {
      running.withLock { counts in
        let own = (counts[login] ?? 1) - 1
        counts[login] = own == 0 ? nil : own
      }
    }
    return try await work()
  }

  func alone<Value: Sendable>(_ work: () throws -> Value) rethrows -> Value {
    try shelves.withLock { _ in try work() }
  }
}
