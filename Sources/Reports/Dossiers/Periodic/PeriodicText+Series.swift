internal import DossierCounting
internal import Grading

/// Stretch by stretch: the figures of each, what moved, and the units that were watched in any.
extension PeriodicText {
  func writeSeries(_ page: inout TextPage) {
    guard !report.parts.isEmpty else { return }
    part(say("Diễn biến trong kỳ", "Stretch by stretch"), &page)
    page.gap()
    writeTable(&page)
    page.gap()
    let sheets = (report.before.map { [$0] } ?? []) + report.parts
    if sheets.count <= 4 {
      for sheet in sheets { page.line("- " + sentence(sheet)) }
      page.gap()
    }
    page.line(counts(sheets))
    writeCarryOver(sheets, &page)
    for (before, now) in zip(sheets, sheets.dropFirst()) {
      let movement = report.movement(from: before, to: now)
      guard !movement.entered.isEmpty || !movement.left.isEmpty else { continue }
      page.gap()
      page.line(words.capital(words.title(now.time)) + ":")
      write(movement, now, &page)
    }
    writeBlockRates(&page)
    writeWatchedUnits(&page)
  }

  /// "22 cơ quan, đơn vị trễ hạn từ 3% trở lên trong tháng 7 năm 2019, 13 trong tháng 8 năm 2019".
  private func counts(_ sheets: [ReportSheet]) -> String {
    let items = sheets.enumerated().map { place, sheet in
      let number = report.lists(sheet).watch.count
      let title = words.title(sheet.time)
      guard place == 0 else {
        return say("\(words.count(number)) trong \(title)", "\(words.count(number)) in \(title)")
      }
      let bound = words.bound(report.bounds.watch)
      return say(
        "\(words.units(number)) trễ hạn từ \(bound) trở lên trong \(title)",
        "\(words.units(number)) at or over \(bound) late in \(title)")
    }
    return items.joined(separator: ", ") + "."
  }

  /// Where what is carried over is not what was left: a dossier that is excluded once it is late
  /// leaves the figures in between.
  private func writeCarryOver(_ sheets: [ReportSheet], _ page: inout TextPage) {
    let items = zip(sheets, sheets.dropFirst()).compactMap { before, now -> String? in
      guard case .counted(let earlier, _) = before.time, case .counted(let later, _) = now.time,
        earlier.span.end == later.span.start, let left = before.total[.unresolved],
        let carried = now.total[.carriedOver], left != carried
      else { return nil }
      return "\(words.short(now.time)) \(words.count(carried)) / \(words.count(left))"
    }
    guard !items.isEmpty else { return }
    page.gap()
    page.line(
      say(
        "Kỳ trước chuyển qua / chưa giải quyết cuối kỳ trước, khác nhau do hồ sơ bị loại trừ trong kỳ này hoặc kỳ trước: ",
        "Carried over / left unresolved before, different where dossiers are excluded in one of the two: "
      ) + items.joined(separator: "; ") + ".")
  }

  private func writeTable(_ page: inout TextPage) {
    let bounds = report.bounds
    var table = figureTable(say("Kỳ", "Stretch"))
    let extra = [
      say("Từ \(words.bound(bounds.watch))", "≥ \(words.bound(bounds.watch))"),
      say("Từ \(words.bound(bounds.accountable))", "≥ \(words.bound(bounds.accountable))"),
      say("Không trễ", "None late"),
    ]
    table.columns += extra.map { TextTable.Column(title: $0, alignment: .trailing, limit: 9) }
    func row(_ title: String, _ sheet: ReportSheet) -> [String] {
      let lists = report.lists(sheet)
      return [title] + cells(sheet.total)
        + [lists.watch, lists.accountable].map { words.count($0.count) }
        + [words.count(lists.withoutLate.count)]
    }
    if let before = report.before {
      table.add(row(words.short(before.time) + say(" (kỳ trước)", " (before)"), before))
      table.addRule()
    }
    for sheet in report.parts { table.add(row(words.short(sheet.time), sheet)) }
    table.addRule()
    table.add(row(words.short(report.whole.time), report.whole), isStrong: true)
    page.table(table)
    page.line(
      say(
        "Ba cột cuối: số cơ quan, đơn vị. Dòng cuối đếm cả kỳ một lần, không phải tổng các dòng trên.",
        "The last three columns count units. The last row is counted over the whole, not added up."
      ))
  }

  private func writeBlockRates(_ page: inout TextPage) {
    page.gap()
    page.line(say("Tỷ lệ trễ hạn theo khối (%):", "Late rates by block (%):"))
    page.gap()
    var table = rateTable(say("Khối", "Block"))
    for type in report.whole.types {
      table.add(
        [words.block(type)] + report.parts.map { percent(report.rate($0.total(of: type))) }
          + [percent(report.rate(report.whole.total(of: type)))])
    }
    table.addRule()
    table.add(
      [say("Tổng cộng", "All")] + report.parts.map { percent(report.rate($0.total)) }
        + [percent(report.rate(report.whole.total))], isStrong: true)
    page.table(table)
  }

  /// Units that stood on the watch list in any stretch, the most often first.
  private func writeWatchedUnits(_ page: inout TextPage) {
    let lists = report.parts.map(report.lists)
    var times: [Int: Int] = [:]
    for list in lists { for entry in list.watch { times[entry.row, default: 0] += 1 } }
    guard !times.isEmpty else { return }
    page.gap()
    page.line(
      say(
        "Tỷ lệ trễ hạn (%) của \(words.units(times.count)) có ít nhất một kỳ trễ hạn từ \(words.bound(report.bounds.watch)) trở lên (*; từ \(words.bound(report.bounds.accountable)): **):",
        "Late rates (%) of \(words.units(times.count)) at or over \(words.bound(report.bounds.watch)) in one stretch or more (*; \(words.bound(report.bounds.accountable)): **):"
      ))
    page.gap()
    var table = rateTable(say("Cơ quan, đơn vị, địa phương", "Unit"))
    let watched = lists.map { Set($0.watch.map(\.row)) }
    let accountable = lists.map { Set($0.accountable.map(\.row)) }
    for (row, _) in times.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let cells = report.parts.indices.map { part in
        let mark =
          accountable[part].contains(row) ? "**" : watched[part].contains(row) ? "*" : ""
        return percent(report.rate(report.parts[part].rows[row].figures)) + mark
      }
      table.add(
        [report.whole.name(row)] + cells + [percent(report.rate(report.whole.rows[row].figures))])
    }
    page.table(table)
  }

  private func rateTable(_ first: String) -> TextTable {
    table(first, (report.parts + [report.whole]).map { words.short($0.time) })
  }

  /// "15,77": a rate under a head that says it is in percent.
  private func percent(_ rate: Exact?) -> String {
    let text = words.rate(rate)
    return text.hasSuffix("%") ? String(text.dropLast()) : text
  }
}
