internal import Diagnostics
internal import DossierCounting
internal import Grading

extension ReconciliationText {
  mutating func writeCrossFindings() {
    add()
    guard !report.crossFindings.isEmpty else {
      add(0, words("Giữa các bảng: không có mâu thuẫn.", "Across tables: nothing contradicts."))
      return
    }
    add(0, words("Giữa các bảng:", "Across tables:"))
    for finding in report.crossFindings {
      let (one, other) = (finding.first, finding.second)
      let sign = finding.kind == .exceeds ? ">" : "≠"
      add(
        2,
        "\(finding.name): \(figure(one)) \(sign) \(figure(other))")
      if let reason = finding.knownReason { add(4, words("Đã biết: ", "Known: ") + reason) }
    }
  }

  private func figure(_ figure: PlacedFigure) -> String {
    let file = figure.span.file.path.split(separator: "/").last.map(String.init) ?? ""
    return
      "\(words.metric(figure.metric)) \(words.count(figure.value)) (\(file):\(figure.span.start.line))"
  }

  mutating func write(_ list: UnitList) {
    guard let table = report.table(list.rule.table)?.repaired else { return }
    let rule = list.rule
    let rate = "\(words.metric(rule.of)) / \(words.metric(rule.over))"
    add(
      0,
      "\(rule.title): "
        + words(
          "\(list.entries.count) cơ quan, đơn vị",
          "\(list.entries.count) unit\(list.entries.count == 1 ? "" : "s")"))
    add(
      2,
      words(
        "(\(rate) \(bound(rule)); từ \(words.count(rule.atLeast)) hồ sơ \(words.metric(rule.over)) trở lên; so sánh trên tỷ lệ chính xác)",
        "(\(rate) \(bound(rule)); at least \(words.count(rule.atLeast)) \(words.metric(rule.over)); exact rates are compared)"
      ))
    let namesEach = rule.bound == .from || rule.bound == .above
    for entry in namesEach ? list.entries : [] {
      let share = words.percent(entry.rate * .hundred, places: 2)
      add(
        2,
        "\(words.row(entry.row, of: table)): \(words.count(entry.of)) / \(words.count(entry.over)) = \(share)"
      )
    }
    apart(
      list.withoutBase,
      words("Không có hồ sơ \(words.metric(rule.over))", "Nothing \(words.metric(rule.over))"),
      table)
    apart(
      list.tooFew, words("Ít hồ sơ hơn mức tối thiểu", "Fewer dossiers than the least number"),
      table)
    apart(list.missing, words("Không có số liệu", "No figures"), table)
  }

  private func bound(_ rule: UnitListRule) -> String {
    let value = words.bound(rule.value)
    return switch rule.bound {
    case .from: words("từ \(value) trở lên", "from \(value)")
    case .above: words("trên \(value)", "above \(value)")
    case .upTo where rule.value == .zero: words("bằng \(value)", "is \(value)")
    case .upTo: words("đến \(value)", "up to \(value)")
    case .below: words("dưới \(value)", "below \(value)")
    }
  }

  private mutating func apart(_ rows: [Int], _ title: String, _ table: PrintedTable) {
    guard !rows.isEmpty else { return }
    add(2, "\(title): " + rows.map { words.row($0, of: table) }.joined(separator: "; "))
  }

  mutating func writeConclusion() {
    let all = report.tables.reduce(0) { $0 + $1.contradictions.count }
    let left = report.tables.flatMap { table in table.remaining.map { (table, $0) } }
    let open = left.count { $0.0.knownReason(for: $0.1) == nil }
    let cross = report.crossFindings.count
    add(
      0,
      words(
        "Kết luận: \(all) mâu thuẫn trong các bảng, còn \(left.count) sau đính chính (\(left.count - open) đã biết); \(cross) giữa các bảng.",
        "In all: \(all) contradiction\(all == 1 ? "" : "s") inside tables, \(left.count) left after corrections (\(left.count - open) known); \(cross) across tables."
      ))
  }
}
