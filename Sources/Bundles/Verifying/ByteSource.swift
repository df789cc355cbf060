internal import Glibc

/// The bytes of an archive from its beginning to its end, each looked at once.
final class ByteSource {
  private let descriptor: Int32
  let size: Int
  private(set) var offset = 0
  /// The system's number, when the file could not be read on.
  private(set) var error: Int32 = 0
  private let buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0

  /// - Throws: the system's number; `EINVAL` for what is no regular file.
  init(_ path: String) throws(FileContent.Failure) {
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileContent.Failure(error: errno) }
    var about = stat()
    guard fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileContent.Failure(error: about.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    size = Int(about.st_size)
    buffer = .allocate(byteCount: 1 << 20, alignment: 64)
  }

  deinit {
    buffer.deallocate()
    close(descriptor)
  }

  /// The next bytes; fewer at the end of the file.
  func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(count, max(0, size - offset)))
    _ = pass(count) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Gives the next bytes part by part.
  /// - Returns: how many there were.
  func pass(_ count: Int, _ take: (UnsafeRawBufferPointer) -> Void) -> Int {
    var passed = 0
    while passed < count {
      if start == end, !fill() { break }
      let part = min(count - passed, end - start)
      take(UnsafeRawBufferPointer(rebasing: buffer[start..<start + part]))
      start += part
      passed += part
    }
    offset += passed
    return passed
  }

  private func fill() -> Bool {
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count > 0 {
        start = 0
        end = count
        return true
      }
      if count == 0 { return false }
      guard errno == EINTR else {
        error = errno
        return false
      }
    }
  }
}
