internal import Diagnostics
internal import Grading
internal import Reports

/// What somebody is to appraise: the items that are theirs, across units.
struct WorkPage: Sendable {
  struct Row: Hashable, Sendable {
    let path: String
    let unit: String
    let title: String
    let maximum: String
    let claimed: String
    let standing: String
    let stake: String
    let state: String
    let isDone: Bool
  }

  struct Option: Hashable, Sendable {
    let value: String
    let title: String
  }

  let query: WorkQuery
  let rows: [Row]
  let count: Int
  let pages: Int
  /// How many of all that are theirs are in each state.
  let progress: [(state: WorkTable.State, count: Int)]
  let total: Int
  /// What signs in the points' columns mean; empty: there are none.
  let legend: String
  let blocks: [Option]
  let units: [Option]
  let items: [Option]

  /// - Parameters:
  ///   - all: what is theirs, in the table's order.
  ///   - waiting: items that wait for a second approver.
  init(
    _ query: WorkQuery, _ all: [WorkTable.Row], waiting: Set<ItemOfUnit>,
    in snapshot: RoundSnapshot, _ frame: PageFrame
  ) {
    let round = snapshot.round
    let sheets = ScoreSheetText(round, frame.language, showsPlaces: false)
    let numbers = NumberWords(frame.language)
    let chosen = query.rows(all, in: snapshot, waiting: waiting)
    count = chosen.count
    pages = max(1, (chosen.count + WorkQuery.rows - 1) / WorkQuery.rows)
    let page = min(query.page, pages)
    self.query = query.on(page: page)
    let own = self.query
    rows = chosen.dropFirst((page - 1) * WorkQuery.rows).prefix(WorkQuery.rows).map { row in
      let record = round.units[row.unit].record
      let set = round.sets[record.set]
      let item = set.items[row.item]
      let state = row.state(waiting)
      return Row(
        path: WebPath.matter(row.matter) + own.text, unit: record.unit.name,
        title: "\(item.id). \(item.title)", maximum: sheets.points(item.maximum, set),
        claimed: sheets.cell(row.claimed, set), standing: sheets.cell(row.standing, set),
        stake: row.stake.isZero ? "–" : numbers.plain(row.stake), state: frame.state(state),
        isDone: state == .decided)
    }
    let shown = chosen.dropFirst((page - 1) * WorkQuery.rows).prefix(WorkQuery.rows)
    legend = frame.sentence(
      sheets.legend(of: Set(shown.flatMap { [$0.claimed.state, $0.standing.state] }))
        .joined(separator: "; "))
    total = all.count
    progress = WorkTable.counts(all, waiting: waiting)
    var known: Set<Int> = []
    let places = all.map(\.unit).filter { known.insert($0).inserted }.sorted()
    units = places.map {
      Option(value: round.units[$0].record.unit.id, title: round.units[$0].record.unit.name)
    }
    let held = Set(places.map { round.units[$0].record.block })
    blocks = round.plan.blocks.enumerated().filter { held.contains($0.offset) }
      .map { Option(value: $0.element.id, title: $0.element.title) }
    var seen: [Int: Set<Int>] = [:]
    items = all.filter {
      seen[round.units[$0.unit].record.set, default: []].insert($0.item).inserted
    }
    .sorted {
      let (left, right) = (round.units[$0.unit].record.set, round.units[$1.unit].record.set)
      return (left, $0.item) < (right, $1.item)
    }
    .map { row in
      let set = round.sets[round.units[row.unit].record.set]
      let item = set.items[row.item]
      return Option(
        value: WorkQuery.key(row, in: round),
        title: "\(item.id). \(item.title)".shortened(to: 60) + " (\(set.title))")
    }
  }
}

extension String {
  /// The first so many signs of it, with a mark where more follow.
  fileprivate func shortened(to count: Int) -> String {
    self.count <= count ? self : prefix(count - 1) + "…"
  }
}
