internal import Loading

/// Whether closings still are what was closed: digested off the threads that answer requests, and
/// again only when somebody wrote to one of their files, or asks for it.
actor ClosingChecks {
  private let executor = QueueExecutor()
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  private var kept: [String: ClosingCheck] = [:]

  /// - Parameter again: digests it whatever is known.
  func check(_ folder: String, again: Bool) -> ClosingCheck {
    if !again, let kept = kept[folder], kept.holds { return kept }
    let check = verifyClosing(at: folder)
    kept[folder] = check
    return check
  }
}
