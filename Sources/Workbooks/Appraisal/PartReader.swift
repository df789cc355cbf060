package import Diagnostics
internal import Spreadsheets

/// Reads parts that came back: renamed, with columns elsewhere, saved again by another program.
package struct PartReader: Sendable {
  /// The most decisions of one workbook.
  package static let most = 500

  /// For whom a part has to be.
  private let round: String
  private let person: String
  private let terms: PartTerms
  /// The name of a unit that has such an item; nil: there is no such unit, or it has none.
  private let unitName: @Sendable (_ unit: String, _ item: String) -> String?

  package init(
    round: String, person: String, _ terms: PartTerms,
    unitName: @escaping @Sendable (_ unit: String, _ item: String) -> String?
  ) {
    self.round = round
    self.person = person
    self.terms = terms
    self.unitName = unitName
  }

  /// Reads one workbook.
  /// - Parameter path: its name, as people see it.
  /// - Returns: nil where anything is wrong with it; all problems are told, by cell.
  package func read(_ bytes: [UInt8], path: String) -> (part: FilledPart?, [Diagnostic]) {
    let problems = DiagnosticCollector()
    let file: SpreadsheetFile
    do {
      file = try SpreadsheetFile(bytes)
    } catch {
      return (nil, [.unreadable(path, error, again: Diagnostic.takeOutAgain)])
    }
    FormReader(path: path, file: file, problems: problems).checkFormulas()
    guard problems.diagnostics.isEmpty, let identity = identity(path, file, problems),
      let sheet = sheet(PartColumn.mark, AppraisalPart.sheetTitle, path, file, problems),
      let mark = sheet.cells.first(where: { $0.value == .text(PartColumn.mark) }),
      let columns = columns(sheet, mark, identity, path, problems)
    else {
      return (nil, problems.diagnostics.sorted())
    }
    let rows = PartRows(
      columns, below: mark.address.row + 1, CellReading(path, sheet, problems), terms,
      unitName: unitName
    ).read()
    if rows.count > PartReader.most {
      problems.add(.tooManyDecisions(path, sheet.name, rows.count))
    }
    let all = problems.diagnostics.sorted()
    guard !all.contains(where: { $0.severity == .error }) else { return (nil, all) }
    return (FilledPart(seen: identity.seen, rows: rows), all)
  }

  /// The one sheet that bears a mark.
  private func sheet(
    _ mark: String, _ title: String, _ path: String, _ file: SpreadsheetFile,
    _ problems: DiagnosticCollector
  ) -> ReadSheet? {
    let found = file.sheets.filter { sheet in
      sheet.cells.contains { $0.value == .text(mark) }
    }
    if found.isEmpty { problems.add(.partSheetMissing(path, title)) }
    if found.count > 1 { problems.add(.sheetTwice(path, found.map(\.name))) }
    return found.count == 1 ? found.first : nil
  }

  /// For whom the part is; nil, with a diagnostic, when that is not who sends it.
  private func identity(
    _ path: String, _ file: SpreadsheetFile, _ problems: DiagnosticCollector
  ) -> PartIdentity? {
    guard
      let sheet = sheet(
        PartIdentity.sheetMark, FormSheet.identity.title, path, file, problems)
    else { return nil }
    var values: [String: String] = [:]
    for cell in sheet.cells where cell.address.column == 0 {
      values[cell.value.shown] =
        sheet[CellAddress(row: cell.address.row, column: 1)].value.shown
    }
    guard let format = values["format"], let round = values["round"],
      let person = values["person"], let seen = values["seen"].flatMap(Int.init), seen >= 0
    else {
      problems.add(.formIncomplete(path, sheet.name, help: Diagnostic.takeOutAgain))
      return nil
    }
    if format != PartIdentity.format {
      problems.add(.partOfOtherVersion(path, format))
    } else if round != self.round {
      problems.add(.partOfOtherRound(path, round, expected: self.round))
    } else if person != self.person {
      problems.add(.partOfOtherPerson(path, person))
    } else {
      return PartIdentity(round: round, person: person, seen: seen)
    }
    return nil
  }

  /// Where each column is, in a sheet that belongs to the hidden one.
  private func columns(
    _ sheet: ReadSheet, _ mark: ReadCell, _ identity: PartIdentity, _ path: String,
    _ problems: DiagnosticCollector
  ) -> [PartColumn: Int]? {
    let names = sheet.cells.filter { $0.address.row == mark.address.row }
    let owners = names.filter { $0.value.shown.hasPrefix(FormIdentity.markStart) }
    guard !owners.isEmpty, owners.allSatisfy({ $0.value == .text(identity.mark) }) else {
      problems.add(
        owners.isEmpty
          ? .formIncomplete(path, sheet.name, help: Diagnostic.takeOutAgain)
          : .sheetOfOtherPart(path, sheet.name))
      return nil
    }
    var columns: [PartColumn: Int] = [:]
    for cell in names {
      guard case .text(let name) = cell.value, let column = PartColumn(name: name) else { continue }
      if columns.updateValue(cell.address.column, forKey: column) != nil {
        problems.add(
          .columnTwice(
            path, sheet.name, cell.address, column.head, help: Diagnostic.takeOutAgain))
        return nil
      }
    }
    let missing = PartColumn.allCases.filter { columns[$0] == nil }
    guard missing.isEmpty else {
      problems.add(
        .columnsMissing(path, sheet.name, missing.map(\.head), help: Diagnostic.takeOutAgain))
      return nil
    }
    return columns
  }
}
