internal import Glibc
internal import Synchronization

/// A file that is written in the order of the blocks, whoever finishes first.
///
/// A part's place in the file is known once all parts before it are there; it is then written
/// without waiting for the others. Parts that come too early are kept; whoever is too far ahead
/// waits, so that memory stays bounded.
final class OrderedOutput: Sendable {
  private struct State {
    var next = 0
    var offset: Int
    var early: [Int: [UInt8]] = [:]
    var failure: Int32 = 0
    var isAbandoned = false
  }

  private static let mostEarly = 16

  private let descriptor: Int32
  private let state: Mutex<State>

  /// - Parameter descriptor: open for writing, at the place to write at; it stays the caller's.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    state = Mutex(State(offset: max(0, Int(lseek(descriptor, 0, SEEK_CUR)))))
  }

  /// - Parameter front: written before all parts.
  convenience init(_ descriptor: Int32, behind front: UnsafeRawBufferPointer) {
    self.init(descriptor)
    let start = state.withLock { state in
      defer { state.offset += front.count }
      return state.offset
    }
    write(front, at: start)
  }

  /// Takes the part of a block; it may be changed when this returns.
  func add(_ part: UnsafeRawBufferPointer, of block: Int) {
    while true {
      var own: Int?
      var others: [(offset: Int, part: [UInt8])] = []
      let isTaken = state.withLock { state in
        if state.isAbandoned { return true }
        guard block == state.next else {
          if block > state.next + OrderedOutput.mostEarly { return false }
          state.early[block] = Array(part)
          return true
        }
        own = state.offset
        state.offset += part.count
        state.next += 1
        while let part = state.early.removeValue(forKey: state.next) {
          others.append((state.offset, part))
          state.offset += part.count
          state.next += 1
        }
        return true
      }
      if let own { write(part, at: own) }
      for other in others { other.part.withUnsafeBytes { write($0, at: other.offset) } }
      if isTaken { return }
      sched_yield()
    }
  }

  /// Takes no more parts: one that all others would wait for does not come.
  func abandon() { state.withLock { $0.isAbandoned = true } }

  /// Sets the file's position behind what was written, for whoever writes on.
  func finish() { state.withLock { _ = lseek(descriptor, off_t($0.offset), SEEK_SET) } }

  /// The system's error number of the first write that failed; 0 when none did.
  var failure: Int32 { state.withLock { $0.failure } }

  private func write(_ part: UnsafeRawBufferPointer, at offset: Int) {
    let problem = writeWhole(part, to: descriptor, at: offset)
    guard problem != 0 else { return }
    state.withLock { $0.failure = $0.failure == 0 ? problem : $0.failure }
  }
}
