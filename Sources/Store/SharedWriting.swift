internal import Dispatch
internal import GRDB
internal import Synchronization

/// Changes by many people at once, written together: one wait for the disk serves all who came while
/// it was busy with those before them, and nobody's thread waits with them.
final class SharedWriting: Sendable {
  private struct Change: Sendable {
    /// - Returns: tells who waits that it is done, once it is on the disk.
    let make: @Sendable (Database) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
  }

  private struct Line {
    var waiting: [Change] = []
    var isRunning = false
  }

  private let pool: DatabasePool
  private let queue = DispatchQueue(label: "parindex.writing")
  private let line = Mutex(Line())

  init(_ pool: DatabasePool) { self.pool = pool }

  /// Makes a change in its turn; on the disk when it returns.
  ///
  /// One that throws leaves nothing, and keeps none of those beside it from being written.
  func write<Value: Sendable>(
    _ change: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      enqueue(
        Change { database in
          let value = try change(database)
          return { continuation.resume(returning: value) }
        } fail: {
          continuation.resume(throwing: $0)
        })
    }
  }

  /// Makes a change in its turn that nobody waits for, and that may be lost.
  /// - Parameter done: is told once it is on the disk.
  func writeLater(
    _ change: @escaping @Sendable (Database) throws -> Void,
    then done: @escaping @Sendable () -> Void
  ) {
    enqueue(
      Change { database in
        try change(database)
        return done
      } fail: { _ in
      })
  }

  private func enqueue(_ change: Change) {
    let begins = line.withLock { line in
      line.waiting.append(change)
      defer { line.isRunning = true }
      return !line.isRunning
    }
    if begins { queue.async { self.run() } }
  }

  private func run() {
    while true {
      let batch = line.withLock { line -> [Change] in
        let batch = line.waiting
        line.waiting = []
        line.isRunning = !batch.isEmpty
        return batch
      }
      if batch.isEmpty { return }
      write(batch)
    }
  }

  private func write(_ batch: [Change]) {
    var done: [(change: Change, tell: @Sendable () -> Void)] = []
    var failed: [(change: Change, error: any Error)] = []
    do {
      try pool.write { database in
        for (place, change) in batch.enumerated() {
          do {
            var tell: (@Sendable () -> Void)?
            try database.inSavepoint {
              tell = try change.make(database)
              return .commit
            }
            if let tell { done.append((change, tell)) }
          } catch {
            failed.append((change, error))
            // On a full disk SQLite gives the whole transaction up.
            guard database.isInsideTransaction else {
              failed += batch[(place + 1)...].map { ($0, error) }
              throw error
            }
          }
        }
      }
      for (_, tell) in done { tell() }
    } catch {
      for (change, _) in done { change.fail(error) }
      // It did not even begin: somebody else holds the file, or the disk does not answer.
      for change in batch.dropFirst(done.count + failed.count) { change.fail(error) }
    }
    for (change, error) in failed { change.fail(error) }
  }
}
