internal import Reports

/// Where a unit's dispute of a figure stands; raw values stand in the API.
enum DisputeState: String, Sendable, CaseIterable {
  /// It was not handed in, or not as it is now.
  case draft
  case open
  case decided
}

extension DraftedUnit {
  /// What the unit says against a figure, typed or handed in; nil: nothing.
  /// - Parameter open: figures of which what was handed in is not decided.
  func dispute(
    of figure: String, open: Set<String>
  ) -> (dispute: FilledAssessment.Dispute, state: DisputeState)? {
    guard let dispute = filled.disputes.first(where: { $0.figure == figure }) else { return nil }
    guard filed.disputes.contains(dispute) else { return (dispute, .draft) }
    return (dispute, open.contains(figure) ? .open : .decided)
  }
}
