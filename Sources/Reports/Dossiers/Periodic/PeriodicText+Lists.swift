internal import DossierCounting
internal import Grading

/// Which units are named, and what moved since the stretch before.
extension PeriodicText {
  func writeLists(_ page: inout TextPage) {
    let (sheet, lists) = (report.whole, report.lists(report.whole))
    part(say("Cơ quan, đơn vị có hồ sơ trễ hạn", "Units with late dossiers"), &page)
    page.gap()
    let least =
      report.bounds.atLeast > 1
      ? say(
        " (tính trên ít nhất \(report.bounds.atLeast) hồ sơ)",
        " (over at least \(report.bounds.atLeast) dossiers)") : ""
    page.line(
      say(
        "Trễ hạn từ \(words.bound(report.bounds.watch)) trở lên\(least): \(words.units(lists.watch.count)).",
        "At or over \(words.bound(report.bounds.watch)) late\(least): \(words.units(lists.watch.count))."
      ))
    writeWatched(lists, &page)
    writeDomains(lists, &page)
    page.gap()
    page.line(
      say(
        "Phải kiểm điểm trách nhiệm (từ \(words.bound(report.bounds.accountable)) trở lên): \(words.units(lists.accountable.count))",
        "Accountable (at or over \(words.bound(report.bounds.accountable))): \(words.units(lists.accountable.count))"
      ) + names(lists.accountable.map(\.row), sheet))
    for (places, title) in [
      (lists.withoutLate, say("Không có hồ sơ trễ hạn", "None late")),
      (lists.withoutResolved, say("Chưa giải quyết xong hồ sơ nào", "None resolved yet")),
      (
        lists.withoutDossiers,
        say("Không phát sinh hồ sơ TTHC trong kỳ", "No dossiers in the period")
      ),
      (lists.tooFew, say("Quá ít hồ sơ để tính tỷ lệ", "Too few dossiers for a rate")),
      (lists.missing, say("Không có số liệu", "No figures")),
      (lists.doubtful, say("Số liệu mâu thuẫn, không tính tỷ lệ", "Contradictory, no rate made")),
    ] where !places.isEmpty {
      page.gap()
      page.line("\(title): \(words.units(places.count))" + names(places, sheet))
    }
  }

  private func names(_ places: [Int], _ sheet: ReportSheet) -> String {
    places.isEmpty ? "." : ": " + places.map(sheet.name).joined(separator: "; ") + "."
  }

  private func writeWatched(_ lists: ReportLists, _ page: inout TextPage) {
    guard !lists.watch.isEmpty else { return }
    let hasOverdue = report.whole.total[.unresolvedOverdue] != nil
    let before = report.parts.isEmpty ? report.before : nil
    var titles = [
      say("Đã GQ", "Resolved"), say("Trễ hạn", "Late"), say("Tỷ lệ trễ", "Late rate"),
    ]
    if hasOverdue {
      titles += [say("Quá hạn", "Overdue"), say("Kể cả quá hạn", "With overdue")]
    }
    let movement = before.map { report.movement(from: $0, to: report.whole) }
    if movement != nil { titles.append(say("Kỳ trước", "Before")) }
    var table = table(say("Cơ quan, đơn vị, địa phương", "Unit"), titles)
    for entry in lists.watch {
      var cells = [
        words.count(entry.figures.resolved), words.count(entry.figures.late),
        words.rate(entry.rate),
      ]
      if hasOverdue {
        cells += [
          words.count(entry.figures.overdue), words.rate(entry.figures.rate(overdueCounts: true)),
        ]
      }
      if let movement { cells.append(words.rate(movement.rates[entry.row])) }
      table.add([report.whole.name(entry.row)] + cells)
    }
    page.gap()
    page.table(table)
  }

  /// The domains that the late dossiers of watched units are of.
  private func writeDomains(_ lists: ReportLists, _ page: inout TextPage) {
    guard let breakdown = report.breakdowns.first(where: { $0.by == .unitAndDomain }) else {
      return
    }
    let lines = lists.watch.compactMap { entry -> String? in
      let late = breakdown.rows.filter { $0.unit == entry.row && ($0.figures[.late] ?? 0) > 0 }
        .sorted { ($0.figures[.late] ?? 0) > ($1.figures[.late] ?? 0) }
      guard !late.isEmpty else { return nil }
      let domains = late.map {
        "\(words.group($0.name, .domain)) \(words.count($0.figures[.late]))"
      }
      return "\(report.whole.name(entry.row)): \(domains.joined(separator: "; "))"
    }
    guard !lines.isEmpty else { return }
    page.gap()
    page.line(say("Hồ sơ trễ hạn theo lĩnh vực:", "Late dossiers by domain:"))
    for line in lines { page.line("- \(line)", indent: 2) }
  }

  // MARK: Movement

  func writeMovement(_ page: inout TextPage) {
    guard report.parts.isEmpty else { return }
    guard let before = report.before else { return }
    part(say("So với kỳ trước", "Against the period before"), &page)
    page.gap()
    let now = report.whole
    page.line(sentence(before) + " " + sentence(now))
    if let old = report.rate(before.total), let new = report.rate(now.total) {
      page.line(
        say("Tỷ lệ hồ sơ trễ hạn ", "The late rate: ") + words.change(from: old, to: new) + ".")
    }
    write(report.movement(from: before, to: now), now, &page)
  }

  /// A stretch in one sentence: its late rate, and how many units are named for what.
  func sentence(_ sheet: ReportSheet) -> String {
    let lists = report.lists(sheet)
    let bound = words.bound(report.bounds.watch)
    let title = words.title(sheet.time)
    let (watched, accountable, none) = (
      lists.watch.count, lists.accountable.count, lists.withoutLate.count
    )
    return say(
      "Trong \(title), tỷ lệ hồ sơ trễ hạn là \(words.rate(report.rate(sheet.total))), có \(words.units(watched)) trễ hạn từ \(bound) trở lên (trong đó \(words.count(accountable)) từ \(words.bound(report.bounds.accountable)) trở lên) và \(words.units(none)) không có hồ sơ trễ hạn.",
      "In \(title) \(words.rate(report.rate(sheet.total))) were late; \(words.units(watched)) stood at or over \(bound) (of them \(words.count(accountable)) at or over \(words.bound(report.bounds.accountable))) and \(words.units(none)) had none late."
    )
  }

  func write(_ movement: ReportMovement, _ now: ReportSheet, _ page: inout TextPage) {
    for (changes, title) in [
      (movement.entered, say("Mới vào danh sách theo dõi", "New on the watch list")),
      (movement.left, say("Ra khỏi danh sách theo dõi", "Off the watch list")),
    ] where !changes.isEmpty {
      let items = changes.map { change in
        "\(now.name(change.row)) (\(words.rate(change.before)) → \(words.rate(change.now)))"
      }
      page.line("\(title): \(words.units(changes.count)): \(items.joined(separator: "; ")).")
    }
  }
}
