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

/// What saving a part begins with: nothing of the unit is computed for it.
struct SavingWork {
  let unit: String
  let set: CriteriaSet
  let account: Account
  /// The ids of the documents that can be cited.
  let documents: Set<String>
}

extension WebApplication {
  func beginSaving(_ visit: Visit, _ unit: String) throws -> Result<SavingWork, Hindrance> {
    if let hindrance = try hindrance(visit, of: .editAnswers(unit)) { return .failure(hindrance) }
    guard let snapshot = visit.snapshot, let place = snapshot.places[unit],
      let account = visit.session?.account
    else { return .failure(.missing) }
    let drafts = try store.drafts(of: unit)
    guard let shelf = keeper.shelf(place, drafts, in: snapshot, at: visit.now.local) else {
      return .failure(.unusableFiles)
    }
    return .success(
      SavingWork(
        unit: unit, set: snapshot.set(of: place), account: account,
        documents: Set(shelf.documents.map(\.id))))
  }

  /// Saves what the visit's form says of a part; the same once more changes nothing.
  func save(_ visit: Visit, _ work: SavingWork, _ part: String) async throws -> ItemSaving {
    let set = work.set
    let item = set.itemIndex(part).map { set.items[$0] }
    guard item?.scoredBy == .unit || (part == AnswerForm.shared && !set.sharedInputs.isEmpty)
    else { return .missing }
    let fields = AnswerForm.kept(visit.form, of: item, in: set)
    let strange = (0..<AnswerForm.mostCitations).filter { place in
      fields[AnswerForm.document(place)].map { !work.documents.contains($0) } ?? false
    }
    guard strange.isEmpty else { return .uncitable(strange) }
    guard let version = Int(visit.form["version"]) else { return .unreadable }
    let saving = try await store.saveTyped(
      of: work.unit, part: part, fields, over: version, by: work.account.login,
      at: visit.now.seconds)
    switch saving {
    case .conflict(let other): return .conflict(fields, other)
    case .saved(let draft): return .saved(draft)
    }
  }
}
