internal import Grading

/// Which part of the work somebody looks at, and in which order; stands in addresses.
struct WorkQuery: Hashable, Sendable {
  enum Order: String, Sendable, CaseIterable {
    /// By the points at stake.
    case stake = "diem"
    /// By criterion, across units.
    case item = "tieu-chi"
    case unit = "don-vi"
  }

  static let rows = 50

  var order = Order.stake
  var state: WorkTable.State?
  var unit: String?
  var block: String?
  /// A set's place and an item's id: `0~1.1.2`.
  var item: String?
  /// From 1.
  var page = 1

  init(_ query: [String: String]) {
    order = query["xep"].flatMap(Order.init) ?? .stake
    state = query["tt"].flatMap(WorkTable.State.init)
    unit = query["don-vi"].flatMap(WorkQuery.safe)
    block = query["khoi"].flatMap(WorkQuery.safe)
    item = query["muc"].flatMap(WorkQuery.safe)
    page = min(max(query["trang"].flatMap(Int.init) ?? 1, 1), 100_000)
  }

  /// Only what ids are made of: it goes into addresses as it is.
  private static func safe(_ text: String) -> String? {
    let isSafe = text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
        || "-_.~".utf8.contains($0)
    }
    return isSafe && !text.isEmpty && text.utf8.count <= 120 ? text : nil
  }

  /// As it stands behind a path; empty when nothing is asked for.
  var text: String {
    let parts = [
      order == .stake ? nil : "xep=\(order.rawValue)", state.map { "tt=\($0.rawValue)" },
      block.map { "khoi=\($0)" }, unit.map { "don-vi=\($0)" }, item.map { "muc=\($0)" },
      page == 1 ? nil : "trang=\(page)",
    ].compactMap(\.self)
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }

  func on(page: Int) -> WorkQuery {
    var other = self
    other.page = page
    return other
  }

  /// The rows that are asked for, in their order.
  /// - Parameter waiting: items that wait for a second approver.
  func rows(
    _ all: [WorkTable.Row], in snapshot: RoundSnapshot, waiting: Set<ItemOfUnit>
  ) -> [WorkTable.Row] {
    let round = snapshot.round
    let chosen = all.filter { row in
      let record = round.units[row.unit].record
      return (unit.map { $0 == row.matter.unit } ?? true)
        && (block.map { round.plan.blocks[record.block].id == $0 } ?? true)
        && (item.map { $0 == WorkQuery.key(row, in: round) } ?? true)
        && (state.map { $0 == row.state(waiting) } ?? true)
    }
    func key(_ row: WorkTable.Row) -> (Int, Int) {
      (order == .item ? round.units[row.unit].record.set : row.unit, row.item)
    }
    switch order {
    // What is decided is looked at again only when all else is done.
    case .stake:
      let done = { (row: WorkTable.Row) in row.state(waiting) == .decided }
      return chosen.filter { !done($0) } + chosen.filter(done)
    // Within an item those with most at stake still come first.
    case .item, .unit:
      return chosen.enumerated().sorted { left, right in
        let (one, other) = (key(left.element), key(right.element))
        return one == other ? left.offset < right.offset : one < other
      }.map(\.element)
    }
  }

  /// Whether a row is looked at again only when all else is done, and something else is not.
  func putsLast(_ row: WorkTable.Row, behind first: WorkTable.Row) -> Bool {
    order == .stake && row.state == .decided && first.state != .decided
  }

  /// What names an item across the units that share its set.
  static func key(_ row: WorkTable.Row, in round: Round) -> String {
    "\(round.units[row.unit].record.set)~\(row.matter.item)"
  }
}

extension WorkTable.Row {
  func state(_ waiting: Set<ItemOfUnit>) -> WorkTable.State {
    waiting.contains(matter) ? .waiting : state
  }
}

extension PageFrame {
  func state(_ state: WorkTable.State) -> String {
    switch state {
    case .untouched: say("chưa xem", "not looked at")
    case .asked: say("đã hỏi, chờ giải trình", "asked")
    case .answered: say("đã giải trình", "explained")
    case .waiting: say("chờ duyệt", "waiting for approval")
    case .decided: say("đã thẩm định", "decided")
    }
  }
}
