internal import Dispatch
internal import Synchronization

/// A value that another core works out while something else is done.
///
/// Whoever asks for it before anybody has begun works it out on the spot, so nothing waits for a
/// thread to become free.
package final class Meanwhile<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let isTaken = Atomic(false)
  private let result = Mutex<Value?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// - Parameter threads: the most threads; where they are counted, the work waits until its value
  ///   is asked for.
  package init(threads: Int? = nil, _ work: @escaping @Sendable () -> Value) {
    self.work = work
    guard threads == nil else { return }
    DispatchQueue.global().async { [self] in
      guard take() else { return }
      let value = work()
      result.withLock { $0 = value }
      isDone.signal()
    }
  }

  package var value: Value {
    guard !take() else {
      let value = work()
      result.withLock { $0 = value }
      isDone.signal()
      return value
    }
    isDone.wait()
    isDone.signal()
    return result.withLock { $0 } ?? work()
  }

  /// Whether the caller is the first, who has to do the work.
  private func take() -> Bool { !isTaken.exchange(true, ordering: .acquiringAndReleasing) }
}
