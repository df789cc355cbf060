internal import Diagnostics

/// The end of a log: its last event, and what stands behind it that is none.
///
/// Only the last lines are read, however long the log is.
struct LogTail {
  /// The last event; nil in a log that has none.
  private(set) var last: RoundEvent?
  private(set) var lastDigest: LineDigest?
  /// Where the last whole line ends.
  private(set) var end: Int
  /// Where the file ends; behind `end` when its last line was not written to its end.
  let size: Int

  var isTorn: Bool { end < size }

  /// What the log comes to; nil for one without events.
  var seal: LogSeal? {
    guard let last, let lastDigest else { return nil }
    return LogSeal(length: last.sequence, head: lastDigest)
  }

  /// Why a log cannot be written on.
  enum Fault: Error {
    case system(Int32)
    /// What stands at the end is no event, and no torn line of this program's either.
    case noEvent
  }

  init(_ descriptor: Int32, size: Int, _ disk: LogDisk, _ file: SourceFile) throws(Fault) {
    self.size = size
    end = size
    guard size > 0 else { return }
    let ends = try LogTail.bytes(size - 1..<size, descriptor, disk) == [0x0A]
    if !ends { end = try LogTail.lineStart(before: size, descriptor, disk) }
    // One line that ends and is no JSON is taken for a torn one; a second is not.
    var mayTear = ends
    while end > 0 {
      let start = try LogTail.lineStart(before: end - 1, descriptor, disk)
      let bytes = try LogTail.bytes(start..<end - 1, descriptor, disk)
      switch EventReading.read(LogLine(file: file, number: 1, bytes: bytes)) {
      case .event(let event):
        last = event
        lastDigest = LineDigest(ofLine: bytes)
        return
      case .noJSON:
        guard mayTear else { throw .noEvent }
        mayTear = false
        end = start
      case .refused: throw .noEvent
      }
    }
  }

  /// Where the line begins that the byte before this place belongs to.
  private static func lineStart(
    before place: Int, _ descriptor: Int32, _ disk: LogDisk
  ) throws(Fault) -> Int {
    var start = place
    while start > 0 {
      let piece = max(0, start - 4096)..<start
      let bytes = try bytes(piece, descriptor, disk)
      if let feed = bytes.lastIndex(of: 0x0A) { return piece.lowerBound + feed + 1 }
      start = piece.lowerBound
      guard place - start <= RoundEvent.longestLine else { throw .noEvent }
    }
    return 0
  }

  private static func bytes(
    _ range: Range<Int>, _ descriptor: Int32, _ disk: LogDisk
  ) throws(Fault) -> [UInt8] {
    do {
      return try disk.bytes(range, of: descriptor)
    } catch {
      throw .system(error.error)
    }
  }
}
