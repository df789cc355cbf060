internal import Glibc

/// The calls through which a writer touches its file; tests put faults in their place.
///
/// Each answers as the system's own call does, with `errno` behind a failure.
struct LogDisk: Sendable {
  var read: @Sendable (Int32, UnsafeMutableRawPointer, _ count: Int, _ offset: Int) -> Int
  var write: @Sendable (Int32, UnsafeRawPointer, _ count: Int) -> Int
  var flush: @Sendable (Int32) -> Int32
  var cut: @Sendable (Int32, _ size: Int) -> Int32

  static let system = LogDisk(
    read: { pread($0, $1, $2, $3) },
    write: { Glibc.write($0, $1, $2) },
    flush: { fsync($0) },
    cut: { ftruncate($0, $1) })

  /// Some bytes of a file that has them all.
  func bytes(_ range: Range<Int>, of descriptor: Int32) throws(SystemFailure) -> [UInt8] {
    var error: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count, let start = buffer.baseAddress {
        let got = read(
          descriptor, UnsafeMutableRawPointer(start + count), range.count - count,
          range.lowerBound + count)
        if got > 0 {
          count += got
        } else if got == 0 || errno != EINTR {
          error = got == 0 ? ESTALE : errno
          return
        }
      }
    }
    guard error == 0 else { throw SystemFailure(error: error) }
    return bytes
  }

  /// Writes all of some bytes, and waits until they are on the disk.
  func store(_ bytes: [UInt8], in descriptor: Int32) throws(SystemFailure) {
    try add(bytes, in: descriptor)
    try settle(flush(descriptor))
  }

  /// Writes some values as they are in memory at a place of a file.
  func put(
    _ values: [some BitwiseCopyable], at offset: Int, in descriptor: Int32
  ) throws(SystemFailure) {
    guard lseek(descriptor, offset, SEEK_SET) == offset else { throw SystemFailure(error: errno) }
    try add(values, in: descriptor)
  }

  private func add(_ values: [some BitwiseCopyable], in descriptor: Int32) throws(SystemFailure) {
    var error: Int32 = 0
    values.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let start = buffer.baseAddress {
        let count = write(descriptor, start + written, buffer.count - written)
        if count > 0 {
          written += count
        } else if count == 0 || errno != EINTR {
          error = count == 0 ? EIO : errno
          return
        }
      }
    }
    guard error == 0 else { throw SystemFailure(error: error) }
  }

  /// Makes a file shorter, and waits until that is on the disk.
  func shorten(_ descriptor: Int32, to size: Int) throws(SystemFailure) {
    try settle(cut(descriptor, size))
    try settle(flush(descriptor))
  }

  func settle(_ answer: Int32) throws(SystemFailure) {
    guard answer == 0 else { throw SystemFailure(error: errno) }
  }
}

/// Why the system did not do what it was asked.
struct SystemFailure: Error {
  let error: Int32
}
