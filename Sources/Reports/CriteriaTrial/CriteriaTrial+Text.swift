package import Diagnostics
internal import Grading

extension CriteriaTrial {
  /// The trial for people: who moved, what no longer tells units apart, what nobody could answer.
  package func text(_ language: Language) -> String {
    let words = TrialWords(language: language)
    var text = words.heading(subject) + ": \(title)\n"
    text += words.say(
      "Kết quả chạy thử trên số liệu đã nộp; không phải kết quả chính thức, không lưu.\n",
      "Made from the data handed in; a trial, not a result, and not stored.\n")
    if isIllustrative {
      text += words.say("Số liệu minh họa.\n", "Illustrative data (số liệu minh họa).\n")
    }
    if hasCycle {
      return text
        + words.say(
          "\nKhông có kết quả: các khối chờ kết quả của nhau.\n",
          "\nNo results: blocks wait for each other's results.\n")
    }
    text += "\n" + words.summary(self) + "\n"
    for group in groups where group.rows.contains(where: \.isMoved) {
      let parent = group.parent.map { " – \($0)" } ?? ""
      text += "\n\(group.title)\(parent)\n"
      for row in group.rows where row.isMoved { text += "  " + words.line(row) + "\n" }
      let still = group.rows.filter { !$0.isMoved }.count
      if still > 0 {
        text +=
          "  "
          + words.say(
            "\(still) cơ quan, đơn vị, địa phương không đổi", "\(still) units unchanged") + "\n"
      }
    }
    text += words.section(
      words.say(
        "Mục nay không còn phân biệt các cơ quan, đơn vị, địa phương",
        "Items that no longer tell units apart"), dead.map(words.line))
    text += words.section(
      words.say(
        "Mục không ai trả lời được bằng số liệu đã nộp",
        "Items that nobody could answer with the data handed in"),
      open.filter { $0.isOpenForAll && !$0.awaitsCouncil }.map(words.line))
    text += words.section(
      words.say("Mục một số nơi chưa trả lời được", "Items that some could not answer"),
      open.filter { !$0.isOpenForAll && !$0.awaitsCouncil }.map(words.line))
    text += words.section(
      words.say("Mục chờ Hội đồng thẩm định cho điểm", "Items that wait for the council"),
      open.filter(\.awaitsCouncil).map(words.line))
    text += words.section(
      words.say("Chỉ có trong một lần chạy", "In one of the two runs only"), unpaired)
    return text
  }
}

/// The sentences of a trial.
struct TrialWords {
  let language: Language
  private var numbers: NumberWords { NumberWords(language) }

  init(language: Language) { self.language = language }

  func say(_ vietnamese: String, _ english: String) -> String {
    Wording(vi: vietnamese, en: english)[language]
  }

  func heading(_ subject: CriteriaTrial.Subject) -> String {
    switch subject {
    case .criteria: say("Chạy thử bộ tiêu chí sửa đổi", "Trial of changed criteria")
    case .dossierRules:
      say("Chạy thử quy tắc đếm hồ sơ khác", "Trial of other rules of counting dossiers")
    case .withoutExclusions:
      say("Chạy thử không loại trừ hồ sơ nào", "Trial without any exclusion of dossiers")
    }
  }

  func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\n\(title)\n" + lines.map { "  - \($0)\n" }.joined()
  }

  func summary(_ trial: CriteriaTrial) -> String {
    let points = trial.rows.filter { $0.difference.map { !$0.isZero } ?? false }.count
    let places = trial.rows.filter { $0.rise.map { $0 != 0 } ?? false }.count
    let grades = trial.rows.filter(\.changesGrade).count
    return say(
      "Trong \(trial.rows.count) cơ quan, đơn vị, địa phương: \(points) nơi đổi chỉ số, \(places) nơi đổi thứ hạng, \(grades) nơi đổi mức xếp hạng.",
      "Of \(trial.rows.count) units: \(points) with another index, \(places) at another place, \(grades) with another grade."
    )
  }

  /// "Sở Y tế: chỉ số 81,2 thành 84,5 (+3,3); thứ hạng 7 thành 4 (lên 3); mức Khá thành Tốt".
  func line(_ row: CriteriaTrial.Row) -> String {
    var parts: [String] = []
    let none = say("không có", "none")
    if row.before.lateRate != row.after.lateRate {
      let rates = [row.before.lateRate, row.after.lateRate].map { rate in
        rate.map { numbers.fixed($0 * .hundred, places: 2) + "%" } ?? none
      }
      parts.append(
        say(
          "tỷ lệ trễ hạn \(rates[0]) thành \(rates[1])",
          "late rate \(rates[0]) to \(rates[1])"))
    }
    let old = row.before.index.map(numbers.plain) ?? none
    let new = row.after.index.map(numbers.plain) ?? none
    if old != new {
      let difference = row.difference.map { " (\(numbers.signed($0)))" } ?? ""
      parts.append(
        say("chỉ số \(old) thành \(new)\(difference)", "index \(old) to \(new)\(difference)"))
    } else {
      parts.append(say("chỉ số vẫn \(new)", "index still \(new)"))
    }
    parts += place(row)
    if row.changesGrade {
      let grades = (row.before.grade ?? none, row.after.grade ?? none)
      parts.append(say("mức \(grades.0) thành \(grades.1)", "grade \(grades.0) to \(grades.1)"))
    }
    if row.after.openItems != row.before.openItems {
      parts.append(
        say(
          "tiêu chí thành phần còn mở \(row.before.openItems) thành \(row.after.openItems)",
          "open items \(row.before.openItems) to \(row.after.openItems)"))
    }
    if row.after.isProvisional { parts.append(say("tạm tính", "provisional")) }
    return "\(row.name): " + parts.joined(separator: "; ")
  }

  private func place(_ row: CriteriaTrial.Row) -> [String] {
    guard row.before.place != row.after.place else { return [] }
    let none = say("không xếp", "unranked")
    let places = (
      row.before.place.map(String.init) ?? none, row.after.place.map(String.init) ?? none
    )
    let rise = row.rise.map { rise in
      rise > 0
        ? say(" (lên \(rise))", " (up \(rise))") : say(" (xuống \(-rise))", " (down \(-rise))")
    }
    return [
      say("thứ hạng \(places.0) thành \(places.1)", "place \(places.0) to \(places.1)")
        + (rise ?? "")
    ]
  }

  func line(_ item: CriteriaTrial.DeadItem) -> String {
    let points = numbers.points(item.points)
    let what =
      item.points.isZero
      ? say("tất cả \(item.units) nơi được 0 điểm", "all \(item.units) units get nothing")
      : say(
        "tất cả \(item.units) nơi được đủ \(points)",
        "all \(item.units) units get the full \(points)")
    return "\(item.set), \(item.item). \(item.title): \(what)"
  }

  func line(_ item: CriteriaTrial.OpenItem) -> String {
    let count = say(
      "\(item.open) trên \(item.applies) nơi", "\(item.open) of \(item.applies) units")
    let lacking =
      item.lacking.isEmpty
      ? "" : say("; thiếu: ", "; lacking: ") + item.lacking.joined(separator: "; ")
    return "\(item.set), \(item.item). \(item.title): \(count)\(lacking)"
  }
}
