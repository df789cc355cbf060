internal import Glibc
internal import Synchronization

/// A file that is written in the order of the blocks, whoever finishes first.
///
/// Parts that come too early are kept; whoever is too far ahead waits, so that memory stays bounded.
final class OrderedOutput: Sendable {
  private struct State {
    var next = 0
    var early: [Int: [UInt8]] = [:]
    var failure: Int32 = 0
  }

  private static let mostEarly = 16

  private let descriptor: Int32
  private let state = Mutex(State())

  /// - Parameter descriptor: open for writing; it stays the caller's.
  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Takes the part of a block; parts are written as soon as all before them are there.
  func add(_ part: [UInt8], of block: Int) {
    while true {
      let isTaken = state.withLock { state in
        if block > state.next + OrderedOutput.mostEarly { return false }
        state.early[block] = part
        while let part = state.early.removeValue(forKey: state.next) {
          write(part, &state)
          state.next += 1
        }
        return true
      }
      if isTaken { return }
      sched_yield()
    }
  }

  /// The system's error number of the first write that failed; 0 when none did.
  var failure: Int32 { state.withLock { $0.failure } }

  private func write(_ part: [UInt8], _ state: inout State) {
    var written = 0
    part.withUnsafeBytes { buffer in
      while written < buffer.count, state.failure == 0, let start = buffer.baseAddress {
        let count = Glibc.write(descriptor, start + written, buffer.count - written)
        if count > 0 { written += count } else if errno != EINTR { state.failure = errno }
      }
    }
  }
}
