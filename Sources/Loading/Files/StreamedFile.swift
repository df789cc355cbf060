package import Diagnostics
internal import Glibc
internal import YAMLReading

/// A file that is written piece by piece and put in its place only when it is whole, so that a full
/// disk leaves the old one.
///
/// What is no regular file (a pipe, a terminal, a device) is written to as it is.
package struct StreamedFile {
  private let path: String
  /// nil: the file itself is written.
  private let draft: String?
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var error: Int32 = 0

  private static let most = 64 << 10

  package init(_ path: String) {
    self.path = path
    var about = stat()
    let isSpecial = stat(path, &about) == 0 && about.st_mode & S_IFMT != S_IFREG
    draft = isSpecial ? nil : "\(path).\(getpid()).tmp"
    let flags = O_WRONLY | O_CLOEXEC | (isSpecial ? 0 : O_CREAT | O_TRUNC)
    descriptor = open(draft ?? path, flags, 0o644)
    if descriptor < 0 { error = errno }
  }

  /// Why it cannot be written; nil while it can.
  package var problem: Diagnostic? {
    error == 0 ? nil : .fileUnwritable(SourceFile(path: path), reason: systemError(error))
  }

  package mutating func append(_ bytes: [UInt8]) {
    guard error == 0 else { return }
    buffer += bytes
    if buffer.count >= StreamedFile.most { flush() }
  }

  /// Puts the file in its place, or removes the draft of one that is not whole.
  /// - Returns: why it could not be written.
  package mutating func finish(isWhole: Bool = true) -> Diagnostic? {
    guard descriptor >= 0 else { return problem }
    if isWhole { flush() }
    if isWhole, error == 0, draft != nil, fsync(descriptor) != 0 { error = errno }
    if close(descriptor) != 0, error == 0 { error = errno }
    guard let draft else { return problem }
    if isWhole, error == 0, rename(draft, path) != 0 { error = errno }
    if !isWhole || error != 0 { unlink(draft) }
    return problem
  }

  private mutating func flush() {
    var written = 0
    buffer.withUnsafeBufferPointer { buffer in
      while written < buffer.count, error == 0, let start = buffer.baseAddress {
        let count = write(descriptor, start + written, buffer.count - written)
        if count > 0 { written += count } else if errno != EINTR { error = errno }
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
