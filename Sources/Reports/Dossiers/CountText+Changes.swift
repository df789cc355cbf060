internal import DossierCounting
internal import Grading

/// What each exclusion changed: the late rate as counted, without it, without any.
extension CountText {
  func writeChanges(_ total: UnitCount, _ page: inout TextPage) {
    let used = rules.exclusions.indices.filter {
      total.lateFigures(without: $0) != total.lateFigures
    }
    guard !used.isEmpty else { return }
    page.gap()
    page.heading(
      say(
        "Tỷ lệ trễ hạn nếu không có quy tắc loại trừ",
        "The late rate if an exclusion were not there")
    )
    for (number, place) in used.enumerated() {
      page.line("(\(number + 1)) \(rules.exclusions[place].title)", indent: 2)
    }
    page.gap()
    let titles =
      [say("Cơ quan, đơn vị, địa phương", "Unit"), say("Đã tính", "As counted")]
      + used.indices.map { say("Không có (\($0 + 1))", "Without (\($0 + 1))") }
      + [say("Không loại trừ", "Without any")]
    var table = TextTable(
      titles.enumerated().map { place, title in
        place == 0
          ? TextTable.Column(title: title, limit: 40)
          : TextTable.Column(title: title, alignment: .trailing, limit: 10)
      })
    for (unit, figures) in dossiers.counted
    where figures.lateFiguresWithoutExclusions != figures.lateFigures {
      table.add([unit.name] + rates(figures, used))
    }
    table.addRule()
    table.add([say("Cộng", "All")] + rates(total, used), isStrong: true)
    page.table(table)
  }

  private func rates(_ figures: UnitCount, _ used: [Int]) -> [String] {
    ([figures.lateFigures] + used.map { figures.lateFigures(without: $0) }
      + [figures.lateFiguresWithoutExclusions]).map {
        words.rate($0.rate(overdueCounts: rules.lateIncludesOverdue))
      }
  }
}
