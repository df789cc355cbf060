internal import Diagnostics
internal import DossierCounting
internal import Glibc
internal import YAMLReading

/// The ledger and the rejects while they are written: drafts beside the files, put in their place
/// only when the count is whole, so that a full disk leaves the old ones.
struct LedgerFiles {
  struct Failure: Error { let diagnostic: Diagnostic }

  private struct Draft {
    let path: String
    let descriptor: Int32
    var draft: String { "\(path).\(getpid()).tmp" }
  }

  private var drafts: [Draft] = []
  private(set) var options = CountingOptions()

  static func open(_ options: CaseCountOptions) -> Result<LedgerFiles, Failure> {
    var files = LedgerFiles()
    files.options.threads = options.threads
    for (path, header) in [(options.ledger, ledgerHeader), (options.rejects, rejectHeader)] {
      guard let path else { continue }
      let draft = "\(path).\(getpid()).tmp"
      let descriptor = Glibc.open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        let reason = systemError(errno)
        files.abandon()
        return .failure(
          Failure(diagnostic: .fileUnwritable(SourceFile(path: path), reason: reason)))
      }
      files.drafts.append(Draft(path: path, descriptor: descriptor))
      _ = Array(header.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if path == options.ledger {
        files.options.ledger = descriptor
      } else {
        files.options.rejects = descriptor
      }
    }
    return .success(files)
  }

  /// Puts the files in their place, or removes the drafts of a count that is not whole.
  /// - Returns: why they could not be written.
  func finish(isWhole: Bool) -> Diagnostic? {
    guard isWhole else {
      abandon()
      return nil
    }
    for draft in drafts {
      guard fsync(draft.descriptor) == 0, close(draft.descriptor) == 0,
        rename(draft.draft, draft.path) == 0
      else {
        let reason = systemError(errno)
        for draft in drafts { unlink(draft.draft) }
        return .fileUnwritable(SourceFile(path: draft.path), reason: reason)
      }
    }
    return nil
  }

  private func abandon() {
    for draft in drafts {
      close(draft.descriptor)
      unlink(draft.draft)
    }
  }
}
