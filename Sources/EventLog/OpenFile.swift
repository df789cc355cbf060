internal import Glibc

/// A regular file that is open until nobody holds it any more.
final class OpenFile: Sendable {
  let descriptor: Int32
  let size: Int
  private let node: ino_t
  private let device: dev_t

  /// Never what a link points to.
  convenience init?(_ path: String, _ flags: Int32) {
    self.init(
      owning: Glibc.open(path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644 as mode_t))
  }

  /// Nil where there is no descriptor, or it is of no regular file.
  init?(owning descriptor: Int32) {
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

  /// Whether the file still has that name, in a folder or from where the program was started.
  func isStill(_ name: String, in folder: Int32 = AT_FDCWD) -> Bool {
    var there = stat()
    return fstatat(folder, name, &there, AT_SYMLINK_NOFOLLOW) == 0 && there.st_ino == node
      && there.st_dev == device
  }

  deinit { close(descriptor) }
}
