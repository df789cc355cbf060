internal import Synchronization

/// The digests of files of evidence that were looked at before, for who looks again and again: while
/// a unit types, its files stay what they are.
package final class EvidenceMemory: Sendable {
  /// More than a province's units hand in.
  private static let most = 100_000

  private let digests = Mutex<[FileStamp: String]>([:])

  package init() {}

  subscript(stamp: FileStamp) -> String? {
    get { digests.withLock { $0[stamp] } }
    set {
      digests.withLock { digests in
        if digests.count >= EvidenceMemory.most { digests.removeAll() }
        digests[stamp] = newValue
      }
    }
  }
}
