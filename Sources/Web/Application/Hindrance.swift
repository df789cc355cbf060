internal import Store

/// What keeps somebody from what they ask for, before anything is done; a page says it to people, a
/// problem of the API to programs.
enum Hindrance: Error, Hashable {
  /// Nobody is signed in.
  case nobody
  case refused(ActRefusal)
  /// There is no such thing.
  case missing
  /// The unit's files cannot be read.
  case unusableFiles
}

extension WebApplication {
  /// What keeps the account from an act, which is noted; nil: it may do it.
  func hindrance(_ visit: Visit, of act: Act) throws -> Hindrance? {
    guard let account = visit.session?.account, let rights = visit.rights else { return .nobody }
    guard let refusal = rights.refusal(of: act, by: account) else { return nil }
    try note(refusalOf: act.name, visit)
    return .refused(refusal)
  }
}
