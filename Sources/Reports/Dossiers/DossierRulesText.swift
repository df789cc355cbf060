package import Diagnostics
package import DossierCounting

/// The rules in words: what `parindex dossiers check` prints under the problems.
package struct DossierRulesText {
  private let rules: DossierRuleWords
  private var page: TextPage

  package init(_ rules: DossierRules, language: Language, isColoured: Bool = false) {
    self.rules = DossierRuleWords(rules: rules, words: DossierWords(language))
    page = TextPage(isColoured: isColoured)
  }

  package func text() -> String {
    var writer = self
    writer.page.heading(rules.rules.title)
    rules.writeChoices(&writer.page)
    rules.writeExclusions(&writer.page)
    return writer.page.text
  }
}

extension DossierRuleWords {
  /// What the records are.
  func writeHead(of records: CaseRecords, _ page: inout TextPage) {
    page.heading(records.title)
    if records.isIllustrative {
      page.line(say("Số liệu minh họa.", "Số liệu minh họa (illustrative data)."))
    }
  }

  /// What they are counted by, and up to when.
  func writeCounting(of records: CaseRecords, _ page: inout TextPage) {
    page.field(say("Quy tắc", "Rules"), rules.title)
    page.field(say("Căn cứ", "Basis"), basis)
    page.field(say("Tính", "Counted"), window)
    page.field(say("Số liệu", "Figures"), words.through(rules.closing(of: records)))
    page.field(say("Giải quyết xong", "Finished"), finish)
    page.field(say("Trễ hạn", "Late"), late)
    page.field(say("Thời gian tính", "Time is measured"), clock)
  }

  /// Basis, window, deadlines and what counts as late.
  func writeChoices(_ page: inout TextPage) {
    if rules.illustrative { page.line(say("Có số liệu minh họa.", "Partly illustrative.")) }
    page.field(say("Căn cứ", "Basis"), basis)
    page.field(say("Tính", "Counted"), window)
    page.field(say("Giải quyết xong", "Finished"), finish)
    page.field(say("Đúng hạn", "On time"), onTime)
    page.field(say("Trễ hạn", "Late"), late)
    page.field(say("Không có hạn trả", "Without a due date"), withoutDueDate)
    page.field(say("Thời gian tính", "Time is measured"), clock)
    page.field(say("Nhận giải trình", "Explanations are taken"), explanations)
    let unconfirmed =
      rules.countsUnconfirmedOutages
      ? say("vẫn tính", "counted") : say("không tính", "not counted")
    page.field(say("Lần nghẽn, lỗi chưa xác nhận", "Unconfirmed outages"), unconfirmed)
    page.field(
      say("Dòng không đọc được", "Unreadable rows"),
      say(
        "quá \(words.numbers.percent(rules.mostUnreadable)) thì không dùng số liệu",
        "over \(words.numbers.percent(rules.mostUnreadable)) no figures are given"))
    page.field(
      say("Dòng có ngày mâu thuẫn nhau", "Rows with contradictory dates"),
      say(
        "quá \(words.numbers.percent(rules.mostContradictory)) thì cảnh báo cột bị lệch",
        "over \(words.numbers.percent(rules.mostContradictory)) a moved column is suspected"))
  }

  func writeExclusions(_ page: inout TextPage) {
    if !rules.exclusions.isEmpty {
      page.gap()
      page.heading(
        say(
          "Hồ sơ không tính (quy tắc đứng trước quyết định)",
          "Excluded dossiers (the first rule that applies decides)"))
    }
    for (place, exclusion) in rules.exclusions.enumerated() {
      page.line("\(place + 1). \(sentence(exclusion))", indent: 2)
    }
    if !rules.lists.isEmpty {
      page.gap()
      page.heading(say("Danh sách lập riêng", "Lists"))
    }
    for list in rules.lists { page.line("- \(sentence(list))", indent: 2) }
    let (considered, others) = (
      rules.causes.filter(\.isConsidered), rules.causes.filter { !$0.isConsidered }
    )
    guard !rules.causes.isEmpty else { return }
    page.gap()
    page.heading(say("Nguyên nhân giải trình", "Causes of explanations"))
    for (title, causes) in [
      (say("Được xem xét", "Considered"), considered),
      (say("Không được xem xét", "Not considered"), others),
    ] where !causes.isEmpty {
      page.field(title, causes.map(\.title).joined(separator: "; "), indent: 2)
    }
  }
}
