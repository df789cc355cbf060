import Glibc
import Synchronization

@testable import EventLog

/// A disk that takes so many bytes and no more, counts what is read, and does not wait for the real
/// one: tests write thousands of events.
final class FaultyDisk: Sendable {
  private let space: Mutex<Int>
  private let read = Mutex(0)
  private let cuts: Bool
  private let flushes: Bool

  /// - Parameters:
  ///   - space: how many bytes it takes; then it is full.
  ///   - cuts: whether files can be made shorter.
  ///   - flushes: whether what was written reaches it.
  init(space: Int = .max, cuts: Bool = true, flushes: Bool = true) {
    self.space = Mutex(space)
    self.cuts = cuts
    self.flushes = flushes
  }

  var bytesRead: Int { read.withLock { $0 } }

  var disk: LogDisk {
    LogDisk(
      read: { [self] descriptor, bytes, count, offset in
        let got = pread(descriptor, bytes, count, offset)
        read.withLock { $0 += max(0, got) }
        return got
      },
      write: { [self] descriptor, bytes, count in
        space.withLock { space in
          let taken = min(count, space)
          guard taken > 0 else {
            errno = ENOSPC
            return -1
          }
          space -= taken
          return Glibc.write(descriptor, bytes, taken)
        }
      },
      flush: { [flushes] _ in
        if !flushes { errno = EIO }
        return flushes ? 0 : -1
      },
      cut: { [cuts] descriptor, size in
        if !cuts { errno = EIO }
        return cuts ? ftruncate(descriptor, size) : -1
      })
  }
}
