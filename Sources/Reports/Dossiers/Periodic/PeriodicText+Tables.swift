internal import DossierCounting
internal import Grading

/// Tables of figures: by block, by unit, by anything else.
extension PeriodicText {
  /// The figures of a table's columns: those that anything in the report has.
  var columns: [DossierMetric] {
    let all: [DossierMetric] = [
      .received, .carriedOver, .newlyReceived, .resolved, .early, .onDueDay, .inTime, .late,
    ]
    let has = report.whole.total.metrics
    return all.filter { metric in
      // Early and on the due day say more than both together.
      has.contains(metric) && (metric != .inTime || !has.contains(.early))
    }
  }

  /// Behind the late rate.
  private func columnsBehind(isFull: Bool) -> [DossierMetric] {
    let has = report.whole.total.metrics
    let open: [DossierMetric] =
      has.contains(.unresolvedInTime) ? [.unresolvedInTime, .unresolvedOverdue] : [.unresolved]
    let others: [DossierMetric] = isFull ? [.online, .paidOnline, .digitised, .excluded] : []
    return (open + others).filter(has.contains)
  }

  func title(_ metric: DossierMetric) -> String {
    switch metric {
    case .received: say("Tiếp nhận", "Received")
    case .carriedOver: say("Kỳ trước", "Carried over")
    case .newlyReceived: say("Mới", "New")
    case .resolved: say("Đã GQ", "Resolved")
    case .early: say("Sớm hạn", "Early")
    case .onDueDay: say("Đúng ngày", "On due day")
    case .inTime: say("Sớm, đúng", "In time")
    case .late: say("Trễ hạn", "Late")
    case .unresolved: say("Chưa GQ", "Open")
    case .unresolvedInTime: say("Còn hạn", "Open in time")
    case .unresolvedOverdue: say("Quá hạn", "Open overdue")
    case .online: say("Trực tuyến", "Online")
    case .digitised: say("Số hóa", "Digitised")
    case .paidOnline: say("TT trực tuyến", "Paid online")
    case .feeDue: say("Có phí", "Fee due")
    case .excluded: say("Loại trừ", "Excluded")
    }
  }

  func table(_ first: String, _ titles: [String]) -> TextTable {
    TextTable(
      [TextTable.Column(title: first, limit: 38)]
        + titles.map { TextTable.Column(title: $0, alignment: .trailing, limit: 9) })
  }

  /// - Parameter isFull: false: without what is not about time.
  func figureTable(_ first: String, isFull: Bool = false) -> TextTable {
    table(
      first,
      columns.map(title) + (report.isOfResults ? [say("Tỷ lệ trễ", "Late rate")] : [])
        + columnsBehind(isFull: isFull).map(title))
  }

  func cells(_ figures: ReportFigures, isFull: Bool = false) -> [String] {
    columns.map { words.count(figures[$0]) }
      + (report.isOfResults ? [words.rate(report.rate(figures))] : [])
      + columnsBehind(isFull: isFull).map { words.count(figures[$0]) }
  }

  // MARK: Blocks

  func writeBlocks(_ page: inout TextPage) {
    part(say("Theo khối", "By block"), &page)
    page.gap()
    var table = figureTable(say("Khối", "Block"), isFull: true)
    for type in report.whole.types {
      table.add([words.block(type)] + cells(report.whole.total(of: type), isFull: true))
    }
    table.addRule()
    table.add([say("Tổng cộng", "All")] + cells(report.whole.total, isFull: true), isStrong: true)
    page.table(table)
  }

  // MARK: Units

  func writeUnits(_ page: inout TextPage) {
    let rows = report.whole.rows
    part(
      say("Phụ lục. Kết quả của từng cơ quan, đơn vị", "Annex. Figures by unit"), &page)
    page.gap()
    var table = figureTable(say("Cơ quan, đơn vị, địa phương", "Unit"), isFull: true)
    for type in report.whole.types {
      let places = rows.indices.filter { rows[$0].type == type && hasDossiers(rows[$0]) }
      guard !places.isEmpty else { continue }
      table.add(
        [words.block(type)] + cells(report.whole.total(of: type), isFull: true), isStrong: true)
      for place in places {
        table.add([report.whole.name(place)] + cells(rows[place].figures, isFull: true))
      }
      table.addRule()
    }
    table.add([say("Tổng cộng", "All")] + cells(report.whole.total, isFull: true), isStrong: true)
    page.table(table)
    if rows.contains(where: { !$0.figures.doubtful.isEmpty }) {
      let names = rows.indices.filter { !rows[$0].figures.doubtful.isEmpty }
        .map(report.whole.name)
      page.gap()
      page.line(
        say(
          "Số liệu của dòng tự mâu thuẫn, chưa đính chính được: ",
          "Rows that contradict themselves and are not corrected: ")
          + names.joined(separator: "; ")
          + say(" (xem `dossiers reconcile`).", " (see `dossiers reconcile`)."))
    }
    if report.whole.total.metrics.contains(.carriedOver) {
      page.gap()
      page.line(
        say(
          "GQ: giải quyết. Kỳ trước: kỳ trước chuyển qua. TT: thanh toán. Trong tỷ lệ, – là không có hồ sơ để tính.",
          "A rate of – has nothing to be made of."))
    }
  }

  private func hasDossiers(_ row: ReportRow) -> Bool {
    row.figures[.received] != 0 || (row.figures[.excluded] ?? 0) > 0
  }

  // MARK: Breakdowns

  func writeBreakdowns(_ page: inout TextPage) {
    let shown = report.breakdowns.filter { breakdown in
      breakdown.by != .unitAndDomain && breakdown.rows.contains { !$0.name.isEmpty }
    }
    guard !shown.isEmpty else { return }
    part(say("Theo nội dung khác", "Further breakdowns"), &page)
    for breakdown in shown { write(breakdown, &page) }
  }

  private func write(_ breakdown: ReportBreakdown, _ page: inout TextPage) {
    var rows = breakdown.rows.filter { $0.figures[.received] != 0 }
    if breakdown.by == .domain || breakdown.by == .procedure {
      // The most first; equal ones by name.
      rows = rows.enumerated().sorted { left, right in
        let (one, other) = (left.element.figures, right.element.figures)
        let (first, second) = (one[.received] ?? 0, other[.received] ?? 0)
        return first == second ? left.offset < right.offset : first > second
      }.map(\.element)
    }
    let left = max(0, rows.count - mostRows)
    let isCut = left > 0 && breakdown.by != .month
    page.gap()
    let name = words.capital(words.grouping(breakdown.by))
    var table = figureTable(name)
    for row in isCut ? Array(rows.prefix(mostRows)) : rows {
      table.add([words.group(row.name, breakdown.by)] + cells(row.figures))
    }
    page.table(table)
    if isCut {
      page.line(
        say(
          "… và \(words.count(left)) \(words.grouping(breakdown.by)) khác ít hồ sơ hơn (--rows hoặc --format json để xem hết).",
          "… and \(words.count(left)) more with fewer dossiers (--rows or --format json for all)."))
    }
  }
}
