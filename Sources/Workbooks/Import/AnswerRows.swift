internal import Diagnostics
internal import Grading
internal import Spreadsheets

/// Reads the rows of the first sheet, in whatever order they stand: each says itself what it is
/// for.
struct AnswerRows {
  let set: CriteriaSet
  let found: FormReader.Found
  let reading: CellReading
  /// Items by id.
  private(set) var answers: [String: TypedAnswer] = [:]
  private(set) var shared: [(name: String, value: TypedValue)] = []
  private(set) var general: [RowKey.General: TypedValue] = [:]
  /// Rows that are there, by what they are for.
  private var seen: [RowKey: CellSource] = [:]
  private let words: InputText

  init(_ set: CriteriaSet, _ found: FormReader.Found, _ reading: CellReading) {
    self.set = set
    self.found = found
    self.reading = reading
    words = InputText(set, reading)
  }

  mutating func read() {
    let keyColumn = found.columns[.key] ?? 0
    let rows = Set(found.sheet.cells.map(\.address.row)).filter { $0 > found.markRow + 1 }.sorted()
    for row in rows {
      let key = found.sheet[CellAddress(row: row, column: keyColumn)]
      guard let text = reading.word(key) else {
        refuseUnlessEmpty(row)
        continue
      }
      guard let meaning = RowKey(text) else {
        reading.problems.add(.rowUnknown(reading.source(key), text))
        continue
      }
      if meaning == .said { continue }
      // The cell beside the hidden key is the one that people see.
      let source = reading.source(
        found.sheet[CellAddress(row: row, column: keyColumn + 1)])
      if let first = seen[meaning] {
        reading.problems.add(.rowTwice(source, meaning.title, first: first))
        continue
      }
      seen[meaning] = source
      read(meaning, row, source)
    }
    tellMissing()
  }

  private func cell(_ column: FormColumn, _ row: Int) -> ReadCell {
    reading.cell(CellAddress(row: row, column: found.columns[column] ?? 0))
  }

  private mutating func read(_ key: RowKey, _ row: Int, _ source: CellSource) {
    switch key {
    case .said: break
    case .general(let name): readGeneral(name, cell(.value, row))
    case .shared(let name):
      guard let place = set.sharedInputs.first(where: { set.inputs[$0].name == name }) else {
        reading.problems.add(.rowUnknown(source, key.title))
        return
      }
      if let value = words.value(set.inputs[place], cell(.value, row)) {
        shared.append((name, value))
      }
    case .item(let id):
      guard isItem(id, source) else { return }
      answers[id, default: TypedAnswer()].head = source
      readItem(id, row)
      readCitation(id, row)
    case .input(let id, let name):
      guard isItem(id, source) else { return }
      guard let item = set.itemIndex(id),
        let place = set.items[item].inputs.first(where: { set.inputs[$0].name == name })
      else {
        reading.problems.add(.rowUnknown(source, key.title))
        return
      }
      if let value = words.value(set.inputs[place], cell(.value, row)) {
        answers[id, default: TypedAnswer()].inputs.append((name, value))
      }
      readCitation(id, row)
    case .more(let id, _):
      guard isItem(id, source) else { return }
      readCitation(id, row)
    }
  }

  private func isItem(_ id: String, _ source: CellSource) -> Bool {
    if set.itemIndex(id) != nil { return true }
    reading.problems.add(.rowUnknown(source, id))
    return false
  }

  private mutating func readGeneral(_ name: RowKey.General, _ cell: ReadCell) {
    let text: String? =
      switch name {
      case .submittedAt:
        reading.day(
          cell, takesNone: false,
          expected: Wording(
            vi: "ngày/tháng/năm giờ:phút, như 19/12/2018 15:30",
            en: "a day with its time, like 19/12/2018 15:30"))
      case .signer, .position, .linkedLate: reading.word(cell)
      }
    if let text { general[name] = TypedValue(text: text, source: reading.source(cell)) }
  }

  private mutating func readItem(_ id: String, _ row: Int) {
    let points = cell(.points, row)
    let expected = Wording(vi: "số điểm, như 0,5", en: "points, like 0.5")
    if let text = reading.number(points, expected: expected) {
      answers[id]?.points = TypedValue(text: text, source: reading.source(points))
    }
    let excuse = cell(.notApplicable, row)
    if let text = reading.word(excuse) {
      answers[id]?.notApplicable = TypedValue(text: text, source: reading.source(excuse))
    }
    let note = cell(.note, row)
    if let text = reading.text(note), !text.isEmpty {
      answers[id]?.note = TypedValue(text: text, source: reading.source(note))
    }
  }

  private mutating func readCitation(_ id: String, _ row: Int) {
    let typed = reading.citations(
      cell(.document, row), cell(.section, row), cell(.pages, row))
    guard !typed.isEmpty else { return }
    answers[id, default: TypedAnswer()].citations += typed
  }

  /// A row without a key must have nothing to be read.
  private func refuseUnlessEmpty(_ row: Int) {
    for column in FormColumn.columns(of: .answers) where column != .key {
      let cell = found.sheet[CellAddress(row: row, column: found.columns[column] ?? 0)]
      if cell.value != .blank {
        reading.problems.add(.rowWithoutKey(reading.source(cell)))
        return
      }
    }
  }

  /// Items whose rows are gone have no answer, and that is said.
  private func tellMissing() {
    let ids = set.items.filter { $0.scoredBy == .unit && seen[.item($0.id)] == nil }.map(\.id)
    if !ids.isEmpty {
      reading.problems.add(.rowsMissing(reading.path, found.sheet.name, ids))
    }
    for item in set.items where seen[.item(item.id)] != nil {
      let lost = item.inputs.filter { place in
        seen[.input(item: item.id, name: set.inputs[place].name)] == nil
      }
      // Items that the unit does not fill in have no rows for inputs.
      guard item.scoredBy == .unit, !lost.isEmpty, lost.count < item.inputs.count else { continue }
      reading.problems.add(
        .rowsMissing(
          reading.path, found.sheet.name, lost.map { "\(item.id), \(set.inputs[$0].title)" }))
    }
  }
}

extension CellReading {
  /// The documents that a row names: one, or several apart by semicolons or lines.
  func citations(_ document: ReadCell, _ section: ReadCell, _ pages: ReadCell) -> [TypedCitation] {
    let ids = parts(word(document))
    let (section, pages) = ((section, text(section)), (pages, text(pages)))
    guard !ids.isEmpty else {
      let lost = [section, pages].first { $0.1?.trimmed.isEmpty == false }
      if let lost { problems.add(.placeWithoutDocument(source(lost.0))) }
      return []
    }
    guard ids.count > 1 else {
      return [
        TypedCitation(
          id: ids[0], section: section.1, pages: pages.1, source: source(document))
      ]
    }
    let sections = parts(section.1, keepsEmpty: true)
    let allPages = parts(pages.1, keepsEmpty: true)
    func part(_ list: [String], _ place: Int) -> String? {
      guard place < list.count, !list[place].isEmpty else { return nil }
      return list[place]
    }
    return ids.enumerated().map { place, id in
      TypedCitation(
        id: id, section: part(sections, place), pages: part(allPages, place),
        source: source(document))
    }
  }

  private func parts(_ text: String?, keepsEmpty: Bool = false) -> [String] {
    guard let text else { return [] }
    return text.split(omittingEmptySubsequences: !keepsEmpty) { $0 == ";" || $0.isNewline }
      .map { String($0).trimmed }
  }
}
