package import Diagnostics
package import DossierCounting
internal import Grading

/// A comparison as a page: what `parindex dossiers compare` prints.
package struct ComparisonText {
  private let comparison: CaseComparison
  private let examples: [RecordDifference]
  private let words: DossierWords
  private let isColoured: Bool

  /// - Parameter examples: the first differences, which are shown in full.
  package init(
    _ comparison: CaseComparison, examples: [RecordDifference], language: Language,
    isColoured: Bool = false
  ) {
    self.comparison = comparison
    self.examples = examples
    words = DossierWords(language)
    self.isColoured = isColoured
  }

  private var names: ComparisonWords { ComparisonWords(words: words) }
  private var result: RecordComparison { comparison.result }

  private func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  private func count(_ number: Int) -> String { words.numbers.count(number) }

  package func text() -> String {
    var page = TextPage(isColoured: isColoured)
    writeHead(&page)
    writeTotals(&page)
    guard result.total.differences > 0 else { return page.text }
    writeUnits(&page)
    writeExamples(&page)
    return page.text
  }

  // MARK: Head

  private func writeHead(_ page: inout TextPage) {
    page.heading(say("So sánh dữ liệu hồ sơ", "Case records compared"))
    let (a, b) = (comparison.a, comparison.b)
    if a.records.isIllustrative || b.records.isIllustrative {
      page.line(say("Số liệu minh họa.", "Số liệu minh họa (illustrative data)."))
    }
    page.field("A", name(a))
    page.field("B", name(b))
    page.field(
      say("Ghép hồ sơ", "Matched"),
      comparison.isAcrossSources
        ? say("theo mã hồ sơ", "by the dossier's id")
        : say("theo mã hồ sơ, trong cùng một nguồn", "by the dossier's id, within a source"))
    page.field(say("Kết quả theo quy tắc", "Decided by"), rules)
    for left in comparison.left {
      let fields = left.fields.map(names.field).joined(separator: ", ")
      page.field(
        say("Không so sánh, vì có tệp không có cột", "Not compared, since a file has no column")
          + (left.source.map { " (\($0))" } ?? ""), fields)
    }
    page.gap()
    var table = TextTable([
      TextTable.Column(title: ""), TextTable.Column(title: "A", alignment: .trailing),
      TextTable.Column(title: "B", alignment: .trailing),
    ])
    table.add([say("Số dòng đã đọc", "Rows read"), count(result.a.rows), count(result.b.rows)])
    table.add([
      say("Không so sánh được (hỏng, không có mã)", "Not comparable (broken, no id)"),
      count(result.a.unreadable), count(result.b.unreadable),
    ])
    table.add([
      say("Lặp lại mã hồ sơ", "Repeating a dossier's id"), count(result.a.repeated),
      count(result.b.repeated),
    ])
    page.table(table)
  }

  /// A bare export has its file's name for a title.
  private func name(_ side: ComparedCases) -> String {
    side.label == side.records.title ? side.label : "\(side.records.title) (\(side.label))"
  }

  private var rules: String {
    guard let a = comparison.a.rules, let b = comparison.b.rules else {
      return say("không có quy tắc; chỉ so sánh dữ liệu", "no rules; only the data are compared")
    }
    return a.title == b.title ? a.title : "A: \(a.title); B: \(b.title)"
  }

  // MARK: Totals

  private func writeTotals(_ page: inout TextPage) {
    let total = result.total
    page.gap()
    page.field(say("Giống nhau", "The same"), count(result.same))
    page.field(say("Chỉ có ở A", "Only in A"), count(total.onlyInA))
    page.field(say("Chỉ có ở B", "Only in B"), count(total.onlyInB))
    page.field(say("Khác nhau", "Different"), count(total.changed))
    guard total.differences > 0 else {
      page.gap()
      return page.line(
        say("Hai bên không khác nhau hồ sơ nào.", "No dossier differs between the two."))
    }
    guard total.changed > 0 else { return }
    if comparison.isDecided {
      page.field(
        say("Kết quả theo quy tắc khác đi", "Decided otherwise"), count(total.decidedOtherwise),
        indent: 2)
    }
    let fields = RecordField.allCases.compactMap { field in
      total.fields[field].map { "\(names.field(field)) \(count($0))" }
    }
    page.field(say("Ô khác nhau", "Fields"), fields.joined(separator: "; "), indent: 2)
    guard !total.signs.isEmpty else { return }
    page.gap()
    page.heading(
      say("Dấu hiệu sửa thời hạn, phải xem lại", "Signs of a clock that was set: worth a look"))
    for sign in ClockSign.allCases {
      guard let number = total.signs[sign] else { continue }
      page.line("\(capital(names.sign(sign))): \(count(number))", indent: 2)
    }
  }

  // MARK: Units

  private func writeUnits(_ page: inout TextPage) {
    page.gap()
    let titles = [
      say("Chỉ có ở A", "Only in A"), say("Chỉ có ở B", "Only in B"),
      say("Khác nhau", "Different"), say("Thành trễ hạn", "Turned late"),
      say("Hết trễ hạn", "Turned in time"), say("Thành không tính", "Turned excluded"),
      say("Đổi hạn trả", "Due moved"),
    ]
    var table = TextTable(
      [TextTable.Column(title: say("Cơ quan, đơn vị, địa phương", "Unit"), limit: 40)]
        + titles.map { TextTable.Column(title: $0, alignment: .trailing, limit: 9) })
    for (name, tally) in units { table.add([name] + row(tally)) }
    table.addRule()
    table.add([say("Cộng", "All")] + row(result.total), isStrong: true)
    page.table(table)
  }

  /// Units with differences: in the order of A's register, then others by their names.
  private var units: [(name: String, tally: ComparisonTally)] {
    var left = result.units
    var found: [(String, ComparisonTally)] = []
    for unit in comparison.a.units + comparison.b.units {
      if let tally = left.removeValue(forKey: unit.id) { found.append((unit.name, tally)) }
    }
    let others = left.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return found
      + others.map { ($0.key.isEmpty ? say("(không rõ)", "(not known)") : $0.key, $0.value) }
  }

  private func row(_ tally: ComparisonTally) -> [String] {
    let decided = [tally.turnedLate, tally.turnedInTime, tally.turnedExcluded]
    return [tally.onlyInA, tally.onlyInB, tally.changed].map(count)
      + decided.map { comparison.isDecided ? count($0) : "–" } + [count(tally.dueMoved)]
  }

  // MARK: Examples

  private func writeExamples(_ page: inout TextPage) {
    guard !examples.isEmpty else { return }
    page.gap()
    let all = result.total.differences
    page.heading(
      all == examples.count
        ? say("Các hồ sơ khác nhau", "The dossiers that differ")
        : say(
          "\(count(examples.count)) hồ sơ khác nhau đầu tiên trong \(count(all))",
          "The first \(count(examples.count)) dossiers that differ, of \(count(all))"))
    for example in examples { write(example, &page) }
  }

  private func write(_ difference: RecordDifference, _ page: inout TextPage) {
    let unit = name(ofUnit: difference.unit)
    guard let a = difference.a, let b = difference.b else {
      let isInA = difference.a != nil
      let side = isInA ? say("chỉ có ở A", "only in A") : say("chỉ có ở B", "only in B")
      let decision = (difference.a ?? difference.b)?.decision.map {
        ": " + names.decision($0, isInA ? comparison.a.rules : comparison.b.rules)
      }
      return page.line("\(difference.dossier) (\(unit)), \(side)\(decision ?? "")", indent: 2)
    }
    page.line("\(difference.dossier) (\(unit))", indent: 2)
    for field in difference.fields {
      let values = [a, b].map { record in
        record.written[field].flatMap { $0.isEmpty ? nil : $0 } ?? say("(trống)", "(empty)")
      }
      page.line("\(names.field(field)): \(values[0]) → \(values[1])", indent: 6)
    }
    if difference.isDecidedOtherwise, let before = a.decision, let after = b.decision {
      page.line(
        say("kết quả: ", "decision: ")
          + "\(names.decision(before, comparison.a.rules)) → "
          + names.decision(after, comparison.b.rules), indent: 6)
    }
    for sign in difference.signs {
      page.line(say("dấu hiệu: ", "sign: ") + names.sign(sign), indent: 6)
    }
  }

  private func name(ofUnit id: String) -> String {
    let units = comparison.a.units + comparison.b.units
    return units.first { $0.id == id }?.name ?? id
  }

  private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
