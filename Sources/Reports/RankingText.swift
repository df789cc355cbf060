package import Diagnostics
package import Grading

/// The rankings of a round as people read them: every block, or every parent's group, apart.
package struct RankingText: Sendable {
  let words: RoundWords
  let isColoured: Bool

  /// The intervals of groups; only the final layer has them.
  private let intervals: @Sendable ([RankingGroup]) -> RoundIntervals

  /// Whether that is told of every unit that something open can move, not only of provisional ones.
  package var boundsAll = false

  /// - Parameter intervals: gives those of groups, where they are known or found by many workers.
  package init(
    _ round: Round, _ language: Language, isColoured: Bool = false,
    intervals: (@Sendable ([RankingGroup]) -> RoundIntervals)? = nil
  ) {
    words = RoundWords(round, language)
    self.isColoured = isColoured
    self.intervals = intervals ?? { RoundIntervals(round, of: $0) }
  }

  /// For other reports that say the same of a unit.
  package init(_ round: Round, _ words: RoundWords) {
    self.words = words
    isColoured = false
    intervals = { RoundIntervals(round, of: $0) }
  }

  var round: Round { words.round }
  var numbers: NumberWords { words.numbers }

  func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  /// The rankings of one block, or of all; `layer` counts in `Round.layers`, the last by default.
  package func text(block: Int? = nil, layer: Int? = nil) -> String {
    let layer = layer ?? round.layers.count - 1
    var page = TextPage(isColoured: isColoured)
    heading(&page, layer)
    guard round.cycle.isEmpty else {
      page.line(
        say(
          "Không xếp hạng được: các khối chấm điểm dựa vào kết quả của nhau theo vòng.",
          "There is no ranking: groups answer for each other in a circle."))
      return page.text
    }
    let open = round.groups.filter { group in
      (block == nil || block == group.block) && layer == round.layers.count - 1
        && (boundsAll
          || group.units.contains { round.units[$0].totals[layer]?.isProvisional == true })
    }
    let intervals = open.isEmpty ? nil : self.intervals(open)
    for (place, plan) in round.plan.blocks.enumerated() where block == nil || block == place {
      page.gap()
      page.heading(plan.title)
      page.line(basis(plan))
      if let breakers = breakers(plan) { page.line(breakers) }
      for group in round.groups where group.block == place {
        page.gap()
        if plan.groupsByParent { page.heading(title(of: group)) }
        write(group, plan, layer, intervals, to: &page)
      }
    }
    return page.text
  }

  private func heading(_ page: inout TextPage, _ layer: Int) {
    page.heading(round.plan.title)
    page.line(
      say("Xếp theo cột điểm: ", "Ranked on the column: ") + words.layer(round.layers[layer]))
    if let moment = round.plan.asOf {
      page.line(
        say(
          "Theo nhật ký đến \(moment.words[words.language]): \(moment.events) sự kiện",
          "As of \(moment.words[words.language]): \(moment.events) events"))
    }
    if let mark = words.roundIllustration { page.line(mark) }
    if !round.plan.publication.isPublic {
      page.line(words.notPublished)
    }
  }

  /// The unit whose bodies a group ranks.
  package func title(of group: RankingGroup) -> String {
    group.parent.map(words.unit)
      ?? say("Không có cơ quan cấp trên trong danh sách", "Without a parent in the register")
  }

  // MARK: What decides

  /// "Xếp hạng theo chỉ số đã làm tròn 2 chữ số thập phân; …".
  package func basis(_ block: Block) -> String {
    let places = round.units.filter { round.plan.blocks[$0.record.block].id == block.id }
      .map { round.sets[$0.record.set].rounding.index }
    let decimals = Set(places).sorted().map(String.init).joined(separator: "/")
    let rounding =
      decimals.isEmpty
      ? "" : say(" \(decimals) chữ số thập phân", " to \(decimals) decimals")
    func value(_ basis: IndexBasis) -> String {
      switch basis {
      case .rounded: say("chỉ số đã làm tròn", "the index rounded") + rounding
      case .exact: say("chỉ số chính xác, chưa làm tròn", "the exact index, not rounded")
      }
    }
    let ties =
      switch block.ties {
      case .competition:
        say("đồng hạng thì bỏ hạng kế tiếp (1-2-2-4)", "ties skip the next places (1-2-2-4)")
      case .dense: say("đồng hạng không bỏ hạng kế tiếp (1-2-2-3)", "ties skip no place (1-2-2-3)")
      }
    let grades = block.grades.enumerated().map { place, grade in
      place == block.grades.count - 1
        ? say("\(grade.name): còn lại", "\(grade.name): the rest")
        : say(
          "\(grade.name): từ \(numbers.shown(grade.from))",
          "\(grade.name): from \(numbers.shown(grade.from))")
    }
    return say(
      "Xếp thứ hạng theo \(value(block.rankedOn)); \(ties). Xếp mức theo \(value(block.gradesOn)): "
        + "\(grades.joined(separator: "; ")).",
      "Places on \(value(block.rankedOn)); \(ties). Grades on \(value(block.gradesOn)): "
        + "\(grades.joined(separator: "; ")).")
  }

  /// What parts equal indexes; nil: nothing does.
  package func breakers(_ block: Block) -> String? {
    guard !block.tieBreakers.isEmpty else { return nil }
    let ids = block.tieBreakers.joined(separator: ", ")
    return say(
      "Bằng chỉ số thì xét lần lượt tỷ lệ điểm của: \(ids); nội dung không áp dụng cho mọi nơi bằng "
        + "chỉ số thì bỏ qua.",
      "Equal indexes are parted by the share of points in, one after the other: \(ids); one that "
        + "does not apply to all of them is skipped.")
  }

  // MARK: Rows

  private func write(
    _ group: RankingGroup, _ block: Block, _ layer: Int, _ intervals: RoundIntervals?,
    to page: inout TextPage
  ) {
    let standings = Standings(round, group, layer: layer, order: .pages)
    var table = TextTable([
      .init(title: say("Thứ hạng", "Place"), alignment: .trailing, limit: 8),
      .init(title: say("Cơ quan, đơn vị, địa phương", "Unit"), limit: 48),
      .init(title: say("Chỉ số (%)", "Index (%)"), alignment: .trailing, limit: 10),
      .init(title: say("Xếp hạng (mức)", "Grade"), limit: 14),
      .init(title: say("Ghi chú", "Notes"), limit: 60),
    ])
    for unit in standings.ranked {
      table.add(row(unit, layer, block, intervals?[unit], isRanked: true))
    }
    if !standings.unranked.isEmpty {
      table.addRule()
      for unit in standings.unranked {
        table.add(row(unit, layer, block, intervals?[unit], isRanked: false))
      }
    }
    if table.isEmpty {
      page.line(say("Không có nơi nào được xếp hạng.", "No unit is ranked."))
    } else {
      page.table(table)
    }
    let hasOuterBounds = group.units.contains { unit in
      (boundsAll || round.units[unit].totals[layer]?.isProvisional == true)
        && intervals?[unit]?.hasOuterBounds(showsPlaces: true) == true
    }
    if hasOuterBounds { page.line(words.outerBound) }
    list(
      standings.notSubmitted,
      say("Không nộp bản tự chấm điểm, không xếp hạng", "Handed in nothing, not ranked"), &page)
    list(
      standings.unreadable,
      say("Không đọc được tệp (có lỗi), không xếp hạng", "Files cannot be used, not ranked"), &page)
    list(
      standings.withoutIndex,
      say("Không có nội dung nào áp dụng, không có chỉ số", "Nothing applies, no index"), &page)
  }

  private func list(_ units: [Int], _ title: String, _ page: inout TextPage) {
    guard !units.isEmpty else { return }
    let names = units.map { round.units[$0].record.unit.name }
    page.line("\(title): \(names.joined(separator: "; ")).")
  }

  private func row(
    _ unit: Int, _ layer: Int, _ block: Block, _ interval: UnitInterval?, isRanked: Bool
  ) -> [String] {
    let result = round.units[unit]
    let set = round.sets[result.record.set]
    let total = result.totals[layer]
    let index = total?.index.map { numbers.fixed($0, places: set.rounding.index) } ?? "–"
    let grade = total?.grade.map { block.grades[$0.grade].name } ?? "–"
    let place = total?.place.map { String($0.number) } ?? "–"
    var notes = notes(result, layer, block, isRanked: isRanked)
    if total?.isProvisional == true || boundsAll, let interval {
      notes += [words.text(interval, decimals: set.rounding.index)].compactMap { $0 }
    }
    return [place, result.record.unit.name, index, grade, notes.joined(separator: "; ")]
  }

  /// What stands beside a unit: ties, a lowered grade, what is provisional.
  package func notes(_ result: UnitResult, _ layer: Int, _ block: Block, isRanked: Bool) -> [String]
  {
    var notes: [String] = []
    let total = result.totals[layer]
    if !isRanked {
      let isOpenAtLock =
        words.round.layers[layer] == .final && result.record.unit.isRanked
        && result.record.isLocked && total?.isProvisional == true
      notes.append(
        isOpenAtLock
          ? say(
            "chưa có thứ hạng vì khóa khi còn bỏ ngỏ",
            "no place, for it was locked while something was open")
          : say("chấm điểm, không xếp hạng", "scored, not ranked"))
    }
    if result.record.assessment.isUnreadable {
      notes.append(say("không đọc được tệp", "files cannot be used"))
    } else if !result.isSubmitted {
      notes.append(say("không nộp bản tự chấm điểm", "handed in nothing"))
    }
    if let place = total?.place {
      if place.isTied { notes.append(say("đồng hạng", "tied")) }
      if !place.skipped.isEmpty {
        let ids = place.skipped.joined(separator: ", ")
        notes.append(
          say(
            "bỏ qua \(ids) vì không áp dụng cho mọi nơi bằng chỉ số",
            "\(ids) skipped: does not apply to all who are tied"))
      }
      if let breaker = place.breaker {
        notes.append(
          say("phân định đồng chỉ số theo \(breaker)", "equal indexes parted by \(breaker)"))
      }
    }
    if let grade = total?.grade, grade.grade != grade.fromIndex {
      let reasons = grade.conditions.map { block.conditions[$0].reason }
      notes.append(
        say(
          "theo chỉ số là \(block.grades[grade.fromIndex].name), hạ mức: "
            + reasons.joined(separator: "; "),
          "\(block.grades[grade.fromIndex].name) by the index, lowered: "
            + reasons.joined(separator: "; ")))
    }
    if total?.isProvisional == true {
      let open = OpenItems(result, layer: layer)
      notes.append(say("tạm tính: ", "provisional: ") + words.text(open))
    }
    return notes
  }
}
