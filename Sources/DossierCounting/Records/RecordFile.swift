internal import Glibc

/// The bytes of a file of records, a block at a time, by any number of readers.
protocol RecordFile: Sendable {
  /// Fills a block with the file's bytes from its first on: at least the block itself and a little
  /// of what follows, where there is more.
  /// - Returns: 0, or the system's error number.
  func read(_ number: Int, into block: inout RecordBlock) -> Int32

  /// Adds what follows, up to the longest record behind the block.
  func extend(_ number: Int, _ block: inout RecordBlock) -> Int32

  /// 0, or `ESTALE` when the file is no longer what it was when it was opened.
  var problem: Int32 { get }

  /// How many bytes were unpacked so far; nil for a file that is not compressed.
  var reached: Int? { get }

  /// How many bytes were unpacked before a compressed file broke off, where that is taken for its
  /// end; nil for a file that is whole.
  var cutAfter: Int? { get }
}

/// Opens a plain or a compressed file of records.
/// - Parameters:
///   - first: the first block that will be read.
///   - takesCut: whether a compressed file that breaks off is read as far as it goes.
func openRecordFile(_ path: String, from first: Int, takesCut: Bool = false)
  -> Result<any RecordFile, CountFailure>
{
  if GzipInflater.isCompressed(path) {
    guard let inflater = GzipInflater(path: path) else {
      return .failure(CountFailure(error: errno, isReading: true))
    }
    return .success(GzipRecordFile(inflater, from: first, takesCut: takesCut))
  }
  guard let file = PlainRecordFile(path: path) else {
    return .failure(CountFailure(error: errno, isReading: true))
  }
  return .success(file)
}

/// What a file was when it was opened.
struct OpenedFile: @unchecked Sendable {
  private let descriptor: Int32
  private let opened: stat

  /// - Parameter descriptor: of an open file; it stays the caller's.
  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    var about = stat()
    _ = fstat(descriptor, &about)
    opened = about
  }

  var size: Int { Int(opened.st_size) }

  /// 0, or `ESTALE` when somebody wrote to it since.
  var problem: Int32 {
    var now = stat()
    guard fstat(descriptor, &now) == 0 else { return errno }
    let isSame =
      now.st_size == opened.st_size && now.st_mtim.tv_sec == opened.st_mtim.tv_sec
      && now.st_mtim.tv_nsec == opened.st_mtim.tv_nsec
    return isSame ? 0 : ESTALE
  }
}

/// A plain file, as large as it was when it was opened.
final class PlainRecordFile: RecordFile {
  private let descriptor: Int32
  private let opened: OpenedFile
  /// What is read behind a block at first: most records are shorter.
  private static let usualExtent = 4 << 10

  /// - Returns: nil with `errno` when it cannot be opened.
  init?(path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    let error = errno
    opened = OpenedFile(descriptor)
    if descriptor < 0 {
      errno = error
      return nil
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  var problem: Int32 { opened.problem }
  var reached: Int? { nil }
  var cutAfter: Int? { nil }

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
    let start = number * block.size
    let end = min(start + wanted, opened.size)
    while start + block.count < end {
      let place = start + block.count
      let count = pread(descriptor, block.bytes + block.count, end - place, place)
      if count > 0 {
        block.count += count
      } else if count == 0 {
        return ESTALE
      } else if errno != EINTR {
        return errno
      }
    }
    block.endsFile = start + block.count >= opened.size
    block.isLast = block.endsFile && block.count <= block.size
    return 0
  }
}
