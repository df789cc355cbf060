internal import Synchronization

/// What follows from the round as it was read, made when it is first asked for and once for each
/// reading; from any thread.
final class PerReading<Value: Sendable>: Sendable {
  private let kept = Mutex<(number: Int, value: Value)?>(nil)

  /// What was made of a reading already; nil: nothing was.
  func kept(of snapshot: RoundSnapshot) -> Value? {
    kept.withLock { $0 }.flatMap { $0.number == snapshot.number ? $0.value : nil }
  }

  /// - Parameter make: may run twice where two ask at once, and what the later one makes is kept.
  func value(of snapshot: RoundSnapshot, _ make: (_ earlier: Value?) -> Value) -> Value {
    let kept = kept.withLock { $0 }
    if let kept, kept.number == snapshot.number { return kept.value }
    let made = make(kept?.value)
    self.kept.withLock { now in
      if now.map({ $0.number <= snapshot.number }) ?? true { now = (snapshot.number, made) }
    }
    return made
  }
}
