internal import Glibc

/// Writes all of some bytes to an open file: where it stands, or at a place.
/// - Returns: 0, or the system's error number.
package func writeWhole(
  _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at place: Int? = nil
) -> Int32 {
  var written = 0
  while written < bytes.count, let start = bytes.baseAddress {
    let (next, left) = (start + written, bytes.count - written)
    let count =
      place.map { pwrite(descriptor, next, left, off_t($0 + written)) }
      ?? write(descriptor, next, left)
    if count > 0 {
      written += count
    } else if count == 0 {
      return EIO
    } else if errno != EINTR {
      return errno
    }
  }
  return 0
}
