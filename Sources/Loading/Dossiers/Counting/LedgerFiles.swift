internal import Diagnostics
internal import DossierCounting
internal import Glibc

/// The ledger and the rejects while they are written: put in their place only when the count is
/// whole.
struct LedgerFiles {
  struct Failure: Error { let diagnostic: Diagnostic }

  private var drafts: [(path: String, draft: DraftFile)] = []
  private(set) var options = CountingOptions()

  static func open(_ options: CaseCountOptions) -> Result<LedgerFiles, Failure> {
    var files = LedgerFiles()
    files.options.threads = options.threads
    files.options.takesCut = true
    files.options.ledger = options.scratch?.descriptor
    for (path, header, column) in [
      (options.ledger, ledgerHeader, \CountingOptions.ledger),
      (options.rejects, rejectHeader, \CountingOptions.rejects),
    ] {
      guard let path else { continue }
      switch DraftFile.open(path) {
      case .failure(let failure):
        files.abandon()
        return .failure(Failure(diagnostic: failure.diagnostic(path)))
      case .success(let draft):
        files.drafts.append((path, draft))
        let error = Array(header.utf8).withUnsafeBytes { draft.write($0) }
        guard error == 0 else {
          files.abandon()
          return .failure(
            Failure(diagnostic: DraftFile.Failure(error: error).diagnostic(path)))
        }
        files.options[keyPath: column] = draft.descriptor
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
    for (path, draft) in drafts {
      let error = draft.flush()
      guard error == 0 else {
        abandon()
        return DraftFile.Failure(error: error).diagnostic(path)
      }
    }
    for (place, (path, draft)) in drafts.enumerated() {
      let error = draft.place()
      guard error == 0 else {
        for (_, draft) in drafts[(place + 1)...] { draft.abandon() }
        return DraftFile.Failure(error: error).diagnostic(path)
      }
    }
    return nil
  }

  private func abandon() { for (_, draft) in drafts { draft.abandon() } }
}
