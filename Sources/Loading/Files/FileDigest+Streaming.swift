internal import Crypto
internal import DossierCounting
internal import Glibc

extension FileDigest {
  /// The digest of a file of any size, read a part at a time; nil when it cannot be read.
  package init?(streaming path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var hash = SHA256()
    let size = 1 << 20
    let part = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
    defer { part.deallocate() }
    while true {
      let count = read(descriptor, part, size)
      if count == 0 { break }
      if count < 0 {
        guard errno == EINTR else { return nil }
        continue
      }
      hash.update(bufferPointer: UnsafeRawBufferPointer(start: part, count: count))
    }
    self.init(path: path, sha256: FileAccess.hexadecimal(hash.finalize()))
  }

  /// The digest of what is in a compressed file; nil when it cannot be unpacked.
  ///
  /// The same text may be packed into other bytes by another version of zlib.
  init?(unpacking path: String) {
    var hash = SHA256()
    guard unpack(path, { hash.update(bufferPointer: $0) }) else { return nil }
    self.init(path: path, sha256: FileAccess.hexadecimal(hash.finalize()))
  }
}
