package import Diagnostics
internal import DossierCounting
internal import Grading

/// Dossier figures by unit as a page: what `parindex dossiers count` prints.
package struct CountText {
  let dossiers: CountedDossiers
  let words: DossierWords
  let isColoured: Bool
  /// How it was carried out, for whoever asks for details.
  private let details: String?

  package init(
    _ dossiers: CountedDossiers, language: Language, isColoured: Bool = false,
    details: String? = nil
  ) {
    self.dossiers = dossiers
    words = DossierWords(language)
    self.isColoured = isColoured
    self.details = details
  }

  var rules: DossierRules { dossiers.rules }
  private var count: DossierCount { dossiers.count }

  func say(_ vietnamese: String, _ english: String) -> String { words.say(vietnamese, english) }

  package func text() -> String {
    var page = TextPage(isColoured: isColoured)
    let total = count.total
    writeHead(total, &page)
    writeTable(total, &page)
    writeRates(total, &page)
    writeCompleteness(total, &page)
    writeChanges(total, &page)
    if let details {
      page.gap()
      page.line(details)
    }
    return page.text
  }

  // MARK: Head

  private func writeHead(_ total: UnitCount, _ page: inout TextPage) {
    let ruleWords = DossierRuleWords(rules: rules, words: words)
    ruleWords.writeHead(of: dossiers.records, &page)
    for export in dossiers.cut {
      let rows = words.numbers.count(export.rows)
      page.line(
        say(
          "SỐ LIỆU CHƯA ĐỦ: \(export.path) bị cụt, chỉ đọc được \(rows) dòng.",
          "INCOMPLETE: \(export.path) breaks off, only \(rows) of its rows were read."))
    }
    ruleWords.writeCounting(of: dossiers.records, &page)
    page.gap()
    page.field(say("Số dòng đã đọc", "Rows read"), words.numbers.count(count.rows))
    page.field(
      say("Không đọc được", "Unreadable"), words.numbers.count(count.rejected - count.repeated))
    page.field(
      say("Lặp lại mã hồ sơ", "Repeating a dossier's id"),
      dossiers.areRepeatsFound
        ? words.numbers.count(count.repeated) : say("không tìm", "not looked for"))
    page.field(say("Được tính", "Counted"), words.numbers.count(total.value(.received)))
    if total.outsideWindow > 0 {
      page.field(
        say(
          "Ngoài thời gian tính hoặc sau ngày lấy số liệu, không quy tắc nào nêu",
          "Outside the window or behind the day of the figures, named by no rule"),
        words.numbers.count(total.outsideWindow))
    }
    guard !rules.exclusions.isEmpty else { return }
    page.line(say("Loại trừ theo quy tắc:", "Excluded by rule:"))
    for (place, exclusion) in rules.exclusions.enumerated() {
      let number = words.numbers.count(total.excluded(by: place))
      let effect =
        exclusion.from == .late ? say(" (vẫn tính, không coi là trễ)", " (counted as on time)") : ""
      page.field(
        ruleWords.title(exclusion.title, exclusion.clause), number + effect, indent: 2)
    }
  }

  // MARK: Units

  func writeTable(_ total: UnitCount, _ page: inout TextPage) {
    let titles = [
      say("Cơ quan, đơn vị, địa phương", "Unit"), say("Tiếp nhận", "Received"),
      say("Đã giải quyết", "Resolved"), say("Sớm hạn", "Early"),
      say("Đúng ngày", "On due day"), say("Trễ hạn", "Late"), say("Tỷ lệ trễ", "Late rate"),
      say("Chưa GQ trong hạn", "Open in time"), say("Chưa GQ quá hạn", "Open overdue"),
      say("Loại trừ", "Excluded"),
    ]
    var table = TextTable(
      titles.enumerated().map { place, title in
        place == 0
          ? TextTable.Column(title: title, limit: 40)
          : TextTable.Column(title: title, alignment: .trailing, limit: 9)
      })
    for (unit, figures) in dossiers.counted { table.add([unit.name] + row(figures)) }
    table.addRule()
    table.add([say("Cộng", "All")] + row(total), isStrong: true)
    page.gap()
    page.table(table)
    let silent = dossiers.units.count - dossiers.counted.count
    if silent > 0 {
      page.gap()
      page.line(
        say(
          "\(words.numbers.count(silent)) cơ quan, đơn vị, địa phương không có hồ sơ nào trong dữ liệu.",
          "\(words.numbers.count(silent)) unit\(silent == 1 ? " has" : "s have") no records."))
    }
  }

  private func row(_ figures: UnitCount) -> [String] {
    let counts: [DossierMetric] = [.received, .resolved, .early, .onDueDay, .late]
    let rate = figures.lateFigures.rate(overdueCounts: rules.lateIncludesOverdue)
    return counts.map { words.numbers.count(figures.value($0)) } + [words.rate(rate)]
      + [DossierMetric.unresolvedInTime, .unresolvedOverdue, .excluded].map {
        words.numbers.count(figures.value($0))
      }
  }

  private func writeRates(_ total: UnitCount, _ page: inout TextPage) {
    guard !rules.rates.isEmpty else { return }
    page.gap()
    page.heading(say("Tỷ lệ theo tệp quy tắc", "Rates that the rules declare"))
    for rate in rules.rates {
      let (of, over) = rules.parts(rate, of: total)
      page.line(
        "\(rate.title ?? rate.id): \(words.rate(rules.value(rate, of: total))) "
          + "(\(words.numbers.count(of)) / \(words.numbers.count(over)))", indent: 2)
    }
  }

  // MARK: Quality

  private func writeCompleteness(_ total: UnitCount, _ page: inout TextPage) {
    let found = RecordFinding.allCases.filter { total.count(of: $0) > 0 }
    guard !found.isEmpty || !rules.lists.isEmpty else { return }
    page.gap()
    page.heading(say("Phải xem lại", "Worth a look"))
    for (place, list) in rules.lists.enumerated() {
      page.field(list.title, words.numbers.count(total.listed(place)), indent: 2)
    }
    for finding in found {
      let worst = dossiers.counted.filter { $0.figures.count(of: finding) > 0 }
        .sorted { $0.figures.count(of: finding) > $1.figures.count(of: finding) }
      let names = worst.prefix(3).map {
        "\($0.unit.name) \(words.numbers.count($0.figures.count(of: finding)))"
      }
      let more = worst.count > 3 ? say("; …", "; …") : ""
      page.line(
        "\(capital(words.finding(finding))): \(words.numbers.count(total.count(of: finding)))"
          + " (\(names.joined(separator: "; "))\(more))", indent: 2)
    }
  }

  func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
