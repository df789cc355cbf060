internal import Glibc
internal import Synchronization

/// Where the first record of a block begins: what one block's reader hands to the next one's.
struct RelayBaton {
  /// The place in the file, as it is unpacked.
  var start: Int
  /// The line that begins there, counted from 1.
  var line: Int
  /// Whether the rest of a line that was given up comes first.
  var isCut = false
}

/// Hands a baton from block to block in the file's order, whoever reads them.
///
/// A reader that comes too early waits; it has marked its own block by then, so it seldom does.
final class BlockRelay: Sendable {
  private let turn = Atomic(0)
  private nonisolated(unsafe) var baton: RelayBaton

  init(_ first: RelayBaton) { baton = first }

  /// Waits for the baton of a block.
  func take(_ block: Int) -> RelayBaton {
    var tries = 0
    while turn.load(ordering: .acquiring) != block {
      tries += 1
      if tries > 200 { sched_yield() }
    }
    return baton
  }

  /// Hands the baton on; only the reader of `block` may.
  func pass(_ block: Int, _ next: RelayBaton) {
    baton = next
    turn.store(block + 1, ordering: .releasing)
  }
}
