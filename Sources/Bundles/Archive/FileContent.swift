internal import Crypto
internal import Glibc
internal import Loading

/// A regular file that is read from its beginning to its end, a part at a time.
struct FileContent {
  let size: Int
  /// 64 hexadecimal digits.
  let sha256: String

  /// The system's number of an error.
  struct Failure: Error {
    let error: Int32
  }

  private static let part = 1 << 20

  /// Reads a file and gives its parts to whoever wants them.
  static func read(
    _ path: String, _ take: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) throws(Failure) -> FileContent {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(error: errno) }
    defer { close(descriptor) }
    var about = stat()
    guard fstat(descriptor, &about) == 0 else { throw Failure(error: errno) }
    guard about.st_mode & S_IFMT == S_IFREG else {
      throw Failure(error: about.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    var hash = SHA256()
    var size = 0
    let room = min(part, max(4096, Int(about.st_size)))
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 64)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count == 0 { break }
      if count < 0 {
        guard errno == EINTR else { throw Failure(error: errno) }
        continue
      }
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      hash.update(bufferPointer: bytes)
      take(bytes)
      size += count
    }
    return FileContent(size: size, sha256: FileAccess.hexadecimal(hash.finalize()))
  }
}
