internal import Diagnostics
internal import Grading
internal import Reports
internal import Spreadsheets

/// Rows that are not what they seem, hold what nobody reads, or are gone.
extension AnswerRows {
  /// Whether what people see in a row is what its hidden key says: cells may be moved without it.
  func isInPlace(_ key: RowKey, _ row: Int) -> Bool {
    func shown(_ column: FormColumn) -> ReadCell {
      let cell = found.sheet[CellAddress(row: row, column: found.columns[column] ?? 0)]
      guard cell.value == .blank, let merge = found.sheet.merge(at: cell.address) else {
        return cell
      }
      return found.sheet[merge.first]
    }
    let (id, title) = (shown(.shownID), shown(.shownTitle))
    let (wanted, others): (String, [String]) =
      switch key {
      case .said: ("", [])
      case .general(let own): ("", RowKey.General.allCases.filter { $0 != own }.map(\.title))
      case .shared(let own): ("", titles(set.sharedInputs, but: own))
      case .item(let item), .more(let item, _): (item, [])
      case .input(let item, let own):
        (item, set.itemIndex(item).map { titles(set.items[$0].inputs, but: own) } ?? [])
      }
    guard isKnown(key) else { return true }
    // Wording may have been mended since; the title of another input has not.
    for (cell, isWrong) in [
      (id, id.value.shown.trimmed != wanted), (title, others.contains(title.value.shown.trimmed)),
    ] where isWrong {
      reading.problems.add(.rowMoved(reading.source(cell), key: key.title))
      return false
    }
    return true
  }

  /// Whether the criteria have what a row is for; where they have not, that is told instead.
  private func isKnown(_ key: RowKey) -> Bool {
    switch key {
    case .said, .general, .shared: true
    case .item(let id), .more(let id, _): set.itemIndex(id) != nil
    case .input(let id, let name):
      set.itemIndex(id).map { set.items[$0].inputs.contains { set.inputs[$0].name == name } }
        ?? false
    }
  }

  private func titles(_ inputs: Range<Int>, but own: String) -> [String] {
    let title = inputs.first { set.inputs[$0].name == own }.map { set.inputs[$0].title }
    return inputs.map { set.inputs[$0].title }.filter { $0 != title }
  }

  /// What is typed where a row takes nothing would be lost without a word.
  func refuseUnread(_ key: RowKey, _ row: Int) {
    let closed: [FormColumn] =
      switch key {
      case .said: []
      case .general, .shared: [.points, .document, .section, .pages, .notApplicable, .note]
      case .item: [.value]
      case .input: [.points, .notApplicable, .note]
      case .more: [.value, .points, .notApplicable, .note]
      }
    for column in closed {
      let cell = found.sheet[CellAddress(row: row, column: found.columns[column] ?? 0)]
      guard cell.value != .blank, cell.value != .text("") else { continue }
      reading.problems.add(.cellUnread(reading.source(cell), column.head))
    }
  }

  /// A row without a key must have nothing to be read.
  func refuseUnlessEmpty(_ row: Int) {
    for column in FormColumn.columns(of: .answers)
    where ![.key, .shownID, .shownTitle].contains(column) {
      let cell = found.sheet[CellAddress(row: row, column: found.columns[column] ?? 0)]
      if cell.value != .blank {
        reading.problems.add(.rowWithoutKey(reading.source(cell)))
        return
      }
    }
  }

  /// What rows that are gone were for has no answer, and that is said.
  func tellMissing() {
    var lost: [String] = []
    for general in RowKey.General.allCases
    where general != .linkedLate && seen[.general(general)] == nil {
      lost.append(general.title)
    }
    for input in set.sharedInputs.map({ set.inputs[$0] }) where seen[.shared(input.name)] == nil {
      lost.append(input.title)
    }
    // Items that the unit does not fill in have no rows for inputs.
    for item in set.items where item.scoredBy == .unit && items.absence(item) == nil {
      guard seen[.item(item.id)] != nil else {
        lost.append(item.id)
        continue
      }
      lost += item.inputs.map { set.inputs[$0] }
        .filter { seen[.input(item: item.id, name: $0.name)] == nil }
        .map { "\(item.id), \($0.title)" }
    }
    if !lost.isEmpty {
      reading.problems.add(.rowsMissing(reading.path, found.sheet.name, lost))
    }
  }
}
