package import Diagnostics
internal import Glibc

/// Reads a whole regular file, or says why not.
///
/// The size is checked before anything is read; folders, pipes and devices are refused without
/// waiting for them. A file that is written to meanwhile is refused, so that a digest is never
/// that of half a file.
/// - Parameters:
///   - path: where the file is.
///   - displayPath: its name in diagnostics.
///   - limit: the most bytes that are read.
///   - beforeSecondLook: runs between reading and the check for changes; for tests.
package func readFile(
  path: String, displayPath: String, limit: Int = YAMLLimits().bytes,
  beforeSecondLook: () -> Void = {}
) -> FileReadingResult {
  let file = SourceFile(path: displayPath)
  // Without O_NONBLOCK, opening a pipe waits until somebody writes to it.
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else {
    let number = errno
    let isMissing = number == ENOENT || number == ENOTDIR
    return .refused(
      isMissing ? .fileMissing(file) : .fileUnreadable(file, reason: systemError(number)))
  }
  defer { close(descriptor) }
  var before = stat()
  guard fstat(descriptor, &before) == 0 else {
    return .refused(.fileUnreadable(file, reason: systemError(errno)))
  }
  switch before.st_mode & S_IFMT {
  case S_IFREG: break
  case S_IFDIR: return .refused(.isDirectory(file))
  default: return .refused(.isNoRegularFile(file))
  }
  let size = Int(before.st_size)
  guard size <= limit else {
    return .refused(.fileTooLarge(file, bytes: size, limit: limit))
  }
  var number: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
    // One byte more than the size: a file that has grown is noticed.
    while count < size + 1 {
      let got = read(descriptor, buffer.baseAddress?.advanced(by: count), size + 1 - count)
      if got > 0 {
        count += got
      } else if got == 0 || errno != EINTR {
        number = got < 0 ? errno : 0
        return
      }
    }
  }
  guard number == 0 else { return .refused(.fileUnreadable(file, reason: systemError(number))) }
  beforeSecondLook()
  var after = stat()
  guard fstat(descriptor, &after) == 0 else {
    return .refused(.fileUnreadable(file, reason: systemError(errno)))
  }
  guard bytes.count == size, after.st_size == before.st_size,
    after.st_mtim.tv_sec == before.st_mtim.tv_sec, after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
  else { return .refused(.fileChanged(file)) }
  return .text(SourceText(file: file, bytes: bytes))
}

/// What reading a file gave: its bytes, or why there are none.
package enum FileReadingResult: Sendable {
  case text(SourceText)
  case refused(Diagnostic)
}
