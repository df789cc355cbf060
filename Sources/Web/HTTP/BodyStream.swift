/// A request's body while it comes in.
package struct BodyStream: Sendable {
  /// Why it does not come to its end.
  package enum Failure: Error, Hashable {
    /// Nothing came, or next to nothing, for too long.
    case slow
  }

  /// Hands each piece on and waits until it was taken; returns at the end, throws when whoever sends
  /// is gone.
  package let forEach: @Sendable (@escaping Taking) async throws -> Void

  package typealias Taking = @Sendable ([UInt8]) async throws -> Void

  package init(forEach: @escaping @Sendable (@escaping Taking) async throws -> Void) {
    self.forEach = forEach
  }
}
