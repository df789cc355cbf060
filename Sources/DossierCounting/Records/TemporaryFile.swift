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
    var opened: Int32 = -1
    var number = 0
    repeat {
      let path = "\(folder)/parindex-\(getpid())-\(number)"
      // Never what stands there, nor what a link leads to; closed in programs started meanwhile.
      opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if opened >= 0 { unlink(path) }
      number += 1
    } while opened < 0 && errno == EEXIST
    descriptor = opened
    if opened < 0 { return nil }
  }

  // Closing nothing would hide why it could not be opened.
  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes bytes at a place.
  /// - Returns: 0, or the system's error number.
  func write(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Int32 {
    writeWhole(bytes, to: descriptor, at: place)
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
