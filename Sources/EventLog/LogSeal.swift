/// How long a log was and what its last line came to: what a bundle, an annex or a signature
/// keeps, so that a tail cannot be cut off unseen.
package struct LogSeal: Hashable, Sendable {
  /// How many events there were, at least one.
  package let length: Int
  /// The digest of the last one's line.
  package let head: LineDigest

  package init(length: Int, head: LineDigest) {
    self.length = length
    self.head = head
  }

  /// Reads `125:` and 64 hexadecimal digits.
  package init?(parsing text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let length = Int(parts[0]), length > 0, String(length) == parts[0],
      let head = LineDigest(parsing: String(parts[1]))
    else { return nil }
    self.init(length: length, head: head)
  }

  /// `125:` and 64 hexadecimal digits.
  package var text: String { "\(length):\(head.text)" }
}

/// What a log is beside its seal.
package enum SealComparison: Hashable, Sendable {
  /// Exactly what was sealed.
  case whole
  /// What was sealed, and events behind it from this one on.
  case unsealed(since: Int)
  /// Events that were sealed are gone: so many are left.
  case cut(length: Int)
  /// The last event that was sealed is not the one that stands there: it, or one before it, was
  /// changed and the chain written anew.
  case different(at: Int)
  /// The chain is broken before the sealed event.
  case broken
}

extension LogReading {
  /// What the log is beside the seal it was read with.
  package func compared(with seal: LogSeal) -> SealComparison {
    if let digest = digests[seal.length] {
      if digest != seal.head { return .different(at: seal.length) }
      return count == seal.length && isSound ? .whole : .unsealed(since: seal.length + 1)
    }
    return isSound ? .cut(length: count) : .broken
  }
}
