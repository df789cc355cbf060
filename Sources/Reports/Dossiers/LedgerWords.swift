package import Diagnostics
package import DossierCounting
package import Grading

/// Rows of a ledger in words: what a dossier counts as, by which rule and clause.
package struct LedgerWords: Sendable {
  let rules: DossierRules
  let words: DossierWords
  var ruleWords: DossierRuleWords { DossierRuleWords(rules: rules, words: words) }
  let records: CaseRecords
  private let nameOf: [String: String]

  package init(
    rules: DossierRules, records: CaseRecords, units: [Unit], language: Language
  ) {
    self.rules = rules
    words = DossierWords(language)
    self.records = records
    nameOf = Dictionary(units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  func say(_ vietnamese: String, _ english: String) -> String { words.say(vietnamese, english) }

  /// The titles of the columns of `cells`.
  var titles: [String] {
    [
      say("Hồ sơ", "Dossier"), say("Mã đơn vị", "Unit id"),
      say("Cơ quan, đơn vị, địa phương", "Unit"), say("Tính là", "Counts as"),
      say("Quy tắc loại trừ", "Exclusion"), say("Căn cứ", "Clause"),
      say("Danh sách lập riêng", "Lists"), say("Phải xem lại", "Worth a look"),
      say("Tiếp nhận", "Received"), say("Hẹn trả", "Due"), say("Có kết quả", "Ready"),
      say("Đã trả", "Returned"), say("Tính là xong", "Finished"),
      say("Phút hệ thống lỗi", "Outage minutes") + ruleWords.ofOffice,
      say("Phút giải quyết", "Minutes taken") + ruleWords.ofOffice,
      say("Tệp", "File"), say("Dòng", "Line"),
    ]
  }

  func cells(_ entry: LedgerEntry) -> [String] {
    let rule = rules.exclusions.first { $0.id == entry.exclusion }
    return [
      entry.dossier, entry.unit, unit(entry), outcome(entry), rule?.title ?? "",
      rule?.clause ?? "", lists(entry), findings(entry), time(entry.received), time(entry.due),
      time(entry.ready), time(entry.returned), time(entry.finished),
      entry.outage.map { String($0.minutes) } ?? "", entry.outage.map { String($0.of) } ?? "",
      file(entry), String(entry.line),
    ]
  }

  /// The unit with an id.
  package func unit(_ id: String) -> String { nameOf[id] ?? id }

  func unit(_ entry: LedgerEntry) -> String { nameOf[entry.unit] ?? entry.unit }

  package func outcome(_ entry: LedgerEntry) -> String {
    guard let outcome = entry.outcome else { return say("không tính", "excluded") }
    return words.metric(outcome)
  }

  /// "Hồ sơ đất đai (khoản 3)", lists and findings: why the dossier stands in the ledger.
  package func reasons(_ entry: LedgerEntry) -> String {
    var parts: [String] = []
    if let rule = rules.exclusions.first(where: { $0.id == entry.exclusion }) {
      parts.append(rule.title + (rule.clause.map { " (\($0))" } ?? ""))
      if let outage = entry.outage, outage.minutes > 0 {
        parts.append(
          say(
            "hệ thống lỗi \(words.numbers.count(outage.minutes)) / \(words.numbers.count(outage.of))",
            "outages \(words.numbers.count(outage.minutes)) of \(words.numbers.count(outage.of))"
          ) + " " + ruleWords.minutes(isOffice: rules.clock == .working))
      }
    }
    return (parts + [lists(entry), findings(entry)].filter { !$0.isEmpty }).joined(separator: "; ")
  }

  func lists(_ entry: LedgerEntry) -> String {
    rules.lists.filter { entry.lists.contains($0.id) }.map(\.title).joined(separator: "; ")
  }

  func findings(_ entry: LedgerEntry) -> String {
    entry.findings.map(words.finding).joined(separator: "; ")
  }

  /// The export as `records.yaml` calls it, wherever it lies.
  func file(_ entry: LedgerEntry) -> String {
    guard records.exports.indices.contains(entry.export - 1) else { return "" }
    return records.exports[entry.export - 1].name
  }

  /// The line, and the export where there are several.
  func place(_ entry: LedgerEntry) -> String {
    records.exports.count > 1 ? "\(file(entry)):\(entry.line)" : String(entry.line)
  }

  package func time(_ moment: LocalMoment?) -> String {
    guard let moment else { return "" }
    // Day first, as clerks write it; spreadsheets take it for a date where the language is used.
    let day = words.numbers.date(moment.day)
    return moment.minute == nil ? day : day + " " + moment.isoText.suffix(5)
  }
}
