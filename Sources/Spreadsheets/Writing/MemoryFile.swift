internal import CXlsxWriter
internal import Glibc

/// A file without a name on any disk, for a library that writes only to paths.
struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  init() throws(WorkbookFailure) {
    descriptor = memfd_create("workbook", UInt32(PARINDEX_MEMFD_CLOEXEC))
    guard descriptor >= 0 else { throw .system(errno) }
  }

  deinit { close(descriptor) }

  /// Under which it can be opened in this process.
  var path: String { "/proc/self/fd/\(descriptor)" }

  func bytes() throws(WorkbookFailure) -> [UInt8] {
    var about = stat()
    guard fstat(descriptor, &about) == 0 else { throw .system(errno) }
    let size = Int(about.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let start = buffer.baseAddress {
        let got = pread(descriptor, start + count, size - count, count)
        guard got > 0 || (got < 0 && errno == EINTR) else { return }
        count += max(0, got)
      }
    }
    guard bytes.count == size else { throw .system(EIO) }
    return bytes
  }
}
