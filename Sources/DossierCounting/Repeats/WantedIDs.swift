/// What a search for repeated dossiers found.
package struct FoundRows: Sendable {
  /// For each export its rows that repeat a dossier, in their order.
  package let repeated: [[RepeatedRow]]
  /// The places of wanted ids that no row has; none where an export broke off, for the rest may have
  /// them.
  package let absent: [Int]
}

/// Ids that people wrote beside the records, looked for among the hashes of all rows' ids.
///
/// An id whose hash no row has is in no row. What two ids share by chance hides one that is absent,
/// once in many billions; it never makes one absent that is there.
struct WantedIDs {
  private var isFound: [Bool]
  /// By partition: a hash for each id and source.
  private var hashes: [[(hash: UInt64, place: Int)]]

  init(_ ids: [String], seeds: Set<UInt64>, bits: UInt64) {
    isFound = Array(repeating: false, count: ids.count)
    hashes = Array(repeating: [], count: ids.isEmpty ? 0 : 1 << Int(bits))
    for (place, id) in ids.enumerated() {
      // Whole words are read.
      let text = Array(id.utf8) + [UInt8](repeating: 0, count: 8)
      for seed in seeds {
        let hash = text.withUnsafeBufferPointer { bytes in
          bytes.baseAddress.map { DossierKey.hash($0, bytes.count - 8, seed) | 1 } ?? 1
        }
        hashes[Int(truncatingIfNeeded: hash >> (64 - bits))].append((hash, place))
      }
    }
  }

  mutating func look(in partition: Int, _ isThere: (UInt64) -> Bool) {
    guard hashes.indices.contains(partition) else { return }
    for (hash, place) in hashes[partition] where isThere(hash) { isFound[place] = true }
  }

  /// The places of those that were not found.
  var absent: [Int] { isFound.indices.filter { !isFound[$0] } }
}
