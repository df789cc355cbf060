internal import Grading

/// The rules of a year, made ready for a report on a stretch of their window or outside it.
///
/// A dossier counts in a stretch when it was received in it, or received before and not finished
/// when it began. Exclusions apply as they are written, with one difference: what is received
/// before or after the window is a matter of the year's assessment. An exclusion that asks nothing
/// else would take out every dossier that is carried over, so it does not apply to a report; one
/// that asks more (a domain, a unit) keeps looking at the first and the last day of the window.
extension DossierRules {
  /// - Parameter excludes: false: no exclusion applies, the figures are those of the software.
  package func reporting(on span: MinuteSpan, excludes: Bool = true) -> DossierRules {
    var rules = self
    rules.window = span
    rules.exclusions =
      excludes
      ? exclusions.filter { !$0.isOnlyOfWindow }.map { exclusion in
        DossierExclusion(
          id: exclusion.id, title: exclusion.title, clause: exclusion.clause,
          when: exclusion.when.map(bound), from: exclusion.from)
      } : []
    rules.lists = lists.map { list in
      DossierList(
        id: list.id, title: list.title, clause: list.clause, when: list.when.map(bound))
    }
    return rules
  }

  /// Exclusions that a report leaves out.
  package var exclusionsOfWindow: [DossierExclusion] { exclusions.filter(\.isOnlyOfWindow) }

  /// A condition on the window, as one on its days.
  private func bound(_ condition: DossierCondition) -> DossierCondition {
    switch condition {
    case .receivedBeforeWindow: .receivedBefore(window.start.day)
    case .receivedAfterWindow: .receivedFrom(window.end.day)
    case .receivedBefore, .receivedFrom, .late, .overdue, .domains, .procedures, .unitTypes, .units,
      .channels, .sources, .statuses, .onOutageDay, .outageShare, .explained, .causes,
      .linkedAgencyLate, .withoutDueDate, .turnedLateFrom:
      condition
    }
  }
}

extension DossierExclusion {
  /// Whether it asks for nothing but a receipt before or after the window.
  package var isOnlyOfWindow: Bool {
    !when.isEmpty
      && when.allSatisfy { $0 == .receivedBeforeWindow || $0 == .receivedAfterWindow }
  }
}
