package import Diagnostics
internal import DossierCounting
internal import Grading

/// The state of dossiers in a stretch of time as a page.
package struct PeriodicText {
  let report: PeriodicReport
  let words: ReportWords
  let language: Language
  let isColoured: Bool
  /// The most rows of a breakdown that are printed.
  let mostRows: Int

  package init(
    _ report: PeriodicReport, language: Language, isColoured: Bool = false, mostRows: Int = 15
  ) {
    self.report = report
    self.language = language
    self.isColoured = isColoured
    self.mostRows = mostRows
    words = ReportWords(language)
  }

  func say(_ vietnamese: String, _ english: String) -> String { words.say(vietnamese, english) }

  package func text() -> String {
    var page = TextPage(isColoured: isColoured)
    writeHead(&page)
    writeSummary(&page)
    writeBlocks(&page)
    if report.isOfResults {
      writeSeries(&page)
      writeLists(&page)
      writeMovement(&page)
      writeBreakdowns(&page)
      writeQuality(&page)
      writeClock(&page)
    }
    writeUnits(&page)
    return page.text
  }

  func part(_ title: String, _ page: inout TextPage) {
    page.gap()
    page.heading(language == .vietnamese ? title.uppercased() : title)
  }

  // MARK: Head

  private func writeHead(_ page: inout TextPage) {
    page.heading(
      say(
        "BÁO CÁO TÌNH HÌNH GIẢI QUYẾT HỒ SƠ THỦ TỤC HÀNH CHÍNH",
        "Report on administrative dossiers"))
    let days = words.days(report.whole.time).map { " (\($0))" } ?? ""
    page.heading(words.capital(words.title(report.whole.time) + days))
    switch report.origin {
    case .records(let origin): writeHead(origin, &page)
    case .table(let origin): writeHead(origin, &page)
    }
    if report.parts.isEmpty, let before = report.before {
      let days = words.days(before.time).map { " (\($0))" } ?? ""
      page.field(say("So với", "Compared with"), words.title(before.time) + days)
    }
  }

  private func writeHead(_ origin: PrintedOrigin, _ page: inout TextPage) {
    if origin.isIllustrative {
      page.line(say("Số liệu minh họa.", "Số liệu minh họa (illustrative data)."))
    }
    page.gap()
    page.field(say("Nguồn", "Source"), origin.title)
    if let source = origin.source {
      let date =
        source.date.map { say(" ngày ", " of ") + words.words.numbers.date($0) } ?? ""
      page.field(say("Văn bản", "Document"), source.document + date)
    }
    page.field(say("Bảng", "Table"), origin.table)
    page.field(say("Số liệu", "Figures"), words.closing(report.whole.time))
    if origin.corrections > 0 {
      page.field(
        say("Đính chính", "Corrections"),
        say(
          "\(origin.corrections) số liệu in sai đã đính chính theo tables.yaml",
          "\(origin.corrections) misprinted figures are corrected by tables.yaml"))
    }
    page.field(say("Ghi chú", "Note"), origin.note)
  }

  private func writeHead(_ origin: CountedOrigin, _ page: inout TextPage) {
    let rules = DossierRuleWords(rules: origin.rules, words: words.words)
    if origin.records.isIllustrative {
      page.line(say("Số liệu minh họa.", "Số liệu minh họa (illustrative data)."))
    }
    page.gap()
    page.field(say("Nguồn", "Source"), origin.records.title)
    page.field(say("Quy tắc", "Rules"), origin.rules.title)
    page.field(say("Căn cứ", "Basis"), rules.basis)
    let end = words.closing(report.whole.time) ?? ""
    page.field(
      say("Số liệu", "Figures"),
      words.isCutOff(report.whole.time)
        ? say("\(end) (dữ liệu chưa hết kỳ)", "\(end) (the data end before the period does)") : end)
    if case .counted(let period, let end) = report.whole.time {
      let counted = MinuteSpan(start: period.span.start, end: end)
      if origin.rules.window.meeting(counted).minutes < counted.minutes {
        page.line(
          say(
            "Kỳ báo cáo có phần nằm ngoài thời gian của quy tắc (\(words.words.span(origin.rules.window))): dữ liệu phần ấy có thể không đủ.",
            "Part of the period lies outside the rules' window (\(words.words.span(origin.rules.window))): its data may be incomplete."
          ))
      }
    }
    if origin.isBeforeOutside {
      page.field(
        say("So với", "Compared with"),
        say(
          "không so, kỳ trước nằm ngoài thời gian của quy tắc",
          "nothing, the period before lies outside the rules' window"))
    }
    page.field(say("Giải quyết xong", "Finished"), rules.finish)
    page.field(say("Trễ hạn", "Late"), rules.late)
    page.field(say("Thời gian tính", "Time is measured"), rules.clock)
    writeExclusions(origin, rules, &page)
  }

  /// Which exclusions apply to the report, with what they took, and which do not.
  private func writeExclusions(
    _ origin: CountedOrigin, _ rules: DossierRuleWords, _ page: inout TextPage
  ) {
    let exclusions = zip(origin.rules.exclusions, origin.excluded)
    guard origin.excludes else {
      if !origin.rules.exclusions.isEmpty {
        page.field(
          say("Loại trừ", "Exclusions"),
          say(
            "không áp dụng, số liệu như trên phần mềm",
            "none applied, these are the software's own figures")
        )
      }
      return
    }
    let applied = exclusions.filter { $0.1 != nil }
    if !applied.isEmpty {
      page.line(say("Loại trừ theo quy tắc:", "Excluded by rule:"))
    }
    for (exclusion, count) in applied {
      let effect =
        exclusion.from == .late ? say(" (vẫn tính, không coi là trễ)", " (counted as on time)") : ""
      page.line(
        "\(words.count(count))  \(rules.title(exclusion.title, exclusion.clause))\(effect)",
        indent: 2)
    }
    let others = origin.rules.exclusions.filter(\.isOnlyOfWindow)
    if !others.isEmpty {
      page.line(
        say(
          "Chỉ nói về kỳ đánh giá nên không áp dụng cho báo cáo định kỳ: ",
          "Of the assessment's own window, so not applied to a report: ")
          + others.map { rules.title($0.title, $0.clause) }.joined(separator: "; "))
    }
  }

  // MARK: Summary

  private func writeSummary(_ page: inout TextPage) {
    let total = report.whole.total
    part(say("Kết quả chung", "Overall"), &page)
    guard report.isOfResults else {
      for metric in DossierMetric.allCases {
        guard let count = total[metric] else { continue }
        page.field("- " + words.capital(words.words.metric(metric)), words.dossiers(count))
      }
      return
    }
    var received = "\(words.dossiers(total[.received]))"
    if let carried = total[.carriedOver], let new = total[.newlyReceived] {
      received += say(
        ": kỳ trước chuyển qua \(words.count(carried)), tiếp nhận mới \(words.count(new))",
        ": \(words.count(carried)) carried over, \(words.count(new)) newly received")
    }
    page.field(say("- Tiếp nhận", "- Received"), received)
    for metric in [DossierMetric.online, .digitised, .paidOnline, .feeDue] {
      guard let count = total[metric] else { continue }
      page.line(
        "\(words.words.metric(metric)): \(words.count(count))"
          + share(total, metric, of: .received, say("số tiếp nhận", "of received")), indent: 4)
    }
    page.field(
      say("- Đã giải quyết", "- Resolved"),
      words.dossiers(total[.resolved])
        + share(total, .resolved, of: .received, say("số tiếp nhận", "of received")))
    var metrics: [DossierMetric] = [.early, .onDueDay, .late]
    if total[.early] == nil { metrics = [.inTime, .late] }
    for metric in metrics {
      page.line(
        "\(words.words.metric(metric)): \(words.count(total[metric]))"
          + share(total, metric, of: .resolved, say("số đã giải quyết", "of resolved")), indent: 4)
    }
    page.field(
      say("- Chưa giải quyết", "- Unresolved"),
      words.dossiers(total[.unresolved])
        + share(total, .unresolved, of: .received, say("số tiếp nhận", "of received")))
    if let inTime = total[.unresolvedInTime], let overdue = total[.unresolvedOverdue] {
      page.line(
        say(
          "trong hạn: \(words.count(inTime)); quá hạn: \(words.count(overdue))",
          "in time: \(words.count(inTime)); overdue: \(words.count(overdue))"), indent: 4)
      page.line(
        say("tỷ lệ trễ hạn kể cả hồ sơ quá hạn: ", "late rate with open overdue ones: ")
          + words.rate(total.late?.rate(overdueCounts: true)), indent: 4)
    }
    if let excluded = total[.excluded], excluded > 0 {
      page.field(say("- Loại trừ khỏi mọi số liệu", "- Excluded"), words.dossiers(excluded))
    }
    guard case .records(let origin) = report.origin else { return }
    for (list, count) in zip(origin.rules.lists, origin.listed) {
      guard let count, count > 0 else { continue }
      page.field("- \(list.title)", words.dossiers(count))
    }
  }

  private func share(
    _ figures: ReportFigures, _ part: DossierMetric, of whole: DossierMetric, _ name: String
  ) -> String {
    guard let share = figures.share(part, of: whole) else { return "" }
    return language == .vietnamese
      ? " (\(words.rate(share)) \(name))" : " (\(words.rate(share)) \(name))"
  }
}
