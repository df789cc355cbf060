internal import Grading

/// What is another of one unit, and what made it so.
struct UnitDifferenceText {
  private let page: DifferenceText
  private let unit: UnitDifference
  private let result: UnitResult
  private let set: CriteriaSet

  init(_ page: DifferenceText, _ unit: UnitDifference) {
    self.page = page
    self.unit = unit
    result = page.difference.after.round.units[unit.unit]
    set = page.difference.after.round.sets[result.record.set]
  }

  private var words: RoundWords { page.words }
  private var numbers: NumberWords { page.numbers }

  private func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  /// - Parameter isBrief: without an empty line before, for a unit that kept its place.
  func write(_ text: inout TextPage, isBrief: Bool = false) {
    if !isBrief { text.gap() }
    text.line(headline, indent: isBrief ? 2 : 0)
    let indent = isBrief ? 4 : 2
    if let lock = unit.lock { text.line(place(after: lock), indent: indent) }
    writeItems(&text, indent)
    guard !isBrief else { return }
    writeOthers(
      unit.overtook, say("Vượt lên trên ", "Overtook "), &text, indent)
    writeOthers(
      unit.overtakenBy, say("Bị vượt bởi ", "Overtaken by "), &text, indent)
    writeOthers(unit.gone, say("Không còn xếp hạng: ", "No longer ranked: "), &text, indent)
  }

  // MARK: The headline

  /// "Sở Y tế: hạng 7 → 9; chỉ số 82,35 → 81,10; mức Khá".
  private var headline: String {
    var parts: [String] = []
    let before = place(unit.before)
    let after = place(unit.after)
    if before != after {
      parts.append(say("hạng \(before) → \(after)", "place \(before) → \(after)"))
    } else if unit.after?.place != nil {
      parts.append(say("hạng \(after)", "place \(after)"))
    }
    parts.append(index)
    let grades = (
      grade(unit.before, page.difference.before), grade(unit.after, page.difference.after)
    )
    if grades.0 != grades.1 {
      parts.append(
        say("mức ", "grade ") + (grades.0 ?? "–") + " → " + (grades.1 ?? "–"))
    } else if let grade = grades.1 {
      parts.append(say("mức ", "grade ") + grade)
    }
    switch (unit.before?.isProvisional, unit.after?.isProvisional) {
    case (true?, false?): parts.append(say("hết tạm tính", "no longer provisional"))
    case (_, true?): parts.append(say("tạm tính", "provisional"))
    case (_, false?), (_, nil): break
    }
    return "\(result.record.unit.name): \(parts.joined(separator: "; "))"
  }

  private func place(_ total: Total?) -> String {
    total?.place.map { String($0.number) } ?? say("chưa có", "none")
  }

  private var index: String { index(unit) }

  private func index(_ unit: UnitDifference) -> String {
    let before = index(unit.before)
    let after = index(unit.after)
    return before == after
      ? say("chỉ số giữ nguyên \(after)", "index unchanged at \(after)")
      : say("chỉ số \(before) → \(after)", "index \(before) → \(after)")
  }

  /// With the decimals it is rounded to, as in the rankings.
  private func index(_ total: Total?) -> String {
    total?.index.map { numbers.fixed($0, places: set.rounding.index) } ?? "–"
  }

  private func grade(_ total: Total?, _ side: RoundDifference.Side) -> String? {
    guard let grade = total?.grade else { return nil }
    let grades = side.round.plan.blocks[result.record.block].grades
    return grades.indices.contains(grade.grade) ? grades[grade.grade].name : nil
  }

  // MARK: Its own items

  private func writeItems(_ text: inout TextPage, _ indent: Int) {
    let handedIn = unit.items.filter { $0.causes == [.handedIn] }
    if handedIn.count > 3 {
      let sum = handedIn.reduce(Exact.zero) { $0 + $1.move }
      text.line(
        say(
          "Nộp bản tự chấm điểm: \(handedIn.count) tiêu chí thành phần, \(numbers.signed(sum)) điểm",
          "Handed in: \(handedIn.count) items, \(numbers.signed(sum)) points"),
        indent: indent)
    }
    for item in unit.items where handedIn.count <= 3 || item.causes != [.handedIn] {
      write(item, &text, indent)
    }
    if unit.items.isEmpty, unit.lock == nil, unit.before?.exactIndex == unit.after?.exactIndex {
      text.line(
        say("Điểm của chính đơn vị không đổi", "Its own points did not change"), indent: indent)
    }
  }

