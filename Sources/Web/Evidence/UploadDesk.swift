internal import Synchronization

/// Where files come in: so many at once, for each holds a queue and a place on the disk, and one
/// after another onto a shelf, so that no two get one id or are one file.
final class UploadDesk: Sendable {
  private let running = Mutex(0)
  private let shelves = Mutex(())

  /// - Returns: nil when there are too many.
  func receive<Value: Sendable>(
    atMost most: Int, _ work: () async throws -> Value
  ) async rethrows -> Value? {
    let isFree = running.withLock { count in
      guard count < most else { return false }
      count += 1
      return true
    }
    guard isFree else { return nil }
    defer { running.withLock { $0 -= 1 } }
    return try await work()
  }

  func alone<Value: Sendable>(_ work: () throws -> Value) rethrows -> Value {
    try shelves.withLock { _ in try work() }
  }
}
