internal import Diagnostics
internal import Loading
internal import Spreadsheets

/// Reads the rows of a part, in whatever order they stand: each says itself what it is for.
struct PartRows {
  private let columns: [PartColumn: Int]
  private let headRow: Int
  private let reading: CellReading
  private let terms: PartTerms
  private let unitName: (String, String) -> String?

  init(
    _ columns: [PartColumn: Int], below headRow: Int, _ reading: CellReading, _ terms: PartTerms,
    unitName: @escaping (String, String) -> String?
  ) {
    self.columns = columns
    self.headRow = headRow
    self.reading = reading
    self.terms = terms
    self.unitName = unitName
  }

  func read() -> [FilledPart.Row] {
    let rows = Set(reading.sheet.cells.map(\.address.row)).filter { $0 > headRow }.sorted()
    var seen: [String: CellSource] = [:]
    return rows.compactMap { row -> FilledPart.Row? in
      let key = plain(.key, row)
      guard let text = reading.word(key) else {
        if let lost = typedCells(row).first {
          reading.problems.add(.rowWithoutKey(reading.source(lost.cell)))
        }
        return nil
      }
      // The cell beside the hidden key is the one that people see.
      let source = reading.source(plain(.item, row))
      if let first = seen[text] {
        reading.problems.add(.rowTwice(source, text, first: first))
        return nil
      }
      seen[text] = source
      guard !typedCells(row).isEmpty else { return nil }
      return filled(row, text, source)
    }
  }

  private func filled(_ row: Int, _ key: String, _ source: CellSource) -> FilledPart.Row? {
    let parts = key.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 2, let name = unitName(parts[0], parts[1]) else {
      reading.problems.add(.partRowUnknown(source, key))
      return nil
    }
    for (column, wanted) in [(PartColumn.unit, name), (.item, parts[1])] {
      let shown = plain(column, row)
      guard shown.value.shown.trimmed == wanted.trimmed else {
        reading.problems.add(.rowMoved(reading.source(shown), key: key))
        return nil
      }
    }
    let typed = typedCells(row)
    var cells = Dictionary(
      PartColumn.typed.map { ($0, reading.source(plain($0, row))) },
      uniquingKeysWith: { first, _ in first })
    cells[.item] = source
    let decision = reading.cell(address(.decision, row))
    guard let word = reading.word(decision) else {
      if let lost = typed.first(where: { $0.column != .decision }) {
        reading.problems.add(.typedWithoutDecision(reading.source(lost.cell), lost.column.head))
      }
      return nil
    }
    guard let choice = terms.choice(word) else {
      reading.problems.add(
        .valueUnfit(reading.source(decision), expected: .oneOf(terms.choices.map(\.title))))
      return nil
    }
    var values = [PartColumn.decision: choice.id]
    for (column, _) in typed where column != .decision {
      values[column] = value(column, reading.cell(address(column, row)), choice)
    }
    return FilledPart.Row(unit: parts[0], item: parts[1], values: values, cells: cells)
  }

  private func value(
    _ column: PartColumn, _ cell: ReadCell, _ choice: PartTerms.Choice
  ) -> String? {
    if (column == .points && !choice.takesPoints) || (column == .due && !choice.takesDue) {
      reading.problems.add(
        .unusedByDecision(reading.source(cell), column.head, choice.title))
      return nil
    }
    switch column {
    case .points:
      let expected = Wording(vi: "số điểm, như 0,75", en: "points, like 0.75")
      let text = reading.number(cell, expected: expected)
      guard text?.hasSuffix("%") == true else { return text }
      reading.problems.add(.valueUnfit(reading.source(cell), expected: expected))
      return nil
    case .due:
      return reading.day(
        cell, takesNone: false,
        expected: Wording(
          vi: "ngày/tháng/năm giờ:phút, như 31/01/2018 17:00",
          en: "a day with its time, like 31/01/2018 17:00"))
    case .ground:
      guard let word = reading.word(cell) else { return nil }
      if let ground = terms.ground(word) { return ground.id }
      reading.problems.add(
        .valueUnfit(reading.source(cell), expected: .oneOf(terms.groundTitles)))
      return nil
    case .reason, .basis: return reading.word(cell)
    case .key, .unit, .item, .title, .maximum, .claimed, .standing, .state, .stake, .decision:
      return nil
    }
  }

  private func address(_ column: PartColumn, _ row: Int) -> CellAddress {
    CellAddress(row: row, column: columns[column] ?? 0)
  }

  /// A cell, whatever made what stands in it.
  private func plain(_ column: PartColumn, _ row: Int) -> ReadCell {
    reading.sheet[address(column, row)]
  }

  /// The cells of a row in which somebody typed something.
  private func typedCells(_ row: Int) -> [(column: PartColumn, cell: ReadCell)] {
    PartColumn.typed.map { ($0, plain($0, row)) }.filter {
      $0.1.formula != nil || !$0.1.value.shown.trimmed.isEmpty
    }
  }
}

extension Wording {
  fileprivate static func oneOf(_ titles: [String]) -> Wording {
    let list = titles.map { "“\($0)”" }.joined(separator: ", ")
    return Wording(vi: "một trong: \(list)", en: "one of: \(list)")
  }
}
