internal import Dispatch
internal import Synchronization

/// The results of `count` independent pieces of work, in order, whoever did them.
///
/// Threads take the next stretch as they are free.
/// - Parameters:
///   - threads: the most threads; nil: as many as the machine has.
///   - stretch: how many pieces are taken at a time; nil: as many as leave every thread something
///     to take until the end.
package func inParallel<Result: Sendable>(
  _ count: Int, threads: Int? = nil, stretch: Int? = nil, _ work: @Sendable (Int) -> Result
) -> [Result] {
  let stretch = stretch ?? min(max(1, count / 64), 32)
  let stretches = (count + stretch - 1) / stretch
  let results = Mutex([[Result]](repeating: [], count: stretches))
  let next = Atomic(0)
  let workers = min(max(1, threads ?? Int.max), max(1, stretches), 64)
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    while true {
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard place < stretches else { return }
      let start = place * stretch
      let part = (start..<min(start + stretch, count)).map(work)
      results.withLock { $0[place] = part }
    }
  }
  return results.withLock { Array($0.joined()) }
}
