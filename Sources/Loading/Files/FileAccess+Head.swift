internal import DossierCounting
internal import Glibc

extension FileAccess {
  /// The first bytes of a regular file, unpacked when it is compressed; nil when it cannot be read
  /// or is none.
  static func head(of path: String, bytes most: Int) -> [UInt8]? {
    // Without O_NONBLOCK, opening a pipe waits until somebody writes to it.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var about = stat()
    guard fstat(descriptor, &about) == 0, about.st_mode & S_IFMT == S_IFREG else { return nil }
    if isCompressedExport(path) { return try? unpackedHead(of: path, bytes: most).get() }
    let size = min(most, Int(about.st_size))
    var isBroken = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(descriptor, buffer.baseAddress?.advanced(by: count), size - count)
        if got == 0 { return }
        if got > 0 {
          count += got
        } else if errno != EINTR {
          isBroken = true
          return
        }
      }
    }
    return isBroken ? nil : bytes
  }
}
