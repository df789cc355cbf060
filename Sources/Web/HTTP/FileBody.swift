internal import EventLog
internal import Loading

/// An answer that is a part of a file, read while it is sent.
package actor FileBody {
  private static let piece = 128 << 10

  private let executor = QueueExecutor()
  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  private let file: OpenFile
  private var rest: Range<Int>
  /// How many bytes it has.
  package nonisolated let count: Int

  init(_ file: OpenFile, _ range: Range<Int>) {
    self.file = file
    rest = range
    count = range.count
  }

  /// The next bytes; nil: there are no more.
  /// - Throws: `Shortened` when the file has become shorter than was promised.
  package func next() throws -> [UInt8]? {
    guard !rest.isEmpty else { return nil }
    let bytes = file.bytes(at: rest.lowerBound, count: min(rest.count, FileBody.piece))
    guard !bytes.isEmpty else { throw Shortened() }
    rest = (rest.lowerBound + bytes.count)..<rest.upperBound
    return bytes
  }

  struct Shortened: Error {}
}
