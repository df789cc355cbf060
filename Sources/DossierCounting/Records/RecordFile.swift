internal import Glibc

/// The bytes of a file of records, a block at a time, by any number of readers.
protocol RecordFile: Sendable {
  /// Fills a block with the file's bytes from its first on: at least the block itself and a little
  /// of what follows, where there is more.
  /// - Returns: 0, or the system's error number.
  func read(_ number: Int, into block: inout RecordBlock) -> Int32

  /// Adds what follows, up to the longest record behind the block.
  func extend(_ number: Int, _ block: inout RecordBlock) -> Int32

  /// How many bytes were unpacked so far; nil for a file that is not compressed.
  var reached: Int? { get }
}

/// Opens a plain or a compressed file of records.
/// - Parameter first: the first block that will be read.
func openRecordFile(_ path: String, from first: Int) -> Result<any RecordFile, CountFailure> {
  if GzipInflater.isCompressed(path) {
    guard let inflater = GzipInflater(path: path) else {
      return .failure(CountFailure(error: errno, isReading: true))
    }
    return .success(GzipRecordFile(inflater, from: first))
  }
  guard let file = PlainRecordFile(path: path) else {
    return .failure(CountFailure(error: errno, isReading: true))
  }
  return .success(file)
}

/// A plain file.
final class PlainRecordFile: RecordFile {
  private let descriptor: Int32
  /// What is read behind a block at first: most records are shorter.
  private static let usualExtent = 4 << 10

  init?(path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
  }

  // Closing nothing would hide why it could not be opened.
  deinit { if descriptor >= 0 { close(descriptor) } }

  var reached: Int? { nil }

  func read(_ number: Int, into block: inout RecordBlock) -> Int32 {
    block.count = 0
    block.endsFile = false
    block.isLast = false
    return fill(number, &block, to: block.size + PlainRecordFile.usualExtent)
  }

  func extend(_ number: Int, _ block: inout RecordBlock) -> Int32 {
    block.endsFile ? 0 : fill(number, &block, to: block.readable)
  }

  private func fill(_ number: Int, _ block: inout RecordBlock, to wanted: Int) -> Int32 {
    while block.count < wanted {
      let count = pread(
        descriptor, block.bytes + block.count, wanted - block.count,
        number * block.size + block.count)
      if count > 0 {
        block.count += count
      } else if count == 0 {
        block.endsFile = true
        block.isLast = block.count <= block.size
        break
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
