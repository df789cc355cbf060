internal import Diagnostics
internal import Grading
internal import Reports
internal import Store

extension CheckPage {
  init(
    _ drafted: DraftedUnit, in snapshot: RoundSnapshot, _ frame: PageFrame, status: [String],
    account: Account, refusal: ActRefusal?, isChangedSince: Bool
  ) {
    let round = snapshot.round
    let result = drafted.result
    let set = round.sets[result.record.set]
    let sheets = ScoreSheetText(round, frame.language, showsPlaces: false)
    let source = ItemPageSource(
      drafted: drafted, snapshot: snapshot, frame: frame, refusal: nil, saved: nil)
    let computedLayer = round.layers.firstIndex(of: .computed) ?? 0
    let claimedLayer = round.layers.firstIndex(of: .claimed) ?? 0
    unit = result.record.unit.id
    name = result.record.unit.name
    self.status = status
    edition = drafted.edition(set)
    let own = set.items.filter {
      $0.scoredBy == .unit && result.sheets[computedLayer][$0.index].counts
    }
    items = own.count
    answered = own.count { drafted.filled.answers[$0.id] != nil }
    func points(_ layer: Int) -> String {
      result.totals[layer].map { sheets.points($0.points, set) } ?? "–"
    }
    claimed = points(claimedLayer)
    computed = points(computedLayer)
    let gaps = drafted.gaps(in: snapshot)
    let report = GapReport(
      round, language: frame.language, showsPlaces: false, namesOthers: false,
      shelf: result.record.assessment.shelf)
    stakes = gaps.gaps.isEmpty ? nil : report.stakes(gaps.total)
    let unit = self.unit
    func missing(_ item: Item, _ text: String) -> Problem {
      Problem(
        title: "\(item.id). \(item.title)", path: WebPath.item(item.id, of: unit), text: text,
        isError: false)
    }
    unanswered = own.filter { drafted.filled.answers[$0.id] == nil }.map { missing($0, "") }
    unproven = own.filter { drafted.filled.answers[$0.id] != nil }.compactMap { item in
      let lacks = gaps.gaps.filter { gap in
        gap.group == .evidence && gap.effects.contains { $0.item == item.index }
      }.map(report.what)
      return lacks.isEmpty ? nil : missing(item, lacks.joined(separator: "; "))
    }
    problems = drafted.problems.flatMap { field, problems in
      problems.filter { $0.severity != .note }.map { (field, $0) }
    }
    .sorted { left, right in
      let order = { (entry: (AssessmentField?, Diagnostic)) in
        entry.1.primary.span.start.line
      }
      return order(left) < order(right)
    }
    .map { field, problem in
      let item = field?.item.flatMap { set.itemIndex($0) }.map { set.items[$0] }
      let isShared = if case .shared? = field { true } else { false }
      return Problem(
        title: item.map { "\($0.id). \($0.title)" }
          ?? (isShared
            ? frame.say("Số liệu dùng chung", "Shared inputs")
            : frame.say("Tệp của đơn vị", "The unit's files")),
        path: item.map { WebPath.item($0.id, of: unit) }
          ?? (isShared ? WebPath.shared(unit) : nil),
        text: source.text(problem, about: field), isError: problem.isError)
    }
    switch refusal {
    case nil:
      signer = [account.name, account.position].compactMap(\.self).joined(separator: ", ")
      self.refusal = nil
    case .role:
      signer = nil
      self.refusal = nil
    case .some(let reason):
      signer = nil
      self.refusal = frame.sentence(reason.wording[frame.language])
    }
    hasChanges =
      !round.units[drafted.unit].isSubmitted || drafted.hasChanges || isChangedSince
  }
}
