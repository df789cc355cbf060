internal import Diagnostics
internal import Grading
internal import Reports
internal import Spreadsheets

/// Inputs as files write them, out of their cells.
struct InputText {
  private let set: CriteriaSet
  private let reading: CellReading

  init(_ set: CriteriaSet, _ reading: CellReading) {
    self.set = set
    self.reading = reading
  }

  func value(_ input: Input, _ cell: ReadCell) -> TypedValue? {
    text(input, cell).map { TypedValue(text: $0, source: reading.source(cell)) }
  }

  private func text(_ input: Input, _ cell: ReadCell) -> String? {
    switch input.type {
    case .count, .number:
      guard let text = reading.number(cell, expected: input.type.wording) else { return nil }
      guard !text.hasSuffix("%"), input.type == .number || isCount(text) else {
        reading.problems.add(.valueUnfit(reading.source(cell), expected: input.type.wording))
        return nil
      }
      return text
    case .rate:
      return reading.number(
        cell, expected: Wording(vi: "tỷ lệ, như 87,5%", en: "a share, like 87.5%"))
    case .date:
      return reading.day(
        cell, takesNone: true,
        expected: Wording(
          vi: "ngày/tháng/năm, như 27/12/2018, hoặc “\(InputCell.noDate)”",
          en: "a day, like 27/12/2018, or “\(InputCell.noDate)” for none"))
    case .yesNo: return reading.truth(cell).map { $0 ? "yes" : "no" }
    case .choice: return choice(input, cell)
    case .text: return reading.text(cell).flatMap { $0.isEmpty ? nil : FlowScalar.text($0) }
    }
  }

  private func isCount(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// An option by its title, or by its id.
  private func choice(_ input: Input, _ cell: ReadCell) -> String? {
    guard let word = reading.word(cell) else { return nil }
    let titles = input.options.map { option in
      input.options.filter { $0.title == option.title }.count == 1
        ? option.title : "\(option.title) (\(option.id))"
    }
    if let place = titles.firstIndex(where: { $0.trimmed.folded == word.folded })
      ?? input.options.firstIndex(where: { $0.id == word })
    {
      return FlowScalar.text(input.options[place].id)
    }
    let list = titles.map { "“\($0)”" }.joined(separator: ", ")
    reading.problems.add(
      .valueUnfit(
        reading.source(cell), expected: Wording(vi: "một trong: \(list)", en: "one of: \(list)")))
    return nil
  }
}
