internal import Glibc

/// Where and when a pass over many records leaves memory.
package struct SpillOptions: Sendable {
  /// Bytes kept in memory; what is beyond goes to a temporary file.
  package var memory = 192 << 20
  /// The folder of temporary files; nil: `TMPDIR`, or `/tmp`.
  package var folder: String?

  package init() {}

  /// Where temporary files go.
  package var path: String {
    if let folder { return folder }
    return getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }
}

/// A file without a name: it is gone with whoever holds it, however the program ends.
package final class TemporaryFile: Sendable {
  /// Open for reading and writing.
  package let descriptor: Int32

  /// - Returns: nil with `errno` when there can be none.
  package init?(in folder: String) {
    var template = Array("\(folder)/parindex-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(template)
  }

  // Closing nothing would hide why it could not be opened.
  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes bytes at a place.
  /// - Returns: 0, or the system's error number.
  func write(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int32 {
    var written = 0
    while written < bytes.count, let start = bytes.baseAddress {
      let count = pwrite(descriptor, start + written, bytes.count - written, place + written)
      if count > 0 { written += count } else if errno != EINTR { return errno }
    }
    return 0
  }

  /// Reads as many bytes as the buffer holds.
  /// - Returns: 0, or the system's error number.
  func read(_ bytes: UnsafeMutableRawBufferPointer, at place: Int) -> Int32 {
    var got = 0
    while got < bytes.count, let start = bytes.baseAddress {
      let count = pread(descriptor, start + got, bytes.count - got, place + got)
      if count > 0 {
        got += count
      } else if count == 0 {
        return EIO
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
