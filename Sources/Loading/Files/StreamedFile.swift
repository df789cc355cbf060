package import Diagnostics
internal import Glibc
internal import YAMLReading

/// A file that is written piece by piece and put in its place only when it is whole.
package struct StreamedFile {
  private let path: String
  private let draft: DraftFile?
  private var buffer: [UInt8] = []
  private var error: Int32 = 0

  private static let most = 64 << 10

  package init(_ path: String) {
    self.path = path
    switch DraftFile.open(path) {
    case .success(let draft): self.draft = draft
    case .failure(let failure):
      draft = nil
      error = failure.error
    }
  }

  /// Why it cannot be written; nil while it can.
  package var problem: Diagnostic? {
    error == 0 ? nil : DraftFile.Failure(error: error).diagnostic(path)
  }

  /// Where the file is while it is written, with all that was added so far; nil when it cannot be
  /// written, or is no regular file.
  package mutating func draftPath() -> String? {
    writeOut()
    return error == 0 ? draft?.draft : nil
  }

  package mutating func append(_ bytes: [UInt8]) {
    guard error == 0 else { return }
    buffer += bytes
    if buffer.count >= StreamedFile.most { writeOut() }
  }

  /// Puts the file in its place, or removes the draft of one that is not whole.
  /// - Returns: why it could not be written.
  package mutating func finish(isWhole: Bool = true) -> Diagnostic? {
    guard let draft else { return problem }
    if isWhole { writeOut() }
    if isWhole, error == 0 { error = draft.flush() }
    if isWhole, error == 0 { error = draft.place() } else { draft.abandon() }
    return problem
  }

  private mutating func writeOut() {
    if error == 0, let draft { error = buffer.withUnsafeBytes { draft.write($0) } }
    buffer.removeAll(keepingCapacity: true)
  }
}
