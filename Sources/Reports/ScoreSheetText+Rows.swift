internal import Diagnostics
package import Grading

/// One line of a unit's sheet, in words.
package struct SheetRow: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case area
    case criterion
    /// Its place in the set.
    case item(Int)
    case total
  }

  package let kind: Kind
  package let id: String
  package let title: String
  package let maximum: String
  /// One a layer.
  package let cells: [String]
  package let isStrong: Bool
}

extension ScoreSheetText {
  /// The lines of a unit's sheet: areas, their criteria, their items, then the totals.
  package func rows(_ result: UnitResult, _ set: CriteriaSet) -> [SheetRow] {
    var rows: [SheetRow] = []
    for (place, area) in set.areas.enumerated() {
      rows.append(
        SheetRow(
          kind: .area, id: area.id, title: area.title + kind(area),
          maximum: points(area.maximum, set),
          cells: result.totals.map { $0.map { areaCell($0.areas[place], area, set) } ?? "–" },
          isStrong: true))
      for criterion in set.criteria[area.criteria] {
        let isItem =
          criterion.items.count == 1 && set.items[criterion.items.lowerBound].id == criterion.id
        if !isItem {
          rows.append(
            SheetRow(
              kind: .criterion, id: criterion.id, title: criterion.title,
              maximum: points(criterion.maximum, set),
              cells: result.sheets.map { criterionCell(criterion, $0, set) }, isStrong: false))
        }
        for item in set.items[criterion.items] { rows.append(row(item, result, set)) }
      }
    }
    return rows + totals(result, set)
  }

  private func row(_ item: Item, _ result: UnitResult, _ set: CriteriaSet) -> SheetRow {
    SheetRow(
      kind: .item(item.index), id: item.id, title: item.title, maximum: points(item.maximum, set),
      cells: result.sheets.enumerated().map { layer, sheet in
        let text = cell(sheet[item.index], set)
        return isNotClaimed(sheet[item.index], layer) ? "(\(text))" : text
      }, isStrong: false)
  }

  /// What kind of area it is, unless its title says so.
  private func kind(_ area: Area) -> String {
    let word: String? =
      switch area.kind {
      case .regular: nil
      case .bonus: say("điểm thưởng", "bonus")
      case .penalty: say("điểm trừ", "penalty")
      }
    guard let word, !area.title.lowercased().contains(word) else { return "" }
    return " (\(word))"
  }

  private func areaCell(_ sum: AreaTotal, _ area: Area, _ set: CriteriaSet) -> String {
    area.kind == .regular && sum.maximum.isZero
      ? Self.notApplicable[words.language] : points(sum.points, set)
  }

  private func criterionCell(
    _ criterion: Criterion, _ outcomes: [Outcome], _ set: CriteriaSet
  ) -> String {
    let counted = outcomes[criterion.items].filter(\.counts)
    return counted.isEmpty
      ? Self.notApplicable[words.language]
      : points(counted.map(\.points).reduce(.zero, +), set)
  }

  /// Points with as many decimals as the set keeps.
  package func points(_ value: Exact, _ set: CriteriaSet) -> String {
    numbers.fixed(value, places: set.rounding.points ?? 2)
  }

  /// Computed points that stand in the column of claims.
  func isNotClaimed(_ outcome: Outcome, _ layer: Int) -> Bool {
    round.layers[layer] == .claimed && outcome.state == .scored && outcome.basis != .claim
  }

  /// An item's points, or why it has none.
  package func cell(_ outcome: Outcome, _ set: CriteriaSet) -> String {
    switch outcome.state {
    case .scored: points(outcome.points, set)
    case .notApplicable(.exclude): Self.notApplicable[words.language]
    case .notApplicable(.fullPoints): points(outcome.points, set) + "*"
    case .unanswered: Self.unanswered[words.language]
    case .pending: Self.pending[words.language]
    case .broken: Self.broken[words.language]
    }
  }

  private func totals(_ result: UnitResult, _ set: CriteriaSet) -> [SheetRow] {
    var rows: [SheetRow] = []
    func row(_ title: String, isStrong: Bool = false, _ value: (Total) -> String) {
      rows.append(
        SheetRow(
          kind: .total, id: "", title: title, maximum: "",
          cells: result.totals.map { $0.map(value) ?? "–" }, isStrong: isStrong))
    }
    row(say("Tổng điểm", "Points"), isStrong: true) { points($0.points, set) }
    row(say("Tổng điểm tối đa áp dụng", "Applicable maximum")) { points($0.maximum, set) }
    if set.areas.contains(where: { $0.kind == .bonus }) {
      row(say("Điểm thưởng", "Bonus")) { points($0.bonus, set) }
    }
    if set.areas.contains(where: { $0.kind == .penalty }) {
      row(say("Điểm trừ", "Penalty")) { points($0.penalty, set) }
    }
    row(say("Chỉ số cải cách hành chính (%)", "PAR Index (%)"), isStrong: true) {
      $0.index.map { numbers.fixed($0, places: set.rounding.index) } ?? "–"
    }
    let block = round.plan.blocks[result.record.block]
    row(say("Xếp hạng (mức)", "Grade")) { $0.grade.map { block.grades[$0.grade].name } ?? "–" }
    if showsPlaces {
      row(say("Thứ hạng", "Place")) { total in
        total.place.map { String($0.number) + ($0.isTied ? say(" (đồng hạng)", " (tied)") : "") }
          ?? "–"
      }
    }
    return rows
  }
}
