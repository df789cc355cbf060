internal import Synchronization

/// A value that is made when it is first asked for, from any thread.
package final class Once<Value: Sendable>: Sendable {
  private let kept = Mutex<Value?>(nil)

  package init() {}

  /// - Parameter make: may run twice where two ask at once; both get what came first.
  package func value(_ make: () -> Value) -> Value {
    if let value = kept.withLock({ $0 }) { return value }
    let made = make()
    return kept.withLock { kept in
      if let kept { return kept }
      kept = made
      return made
    }
  }
}
