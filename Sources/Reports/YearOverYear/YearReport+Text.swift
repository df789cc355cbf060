internal import Diagnostics
internal import Grading

extension YearReport {
  /// The page: all units, or those of one block, by its id.
  package func text(block: String? = nil) -> String {
    var page = TextPage(isColoured: isColoured)
    writeHead(&page)
    page.gap()
    writeSets(&page, block: block)
    writeUnitLists(&page)
    for group in years.after.groups {
      guard block == nil || block == years.after.plan.blocks[group.block].id else { continue }
      page.gap()
      page.heading(title(of: group))
      write(group, &page)
    }
    return page.text
  }

  func writeHead(_ page: inout TextPage) {
    page.heading(say("So sánh hai kỳ đánh giá", "Two rounds compared"))
    page.line("\(earlier): \(years.before.plan.title)", indent: 2)
    page.line("\(later): \(years.after.plan.title)", indent: 2)
    if isIllustrative {
      let marks = [earlierWords.roundIllustration, words.roundIllustration].compactMap(\.self)
      for mark in marks.first == marks.last ? Array(marks.prefix(1)) : marks { page.line(mark) }
    }
    page.line(method)
  }

  /// How the parts of a change come to be.
  package var method: String {
    say(
      "Kết quả \(later) được tính thêm một lần theo bộ tiêu chí \(earlier), với chính số liệu "
        + "\(later). Từ kết quả \(earlier) đến lần tính ấy chỉ số liệu khác: đó là phần do kết "
        + "quả thực hiện. Từ lần tính ấy đến kết quả \(later) chỉ tiêu chí khác: đó là phần do "
        + "tiêu chí thay đổi. Phần khác là tiêu chí thành phần không so sánh được và làm tròn. Ba "
        + "phần cộng lại đúng bằng mức tăng, giảm.",
      "The result of \(later) was computed once more under the criteria of \(earlier), on the "
        + "data of \(later). From the result of \(earlier) to that one only the data differ: "
        + "this is performance. From that one to the result of \(later) only the criteria do: "
        + "this is changed criteria. The rest are items that do not compare, and rounding. The "
        + "three add up to the change exactly.")
  }

  func writeSets(_ page: inout TextPage, block: String? = nil, only: SetPair? = nil) {
    page.heading(setsTitle)
    for set in sets(block: block, only: only) {
      page.line(set.title, indent: 2)
      for line in set.lines { page.line(line, indent: 4) }
    }
  }

  private func writeUnitLists(_ page: inout TextPage) {
    page.gap()
    for line in unitLists { page.line(line) }
  }

  private func write(_ group: RankingGroup, _ page: inout TextPage) {
    page.line(openness(group))
    var table = TextTable(
      columns.map {
        .init(title: $0.title, alignment: $0.isNumber ? .trailing : .leading, limit: $0.limit)
      })
    for unit in members(of: group) { table.add(row(unit)) }
    page.table(table)
  }
}
