internal import Grading
internal import Reports

/// What of a round is still open, counted: of all units and of each.
struct RoundOverview {
  struct UnitCount {
    /// Its place in the round.
    let place: Int
    /// Items that were decided, of all that are appraised.
    let decided: Int
    let items: Int
    /// Requests to explain something that it has not answered.
    let requests: Int
    /// nil: it has not handed in.
    let open: OpenItems?
  }

  let submitted: Int
  let units: [UnitCount]
  let work: [(state: WorkTable.State, count: Int)]
  let requests: Int
  /// All units together.
  let open: OpenItems

  /// Items that await the council.
  var council: Int { open.counts.first { $0.reason == .pending(.council) }?.count ?? 0 }

  /// - Parameters:
  ///   - work: what is appraised.
  ///   - waiting: items that wait for a second approver.
  ///   - ledger: what the log says of requests.
  init(
    _ snapshot: RoundSnapshot, _ work: [WorkTable.Row], waiting: Set<ItemOfUnit>,
    _ ledger: NoticeLedger
  ) {
    let round = snapshot.round
    let rows = Dictionary(grouping: work, by: \.unit)
    units = round.units.enumerated().map { place, result in
      let own = rows[place] ?? []
      return UnitCount(
        place: place, decided: own.count { $0.state(waiting) == .decided }, items: own.count,
        requests: ledger.unanswered(result.record.unit.id).count,
        open: result.isSubmitted ? OpenItems(result, layer: round.layers.count - 1) : nil)
    }
    submitted = round.units.count(where: \.isSubmitted)
    requests = units.reduce(0) { $0 + $1.requests }
    var all = OpenItems()
    for unit in units { if let open = unit.open { all.add(open) } }
    open = all
    self.work = WorkTable.counts(work, waiting: waiting)
  }
}
