internal import Glibc

/// A regular file that is open until nobody holds it any more.
package final class OpenFile: Sendable {
  let descriptor: Int32
  package let size: Int
  private let node: ino_t
  private let device: dev_t

  /// Opens a file for reading.
  package convenience init?(at path: String) { self.init(path, O_RDONLY) }

  /// Never what a link points to.
  convenience init?(_ path: String, _ flags: Int32) {
    self.init(
      owning: Glibc.open(path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644 as mode_t))
  }

  /// Nil where there is no descriptor, or it is of no regular file.
  package init?(owning descriptor: Int32) {
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    var about = stat()
    guard fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    size = Int(about.st_size)
    node = about.st_ino
    device = about.st_dev
  }

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

  /// Whether the file still has that name, in a folder or from where the program was started.
  func isStill(_ name: String, in folder: Int32 = AT_FDCWD) -> Bool {
    var there = stat()
    return fstatat(folder, name, &there, AT_SYMLINK_NOFOLLOW) == 0 && there.st_ino == node
      && there.st_dev == device
  }

  deinit { close(descriptor) }
}
