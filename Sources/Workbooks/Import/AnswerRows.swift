internal import Diagnostics
internal import Grading
internal import Reports
internal import Spreadsheets

/// Reads the rows of the first sheet, in whatever order they stand: each says itself what it is
/// for.
struct AnswerRows {
  let set: CriteriaSet
  let found: FormReader.Found
  let reading: CellReading
  /// Which items the form has rows to fill in for.
  let items: SelfAssessmentForm
  /// Items by id.
  private(set) var answers: [String: TypedAnswer] = [:]
  private(set) var shared: [(name: String, value: TypedValue)] = []
  private(set) var general: [RowKey.General: TypedValue] = [:]
  /// Rows that are there, by what they are for.
  var seen: [RowKey: CellSource] = [:]
  private let words: InputText

  init(_ items: SelfAssessmentForm, _ found: FormReader.Found, _ reading: CellReading) {
    self.items = items
    set = items.set
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
      guard isInPlace(meaning, row) else { continue }
      refuseUnread(meaning, row)
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
}
