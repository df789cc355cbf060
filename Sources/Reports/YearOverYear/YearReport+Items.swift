internal import Diagnostics
package import Grading

/// One unit in both rounds: its areas, and the items that moved.
extension YearReport {
  // MARK: Areas

  /// Of a table of one unit's areas; see `areaRows`.
  package var areaColumns: [YearColumn] {
    let before = years.before.plan.calendar.year
    let after = years.after.plan.calendar.year
    return [
      .init(say("Lĩnh vực", "Area"), isNumber: false, limit: 44),
      .init(say("Điểm \(before)", "Points \(before)")),
      .init(say("Điểm \(after)", "Points \(after)")),
      .init(say("Tăng, giảm chỉ số", "Change of index"), limit: 12),
      .init(say("do kết quả thực hiện", "by performance"), limit: 12),
      .init(say("do tiêu chí thay đổi", "by criteria"), limit: 12),
      .init(say("phần khác", "rest")),
    ]
  }

  package func areaRows(_ unit: UnitYears) -> [[String]] {
    func points(_ total: AreaTotal?) -> String {
      total.map { "\(numbers.shown($0.points))/\(numbers.shown($0.maximum))" } ?? "–"
    }
    return unit.areas.compactMap { area in
      guard let title = named(area, unit) else { return nil }
      return [
        "\(title.id). \(title.title)", points(area.before), points(area.after),
        about(area.parts.total), about(area.parts.performance), about(area.parts.criteria),
        about(area.parts.incomparable),
      ]
    }
  }

  func about(_ value: Exact) -> String {
    let rounded = value.rounded(places: 2, mode: .halfUp)
    return (rounded > .zero ? "+" : "") + numbers.fixed(rounded, places: 2)
  }

  // MARK: Items

  package var movedTitle: String {
    say(
      "Tiêu chí thành phần thay đổi, hoặc không so sánh được",
      "Items that moved, or do not compare")
  }

  /// Items that moved or do not compare: from what to what, and a line for each part.
  package func moved(of unit: UnitYears) -> [YearStatement] {
    unit.items.filter(\.isMoved).compactMap { item in
      guard let title = named(item, unit) else { return nil }
      var lines: [String] = []
      if let reason = reason(item) { lines.append("\(about(item.parts.total)) " + reason) }
      if !item.parts.performance.isZero, item.comparability == .compared {
        lines.append(
          "\(about(item.parts.performance)) " + say("do kết quả thực hiện", "by performance"))
      }
      if !item.parts.criteria.isZero, item.comparability == .compared {
        lines.append("\(about(item.parts.criteria)) " + because(item, unit))
      }
      return YearStatement(
        title: "\(title.id) \(title.title): \(before(item, unit)) → \(after(item, unit))",
        lines: lines)
    }
  }

  private func before(_ item: ItemYears, _ unit: UnitYears) -> String {
    points(item.before, item.old.flatMap { oldSet(unit)?.items[$0] })
  }

  private func after(_ item: ItemYears, _ unit: UnitYears) -> String {
    points(item.after, item.new.flatMap { newSet(unit)?.items[$0] })
  }

  /// "0,5/1", or the state where there are no points.
  private func points(_ outcome: Outcome?, _ item: Item?) -> String {
    guard let outcome, let item else { return "–" }
    let text = words.outcome(outcome)
    return outcome.state == .scored ? "\(text)/\(numbers.shown(item.maximum))" : text
  }

  private func because(_ item: ItemYears, _ unit: UnitYears) -> String {
    let changes = changes(item, unit.pair)
    guard !changes.isEmpty else {
      return say(
        "do tiêu chí khác, hoặc kết quả nơi khác, mà mục này lấy theo đã chấm khác",
        "because other items or units that it reads are scored otherwise")
    }
    return say("do tiêu chí thay đổi: ", "because the criterion changed: ")
      + changes.joined(separator: "; ")
  }
}
