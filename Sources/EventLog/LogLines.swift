internal import Glibc

/// The lines of an open log, a piece of the file in memory at a time.
///
/// The size is that of the moment when it was opened: what is added meanwhile is left for the next
/// reader.
struct LogLines {
  enum Next {
    case line([UInt8])
    /// The end of the file without a line feed.
    case unended([UInt8])
    case tooLong
    case end
    case failed(Int32)
  }

  private let descriptor: Int32
  private let size: Int
  private var offset = 0
  private var buffer: [UInt8] = []
  /// Where in the buffer the next line begins, and behind where no line feed was looked for.
  private var start = 0
  private var searched = 0

  private static let piece = 256 << 10

  /// - Parameter offset: where a line begins; the first one that is given.
  init(_ descriptor: Int32, size: Int, from offset: Int = 0) {
    self.descriptor = descriptor
    self.size = size
    self.offset = offset
  }

  /// Where in the file the next line begins.
  var place: Int { offset - buffer.count + start }

  mutating func next() -> Next {
    while true {
      if let end = lineFeed() {
        guard end - start <= RoundEvent.longestLine else { return .tooLong }
        let line = Array(buffer[start..<end])
        start = end + 1
        searched = start
        return .line(line)
      }
      guard buffer.count - start <= RoundEvent.longestLine else { return .tooLong }
      searched = buffer.count
      if offset == size {
        let rest = Array(buffer[start...])
        start = buffer.count
        return rest.isEmpty ? .end : .unended(rest)
      }
      if let error = fill() { return .failed(error) }
    }
  }

  /// The next line feed in the buffer.
  private func lineFeed() -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, searched < bytes.count,
        let found = memchr(base + searched, 0x0A, bytes.count - searched)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private mutating func fill() -> Int32? {
    buffer.removeFirst(start)
    searched -= start
    start = 0
    let wanted = min(LogLines.piece, size - offset)
    var error: Int32?
    let piece = [UInt8](unsafeUninitializedCapacity: wanted) { bytes, count in
      while true {
        count = pread(descriptor, bytes.baseAddress, wanted, offset)
        if count > 0 { return }
        // Shorter than it was: somebody cuts the file while it is read.
        error = count == 0 ? ESTALE : errno
        count = 0
        if error != EINTR { return }
        error = nil
      }
    }
    buffer += piece
    offset += piece.count
    return error
  }
}

extension RoundEvent {
  /// The most bytes of a line: a quarter of a mebibyte, for long explanations.
  package static let longestLine = 256 << 10
}
