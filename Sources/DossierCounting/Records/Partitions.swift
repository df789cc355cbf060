internal import Glibc
internal import Synchronization

/// Entries of many workers, sorted into partitions: in memory as long as they fit, in a temporary
/// file beyond.
///
/// Entries of a partition come back in any order.
final class Partitions: Sendable {
  private struct State {
    var parts: [[[UInt8]]]
    var spilled: [[Range<Int>]]
    var bytes = 0
    var file: TemporaryFile?
    var end = 0
    var failure: Int32 = 0
  }

  let count: Int
  private let options: SpillOptions
  private let state: Mutex<State>

  init(count: Int, _ options: SpillOptions) {
    self.count = count
    self.options = options
    state = Mutex(
      State(
        parts: Array(repeating: [], count: count), spilled: Array(repeating: [], count: count)))
  }

  /// The system's error number of the first write or read that failed; 0 when none did.
  var failure: Int32 { state.withLock { $0.failure } }

  /// Adds whole entries to a partition.
  func add(_ bytes: UnsafeBufferPointer<UInt8>, to partition: Int) {
    if bytes.isEmpty { return }
    let part = Array(bytes)
    state.withLock { state in
      state.parts[partition].append(part)
      state.bytes += part.count
      if state.bytes > options.memory { spill(&state) }
    }
  }

  /// The entries of a partition, which is empty afterwards.
  func take(_ partition: Int) -> [UInt8] {
    let (parts, spilled, file) = state.withLock { state in
      defer {
        state.bytes -= state.parts[partition].reduce(0) { $0 + $1.count }
        state.parts[partition] = []
        state.spilled[partition] = []
      }
      return (state.parts[partition], state.spilled[partition], state.file)
    }
    let fromFile = spilled.reduce(0) { $0 + $1.count }
    let size = parts.reduce(fromFile) { $0 + $1.count }
    var problem: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      for range in spilled where problem == 0 {
        let target = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<count + range.count])
        problem = file?.read(target, at: range.lowerBound) ?? EIO
        if problem == 0 { count += range.count }
      }
      for part in parts {
        _ = buffer[count...].update(fromContentsOf: part)
        count += part.count
      }
    }
    if problem != 0 { state.withLock { $0.failure = problem } }
    return bytes
  }

  private func spill(_ state: inout State) {
    if state.file == nil { state.file = TemporaryFile(in: options.path) }
    guard let file = state.file else {
      state.failure = errno
      return drop(&state)
    }
    for partition in 0..<count where !state.parts[partition].isEmpty && state.failure == 0 {
      let bytes = state.parts[partition].flatMap { $0 }
      state.failure = bytes.withUnsafeBytes { file.write($0, at: state.end) }
      state.spilled[partition].append(state.end..<state.end + bytes.count)
      state.end += bytes.count
    }
    drop(&state)
  }

  private func drop(_ state: inout State) {
    for partition in 0..<count { state.parts[partition] = [] }
    state.bytes = 0
  }
}

/// One worker's entries on their way to the partitions.
struct PartitionWriter {
  private let partitions: Partitions
  private let pointer: UnsafeMutablePointer<ByteSink>

  private static let most = 4 << 10

  init(_ partitions: Partitions) {
    self.partitions = partitions
    pointer = .allocate(capacity: partitions.count)
    for place in 0..<partitions.count {
      (pointer + place).initialize(to: ByteSink(capacity: PartitionWriter.most + 512))
    }
  }

  func deallocate() {
    for place in 0..<partitions.count { pointer[place].deallocate() }
    pointer.deallocate()
  }

  /// Adds one entry; `write` appends it whole.
  @inline(__always)
  func add(to partition: Int, _ write: (inout ByteSink) -> Void) {
    write(&pointer[partition])
    if pointer[partition].count >= PartitionWriter.most { flush(partition) }
  }

  /// Hands over what is left.
  func flush() { for place in 0..<partitions.count { flush(place) } }

  @inline(never)
  private func flush(_ place: Int) {
    partitions.add(
      UnsafeBufferPointer(start: pointer[place].bytes, count: pointer[place].count), to: place)
    pointer[place].clear()
  }
}
