internal import Diagnostics
internal import DossierCounting
internal import Glibc
internal import YAMLReading

/// The ledger and the rejects while they are written: drafts beside the files, put in their place
/// only when the count is whole, so that a full disk leaves the old ones.
///
/// What is no regular file (a pipe, a terminal, a device) is written to as it is.
struct LedgerFiles {
  struct Failure: Error { let diagnostic: Diagnostic }

  private struct Draft {
    let path: String
    let descriptor: Int32
    /// nil: the file itself is written.
    let draft: String?
  }

  private var drafts: [Draft] = []
  private(set) var options = CountingOptions()

  static func open(_ options: CaseCountOptions) -> Result<LedgerFiles, Failure> {
    var files = LedgerFiles()
    files.options.threads = options.threads
    files.options.takesCut = true
    for (path, header) in [(options.ledger, ledgerHeader), (options.rejects, rejectHeader)] {
      guard let path else { continue }
      let draft = isSpecial(path) ? nil : "\(path).\(getpid()).tmp"
      let flags = O_WRONLY | O_CLOEXEC | (draft == nil ? 0 : O_CREAT | O_TRUNC)
      let descriptor = Glibc.open(draft ?? path, flags, 0o644)
      guard descriptor >= 0 else {
        let reason = systemError(errno)
        files.abandon()
        return .failure(failure(path, reason))
      }
      files.drafts.append(Draft(path: path, descriptor: descriptor, draft: draft))
      guard write(descriptor, header) else {
        let reason = systemError(errno)
        files.abandon()
        return .failure(failure(path, reason))
      }
      if header == ledgerHeader {
        files.options.ledger = descriptor
      } else {
        files.options.rejects = descriptor
      }
    }
    return .success(files)
  }

  private static func failure(_ path: String, _ reason: Wording) -> Failure {
    Failure(diagnostic: .fileUnwritable(SourceFile(path: path), reason: reason))
  }

  private static func isSpecial(_ path: String) -> Bool {
    var about = stat()
    guard stat(path, &about) == 0 else { return false }
    return about.st_mode & S_IFMT != S_IFREG
  }

  private static func write(_ descriptor: Int32, _ header: String) -> Bool {
    Array(header.utf8).withUnsafeBytes { bytes in
      Glibc.write(descriptor, bytes.baseAddress, bytes.count) == bytes.count
    }
  }

  /// Puts the files in their place, or removes the drafts of a count that is not whole.
  /// - Returns: why they could not be written.
  func finish(isWhole: Bool) -> Diagnostic? {
    guard isWhole else {
      abandon()
      return nil
    }
    for draft in drafts {
      let isFlushed = draft.draft == nil || fsync(draft.descriptor) == 0
      guard isFlushed, close(draft.descriptor) == 0,
        draft.draft.map({ rename($0, draft.path) == 0 }) ?? true
      else {
        let reason = systemError(errno)
        for draft in drafts { if let name = draft.draft { unlink(name) } }
        return .fileUnwritable(SourceFile(path: draft.path), reason: reason)
      }
    }
    return nil
  }

  private func abandon() {
    for draft in drafts {
      close(draft.descriptor)
      if let name = draft.draft { unlink(name) }
    }
  }
}
