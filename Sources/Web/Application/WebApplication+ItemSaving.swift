internal import Grading
internal import Reports
internal import Store

/// What became of saving what somebody typed of one part.
enum ItemSaving {
  /// There is no such part, or the unit does not fill it in.
  case missing
  /// It does not say over which version it is saved.
  case unreadable
  /// Documents that are not on the unit's shelf, by their places among the citations.
  case uncitable([Int])
  case saved(StoredDraft)
  /// What was to be saved, and what somebody else saved in between.
  case conflict([String: String], StoredDraft)
}

extension WebApplication {
  /// Saves what the visit's form says of a part; the same once more changes nothing.
  func save(_ visit: Visit, _ work: UnitWork, _ part: String) throws -> ItemSaving {
    let set = work.set
    let item = set.itemIndex(part).map { set.items[$0] }
    guard item?.scoredBy == .unit || (part == AnswerForm.shared && !set.sharedInputs.isEmpty)
    else { return .missing }
    let fields = AnswerForm.kept(visit.form, of: item, in: set)
    let shelf = Set(work.drafted.shelf.documents.map(\.id))
    let strange = (0..<AnswerForm.mostCitations).filter { place in
      fields[AnswerForm.document(place)].map { !shelf.contains($0) } ?? false
    }
    guard strange.isEmpty else { return .uncitable(strange) }
    guard let version = Int(visit.form["version"]) else { return .unreadable }
    let saving = try store.saveDraft(
      of: work.result.record.unit.id, part: part, fields, over: version, by: work.account.login,
      at: visit.now.seconds)
    switch saving {
    case .conflict(let other): return .conflict(fields, other)
    case .saved(let draft): return .saved(draft)
    }
  }
}