  private func write(_ item: ItemDifference, _ text: inout TextPage, _ indent: Int) {
    let named = set.items[item.item]
    let before = item.before.map(words.outcome) ?? "–"
    text.line(
      "\(named.id) \(named.title): \(before) → \(words.outcome(item.after))", indent: indent)
    for cause in item.causes where !isProposed(cause) {
      text.line(sentence(cause), indent: indent + 2)
    }
  }

  private func isProposed(_ cause: DifferenceCause) -> Bool {
    if case .entry(_) = cause { page.isProposal } else { false }
  }

  private func sentence(_ cause: DifferenceCause) -> String {
    switch cause {
    case .entry(let place):
      let entry = result.record.entries[place]
      let entryWords = EntryWords(words, result.record)
      let reason = entry.reason.map { say(". Lý do: ", ". Reason: ") + $0 } ?? ""
      return "\(entryWords.place(entry)): \(entryWords.decision(entry))\(reason)"
    case .handedIn: return say("đơn vị nộp bản tự chấm điểm", "the unit handed in")
    case .evidence(let documents):
      let list = documents.joined(separator: ", ")
      return say(
        "đơn vị nộp lại với tài liệu kiểm chứng khác: \(list)",
        "the unit handed in with other evidence: \(list)")
    case .locked(let event):
      return say(
        "còn bỏ ngỏ khi khóa\(number(event)): xử lý như kỳ đánh giá quy định",
        "still open when the result was locked\(number(event)): settled as the round says")
    case .unlocked(let event):
      return say("mở khóa\(number(event))", "the result was unlocked\(number(event))")
    case .replaced(let file, let event):
      return say(
        "thay tệp \(file)\(number(event))", "the file \(file) was replaced\(number(event))")
    case .others:
      return say(
        "do kết quả của cơ quan, đơn vị khác mà tiêu chí này dựa vào",
        "because of other units' results that it depends on")
    case .ownSheet:
      return say(
        "do điểm các tiêu chí khác của chính đơn vị thay đổi",
        "because other points of the unit changed")
    case .rule:
      return say(
        "điểm tính theo cách chấm khác điểm tự chấm", "the rule gives other points than claimed")
    case .data: return say("do số liệu hoặc bộ tiêu chí thay đổi", "figures or criteria changed")
    }
  }

  /// " (sự kiện 359)"; nothing of one that is only tried.
  private func number(_ event: Int?) -> String {
    event.map { say(" (sự kiện \($0))", " (event \($0))") } ?? ""
  }

  /// Why a lock took its place away, or an unlock gave it back.
  private func place(after lock: DifferenceCause) -> String {
    if case .locked(let event) = lock {
      return say(
        "Không được xếp hạng vì kết quả bị khóa khi còn nội dung chưa xong\(number(event))",
        "Takes no place because its result was locked while something was open\(number(event))")
    }
    return say("Được xếp hạng lại: ", "Takes a place again: ") + sentence(lock)
  }

  // MARK: Others

  private func writeOthers(
    _ others: [Int], _ verb: String, _ text: inout TextPage, _ indent: Int
  ) {
    guard !others.isEmpty else { return }
    let shown = others.prefix(5).map { other -> String in
      let name = page.difference.after.round.units[other].record.unit.name
      guard let own = page.difference.unit(other) else {
        let total = page.difference.after.round.units[other].totals.last ?? nil
        return "\(name) (" + say("chỉ số giữ nguyên ", "index unchanged at ") + index(total) + ")"
      }
      return "\(name) (\(index(own)))"
    }
    let more = others.count - shown.count
    let rest = more > 0 ? say(" và \(more) nơi khác", " and \(more) more") : ""
    text.line(verb + shown.joined(separator: "; ") + rest, indent: indent)
  }
}
