internal import Dispatch
internal import Synchronization

/// Where passwords are hashed: two at once, off the threads that answer requests, and never more in
/// the queue than can be waited for.
final class PasswordWork: Sendable {
  struct Overloaded: Error {}

  private static let most = 40

  private let queues = (0..<2).map { DispatchQueue(label: "parindex.passwords.\($0)") }
  private let waiting = Mutex([0, 0])

  /// - Throws: `Overloaded` when too many wait already.
  func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async throws -> Value {
    let place = waiting.withLock { counts -> Int? in
      guard counts[0] + counts[1] < PasswordWork.most else { return nil }
      let place = counts[0] <= counts[1] ? 0 : 1
      counts[place] += 1
      return place
    }
    guard let place else { throw Overloaded() }
    return await withCheckedContinuation { continuation in
      queues[place].async {
        let value = work()
        self.waiting.withLock { $0[place] -= 1 }
        continuation.resume(returning: value)
      }
    }
  }
}
