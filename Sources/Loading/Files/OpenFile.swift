internal import Glibc

/// A regular file that is open for reading; nothing asks for it by its path again.
package final class OpenFile: Sendable {
  private let descriptor: Int32
  package let size: Int

  /// Takes over an open file; nil, and it is closed, when it is no regular one.
  package init?(_ descriptor: Int32) {
    self.descriptor = descriptor
    var found = stat()
    guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    size = Int(found.st_size)
  }

  /// Opens a file that is no link; nil when it is not there or cannot be read.
  package convenience init?(at path: String) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    self.init(descriptor)
  }

  deinit { close(descriptor) }

  /// Up to so many bytes from a place on; fewer only at the file's end, or where it cannot be read.
  package func bytes(at place: Int, count: Int) -> [UInt8] {
    guard place >= 0, count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let read = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(place + filled))
        if read < 0, errno == EINTR { continue }
        if read <= 0 { break }
        filled += read
      }
    }
  }
}
