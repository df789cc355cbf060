internal import Diagnostics
package import Grading

/// All units of a round by block: what was lost, what is planned, who has no plan.
extension RemedyReport {
  /// - Parameter plans: of all units, in the round's order.
  package func summary(_ plans: [RemedyPlan]) -> String {
    var page = TextPage(isColoured: isColoured)
    page.heading(say("Kế hoạch khắc phục tồn tại, hạn chế", "Remedy plans"))
    writeHead(plans, &page)
    for (place, block) in round.plan.blocks.enumerated() {
      let members = plans.filter { unit($0).record.block == place }
      guard !members.isEmpty else { continue }
      page.gap()
      page.heading(block.title)
      write(members, &page)
    }
    return page.text
  }

  /// The units with most points uncovered first, then the register's order.
  private func write(_ members: [RemedyPlan], _ page: inout TextPage) {
    let shown = (onlyMissing ? members.filter { $0.sums.missingItems > 0 } : members)
      .enumerated().sorted {
        ($1.element.sums.missing, $0.offset) < ($0.element.sums.missing, $1.offset)
      }.map(\.element)
    guard !shown.isEmpty else {
      return page.line(
        say("Không đơn vị nào còn mục chưa có kế hoạch.", "No unit has an item without a plan."))
    }
    var table = TextTable(columns)
    var total = RemedySums()
    for plan in shown {
      total += plan.sums
      table.add([unit(plan).record.unit.name] + cells(plan.sums) + [file(plan)])
    }
    table.addRule()
    table.add([say("Cộng", "Sum")] + cells(total) + [""], isStrong: true)
    page.table(table)
  }

  private var columns: [TextTable.Column] {
    func number(_ vietnamese: String, _ english: String) -> TextTable.Column {
      .init(title: say(vietnamese, english), alignment: .trailing, limit: 10)
    }
    var columns: [TextTable.Column] = [
      .init(title: say("Cơ quan, đơn vị, địa phương", "Unit"), limit: 40),
      number("Mục mất điểm", "Items lost on"), number("Điểm mất", "Points lost"),
      number("Điểm có kế hoạch", "Points planned for"),
      number("Mục chưa có kế hoạch", "Items without plan"),
      number("Điểm chưa có kế hoạch", "Points without plan"),
      number("Hoàn thành", "Done"), number("Hoàn thành muộn", "Done late"),
    ]
    if day != nil { columns.append(number("Quá hạn", "Overdue")) }
    return columns + [
      number("Chưa có kết quả", "No result"), .init(title: say("Kế hoạch", "Plan"), limit: 20),
    ]
  }

  private func cells(_ sums: RemedySums) -> [String] {
    var cells = [
      String(sums.items), numbers.about(sums.lost), numbers.about(sums.covered),
      String(sums.missingItems), numbers.about(sums.missing), String(sums.done),
      String(sums.doneLate),
    ]
    if day != nil { cells.append(String(sums.overdue)) }
    return cells + [String(sums.open)]
  }

  /// Whether the unit has handed a plan in.
  private func file(_ plan: RemedyPlan) -> String {
    guard let submission = plan.submission else {
      return plan.sums.items == 0 ? "–" : say("chưa có", "none")
    }
    if submission.isUnreadable { return say("tệp có lỗi", "unusable") }
    guard let moment = submission.submittedAt else { return say("bản nháp", "draft") }
    return say("nộp ", "") + numbers.date(moment.day)
  }
}
