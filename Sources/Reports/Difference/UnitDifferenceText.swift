internal import Grading

/// What is another of one unit, and what made it so.
struct UnitDifferenceText {
  let page: DifferenceText
  let unit: UnitDifference
  let result: UnitResult
  private let set: CriteriaSet

  init(_ page: DifferenceText, _ unit: UnitDifference) {
    self.page = page
    self.unit = unit
    result = page.difference.after.round.units[unit.unit]
    set = page.difference.after.round.sets[result.record.set]
  }

  var words: RoundWords { page.words }
  var numbers: NumberWords { page.numbers }

  func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  /// - Parameter showsOthers: what moved each of the others too, in short.
  func write(_ text: inout TextPage, showsOthers: Bool) {
    text.gap()
    text.line(headline, indent: 0)
    if let entry { text.line(entry, indent: 2) }
    writeItems(&text, 2) { write($0, &$1, 2) }
    let others: [(units: [Int], verb: String)] = [
      (unit.others.overtook, say("Vượt lên trên ", "Overtook ")),
      (unit.others.overtakenBy, say("Bị vượt bởi ", "Overtaken by ")),
      (unit.others.entered, say("Mới được xếp hạng, đứng trên: ", "Newly ranked above it: ")),
      (unit.others.gone, say("Không còn xếp hạng: ", "No longer ranked: ")),
    ]
    for (units, verb) in others {
      if showsOthers {
        writeEach(units, verb, &text)
      } else {
        writeOthers(units, verb, &text)
      }
    }
  }

  /// One that kept its place: without an empty line before.
  func writeStayed(_ text: inout TextPage) {
    text.line(headline, indent: 2)
    writeItems(&text, 4) { write($0, &$1, 4) }
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

  func index(_ unit: UnitDifference) -> String {
    let before = index(unit.before)
    let after = index(unit.after)
    return before == after
      ? say("chỉ số giữ nguyên \(after)", "index unchanged at \(after)")
      : say("chỉ số \(before) → \(after)", "index \(before) → \(after)")
  }

  /// With the decimals it is rounded to, as in the rankings.
  func index(_ total: Total?) -> String {
    total?.index.map { numbers.fixed($0, places: set.rounding.index) } ?? "–"
  }

  private func grade(_ total: Total?, _ side: RoundDifference.Side) -> String? {
    guard let grade = total?.grade else { return nil }
    let grades = side.round.plan.blocks[result.record.block].grades
    return grades.indices.contains(grade.grade) ? grades[grade.grade].name : nil
  }

  // MARK: Its own items

  func writeItems(
    _ text: inout TextPage, _ indent: Int, each write: (ItemDifference, inout TextPage) -> Void
  ) {
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
      write(item, &text)
    }
    if unit.items.isEmpty, unit.lock == nil, unit.before?.exactIndex == unit.after?.exactIndex {
      text.line(
        say("Điểm của chính đơn vị không đổi", "Its own points did not change"), indent: indent)
    }
  }

  private func write(_ item: ItemDifference, _ text: inout TextPage, _ indent: Int) {
    text.line(moved(item), indent: indent)
    for cause in item.causes where !isProposed(cause) {
      text.line(sentence(cause), indent: indent + 2)
    }
  }

  private func isProposed(_ cause: DifferenceCause) -> Bool {
    if case .entry(_) = cause { page.isProposal } else { false }
  }

  /// "1.6.1 Hoàn thành kế hoạch tuyên truyền CCHC: 0,5 → 0,25".
  func moved(_ item: ItemDifference) -> String {
    let named = set.items[item.item]
    let before = item.before.map(words.outcome) ?? "–"
    return "\(named.id) \(named.title): \(before) → \(words.outcome(item.after))"
  }
}
