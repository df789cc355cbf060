internal import Diagnostics
internal import Loading
internal import Spreadsheets

/// The text of a set out of a table that has all of it: rules, inputs, and a sheet of keys.
struct CriteriaFormText {
  private let path: String
  private let problems: DiagnosticCollector
  private var text: CriteriaText
  /// What a row can be put under.
  private var isInArea = false
  private var isInCriterion = false
  private var isListOpen: [CriteriaOutline.Level: Bool] = [:]

  init(_ path: String, _ problems: DiagnosticCollector) {
    self.path = path
    self.problems = problems
    text = CriteriaText(path, problems)
  }

  /// The sheet with the keys of the set, known by its first key.
  static func head(_ file: SpreadsheetFile) -> ReadSheet? {
    file.sheets.first { sheet in
      sheet.cells.contains {
        $0.address.column == 0 && $0.value.shown.trimmed == CriteriaHeadSheet.mark
      }
    }
  }

  mutating func write(_ head: ReadSheet, _ table: CriteriaTable) -> TracedText {
    write(head)
    let reading = CellReading(path, table.sheet, problems)
    let rows = table.rows(reading)
    guard !rows.isEmpty else {
      problems.add(.noItems(path, table.sheet.name))
      return text.text
    }
    text.add("areas:")
    for row in rows { write(row, table, reading) }
    return text.text
  }

  // MARK: Keys of the set

  private mutating func write(_ head: ReadSheet) {
    let reading = CellReading(path, head, problems)
    var groups: [String: [(name: String, cell: ReadCell)]] = [:]
    for key in head.cells where key.address.column == 0 {
      let name = key.value.shown.trimmed
      let cell = reading.cell(CellAddress(row: key.address.row, column: 1))
      guard name.folded != "khóa", cell.value != .blank else { continue }
      let parts = name.split(separator: ".", maxSplits: 1)
      if parts.count == 2, CriteriaHeadSheet.groups.contains(String(parts[0])) {
        groups[String(parts[0]), default: []].append((String(parts[1]), cell))
        continue
      }
      let source = reading.source(cell)
      if name == "max_points" {
        if let points = points(cell, reading) { text.add("\(name): \(points)", source) }
      } else if CriteriaHeadSheet.texts.contains(name) {
        guard let value = reading.word(cell) else { continue }
        text.add("\(name): \(FlowScalar.text(value))", source)
      } else if let value = reading.word(cell) {
        text.addYAML(FlowScalar.text(name), value, source, indent: 0)
      }
    }
    for group in CriteriaHeadSheet.groups {
      guard let entries = groups[group] else { continue }
      text.add("\(group):")
      for entry in entries {
        guard let value = reading.word(entry.cell) else { continue }
        text.addYAML(
          FlowScalar.text(entry.name), value, reading.source(entry.cell), indent: 2)
      }
    }
  }

  /// Points or a weight as files write them; a fraction stays one.
  private func points(_ cell: ReadCell, _ reading: CellReading) -> String? {
    if case .text(let text) = cell.value, text.contains("/"),
      text.trimmed.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "/" || $0 == "-") })
    {
      return text.trimmed
    }
    return reading.number(
      cell, expected: Wording(vi: "số điểm, như 2 hoặc 0,5", en: "points, like 2 or 0.5"))
  }

  // MARK: Rows

  private mutating func write(
    _ row: CriteriaTable.Row, _ table: CriteriaTable, _ reading: CellReading
  ) {
    guard let cell = row[.id], let id = reading.word(cell) else {
      let first = row[.title] ?? row.cells.values.flatMap(\.self).min { $0.address < $1.address }
      let place = table.cell(.id, row.row).address
      let isMerged = table.sheet.merge(at: place).map { $0.first.row < row.row } ?? false
      if let first { problems.add(.itemWithoutID(reading.source(first), isMerged: isMerged)) }
      return
    }
    let source = reading.source(cell)
    guard let level = level(row, id, reading), open(level, id, source) else { return }
    let indent =
      switch level {
      case .area: 2
      case .criterion: 6
      case .subCriterion: 10
      }
    let blanks = String(repeating: " ", count: indent)
    text.add("\(blanks)- id: \(NodeText.quoted(id))", source)
    for column in CriteriaColumn.allCases {
      guard let cell = row[column] else { continue }
      let source = reading.source(cell)
      switch column {
      case .id, .level: break
      case .title, .guidance, .scoredBy:
        if let value = reading.word(cell), let key = column.key {
          text.add("\(blanks)  \(key): \(FlowScalar.text(value))", source)
        }
      case .maximum, .weight:
        if let value = points(cell, reading), let key = column.key {
          text.add("\(blanks)  \(key): \(value)", source)
        }
      case .rule, .inputs, .evidence, .clause:
        if let value = reading.word(cell), let key = column.key {
          text.addYAML(key, value, source, indent: indent + 2)
        }
      case .others:
        if let value = reading.word(cell) { text.addKeys(value, source, indent: indent + 2) }
      }
    }
  }

  /// As stated, or as the id tells.
  private func level(_ row: CriteriaTable.Row, _ id: String, _ reading: CellReading)
    -> CriteriaOutline.Level?
  {
    let levels = CriteriaOutline.Level.allCases
    guard let cell = row[.level], let word = reading.word(cell) else {
      return levels[min(id.count { $0 == "." }, levels.count - 1)]
    }
    if let level = levels.first(where: { $0.title.folded == word.folded }) { return level }
    let list = levels.map { "“\($0.title)”" }.joined(separator: ", ")
    problems.add(
      .valueUnfit(
        reading.source(cell), expected: Wording(vi: "một trong: \(list)", en: "one of: \(list)")))
    return nil
  }

  /// Begins the list that a row stands in; false, with a diagnostic, where nothing can hold it.
  private mutating func open(
    _ level: CriteriaOutline.Level, _ id: String, _ source: CellSource
  ) -> Bool {
    switch level {
    case .area:
      isInArea = true
      isInCriterion = false
      isListOpen = [:]
    case .criterion:
      guard isInArea else {
        problems.add(
          .itemWithoutParent(source, id, level: CriteriaOutline.Level.area.title))
        return false
      }
      if isListOpen[.criterion] == nil { text.add("    criteria:") }
      isListOpen = [.criterion: true]
      isInCriterion = true
    case .subCriterion:
      guard isInCriterion else {
        problems.add(
          .itemWithoutParent(source, id, level: CriteriaOutline.Level.criterion.title))
        return false
      }
      if isListOpen[.subCriterion] == nil { text.add("        sub_criteria:") }
      isListOpen[.subCriterion] = true
    }
    return true
  }
}
