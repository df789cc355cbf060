internal import Crypto
internal import DossierCounting
internal import Glibc

/// Why a file was not copied.
package struct FileCopyFailure: Error, Hashable {
  /// The file that was to be read, not the one to be written.
  package let isOfSource: Bool
  package let error: Int32
}

extension FileDigest {
  /// Copies a file of any size into a new one that only its owner reads, and digests what it copied.
  package init(copying source: String, to target: String) throws(FileCopyFailure) {
    func failed(reading: Bool) -> FileCopyFailure {
      FileCopyFailure(isOfSource: reading, error: errno)
    }
    let input = open(source, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard input >= 0 else { throw failed(reading: true) }
    defer { close(input) }
    let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw failed(reading: false) }
    defer { close(output) }
    var hash = SHA256()
    let part = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { part.deallocate() }
    while true {
      let count = read(input, part.baseAddress, part.count)
      if count == 0 { break }
      if count < 0 {
        guard errno == EINTR else { throw failed(reading: true) }
        continue
      }
      let bytes = UnsafeRawBufferPointer(rebasing: part[..<count])
      hash.update(bufferPointer: bytes)
      let error = writeWhole(bytes, to: output)
      guard error == 0 else { throw FileCopyFailure(isOfSource: false, error: error) }
    }
    self.init(path: target, sha256: FileAccess.hexadecimal(hash.finalize()))
  }
}

extension FileAccess {
  /// Writes all of some bytes to an open file.
  /// - Returns: the system's error; 0: all are written.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { writeWhole($0, to: descriptor) }
  }
}
