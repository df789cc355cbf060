internal import Diagnostics
internal import DossierCounting
internal import YAMLReading

/// A key of `when:` and how it is read.
///
/// One more predicate is a case of `DossierCondition`, a file beside this one, and a line in `all`;
/// `DossierRulesSchema` offers it to editors, and `Criteria/README.md` names it.
struct Predicate: Sendable {
  let key: String
  /// Keys that say more about it and mean nothing without it.
  var companions: [String] = []
  /// What it is when it stands alone: `when: received_before_window`.
  var word: DossierCondition?
  /// Called when the key is there; nil, with a diagnostic, when it cannot be read.
  let read: @Sendable (inout MappingReader, inout RulesBuilder) -> DossierCondition?

  /// In the order in which keys are offered.
  static let all = [
    receivedBeforeWindow, receivedAfterWindow, receivedBefore, receivedFrom, late, overdue, domain,
    procedures, unitTypes, units, channels, sources, statuses, onOutageDay, outageShare, explained,
    causes, linkedAgencyLate, withoutDueDate, turnedLateFrom,
  ]
}
