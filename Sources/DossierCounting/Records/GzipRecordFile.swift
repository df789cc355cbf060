internal import Glibc

/// A compressed file: its readers unpack it in turn, a block each, and count side by side.
///
/// A block is unpacked with the longest record that may follow it; what is behind the block is kept
/// for the next one. Nothing else is: memory does not grow with the file.
final class GzipRecordFile: RecordFile, @unchecked Sendable {
  private let inflater: GzipInflater
  private let first: Int
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let turned: UnsafeMutablePointer<pthread_cond_t>
  /// The block that is unpacked next, and its first bytes.
  private var next = 0
  private let kept: UnsafeMutablePointer<UInt8>
  private var keptCount = 0
  private let takesCut: Bool

  init(_ inflater: GzipInflater, from first: Int, takesCut: Bool) {
    self.inflater = inflater
    self.takesCut = takesCut
    self.first = first
    lock = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    pthread_mutex_init(lock, nil)
    turned = .allocate(capacity: 1)
    turned.initialize(to: pthread_cond_t())
    pthread_cond_init(turned, nil)
    kept = .allocate(capacity: RecordBlock.longestRecord)
  }

  deinit {
    pthread_cond_destroy(turned)
    pthread_mutex_destroy(lock)
    turned.deallocate()
    lock.deallocate()
    kept.deallocate()
  }

  var problem: Int32 { inflater.problem }

  var reached: Int? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return inflater.reached
  }

  var cutAfter: Int? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return isCut ? inflater.reached : nil
  }

  /// Whether the file broke off, and is read as far as it goes.
  private var isCut: Bool {
    takesCut && inflater.failure == CompressedFault.endsTooSoon.rawValue
  }

  /// Why reading must stop.
  private var failure: Int32 { isCut ? 0 : inflater.failure }

  func read(_ number: Int, into block: inout RecordBlock) -> Int32 {
    pthread_mutex_lock(lock)
    defer {
      pthread_cond_broadcast(turned)
      pthread_mutex_unlock(lock)
    }
    while next < number, number != first, failure == 0 {
      pthread_cond_wait(turned, lock)
    }
    while next < number, failure == 0 { unpack(&block) }
    if failure == 0 { unpack(&block) }
    if failure != 0 { block.count = 0 }
    return failure
  }

  /// Everything that may be read was read with the block.
  func extend(_ number: Int, _ block: inout RecordBlock) -> Int32 { 0 }

  private func unpack(_ block: inout RecordBlock) {
    block.bytes.update(from: kept, count: keptCount)
    block.count = keptCount
    block.count += inflater.fill(block.bytes + keptCount, block.readable - keptCount)
    if isCut { block.count = wholeLines(block) }
    block.endsFile = inflater.hasEnded || isCut
    block.isLast = block.endsFile && block.count <= block.size
    keptCount = max(0, block.count - block.size)
    kept.update(from: block.bytes + block.size, count: keptCount)
    next += 1
  }

  /// The bytes through the last line end: the record that was cut is none.
  private func wholeLines(_ block: RecordBlock) -> Int {
    var count = block.count
    while count > 0, block.bytes[count - 1] != CSV.lineFeed { count -= 1 }
    return count
  }
}
