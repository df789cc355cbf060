internal import Diagnostics
internal import Spreadsheets

/// The sheets of a filled-in form, found by their marks: a renamed or moved one is found too.
struct FormReader {
  let path: String
  let file: SpreadsheetFile
  let problems: DiagnosticCollector

  /// A sheet with the row of its marks and where its columns are.
  struct Found {
    let sheet: ReadSheet
    let markRow: Int
    let columns: [FormColumn: Int]
  }

  /// For whom the form is; nil, with a diagnostic, when it is no form of this program.
  func identity() -> FormIdentity? {
    guard let sheet = single(.identity) else { return nil }
    var values: [String: String] = [:]
    for cell in sheet.cells where cell.address.column == 0 {
      let value = sheet[CellAddress(row: cell.address.row, column: 1)].value.shown
      values[cell.value.shown] = value
    }
    guard let format = values["format"], let round = values["round"], let unit = values["unit"],
      let set = values["criteria"], let edition = values["edition"]
    else {
      problems.add(.formIncomplete(path, sheet.name))
      return nil
    }
    guard format == FormIdentity.format else {
      problems.add(.formOfOtherVersion(path, format))
      return nil
    }
    return FormIdentity(
      round: round, unit: unit, set: set, edition: edition,
      isIllustrative: values["illustrative"] == "yes")
  }

  /// The one sheet that bears a mark.
  private func single(_ kind: FormSheet) -> ReadSheet? {
    let found = file.sheets.filter { sheet in
      sheet.cells.contains { $0.value == .text(kind.mark) }
    }
    if found.count > 1 {
      problems.add(.sheetTwice(path, found.map(\.name)))
      return nil
    }
    if found.isEmpty { problems.add(.sheetMissing(path, kind.title)) }
    return found.first
  }

  /// A sheet that is to be read, with all of its columns.
  func find(_ kind: FormSheet, of identity: FormIdentity) -> Found? {
    guard let sheet = single(kind),
      let mark = sheet.cells.first(where: { $0.value == .text(kind.mark) }),
      isOwn(sheet, row: mark.address.row, identity)
    else { return nil }
    let wanted = FormColumn.columns(of: kind)
    var columns: [FormColumn: Int] = [wanted[0]: mark.address.column]
    for cell in sheet.cells where cell.address.row == mark.address.row {
      guard case .text(let name) = cell.value, let column = FormColumn(rawValue: name) else {
        continue
      }
      if columns.updateValue(cell.address.column, forKey: column) != nil {
        problems.add(.columnTwice(path, sheet.name, cell.address, column.head))
        return nil
      }
    }
    let missing = wanted.filter { columns[$0] == nil }
    guard missing.isEmpty else {
      problems.add(.columnsMissing(path, sheet.name, missing.map(\.head)))
      return nil
    }
    return Found(sheet: sheet, markRow: mark.address.row, columns: columns)
  }

  /// Whether a sheet is of the form that the hidden sheet names, and of no other.
  private func isOwn(_ sheet: ReadSheet, row: Int, _ identity: FormIdentity) -> Bool {
    let marks = sheet.cells.filter {
      $0.address.row == row && $0.value.shown.hasPrefix(FormIdentity.markStart)
    }
    guard let mark = marks.first else {
      problems.add(.formIncomplete(path, sheet.name))
      return false
    }
    guard marks.allSatisfy({ $0.value == .text(identity.mark) }) else {
      let other = mark.value.shown.dropFirst(FormIdentity.markStart.count).split(separator: "/")
      problems.add(
        .sheetOfOtherForm(
          path, sheet.name, of: other.prefix(2).joined(separator: "/"),
          expected: "\(identity.round)/\(identity.unit)"))
      return false
    }
    return true
  }

  /// Sheets of somebody's own and comments are not read, and that is said.
  func tellUnread() {
    for sheet in file.sheets {
      let isOfForm = FormSheet.allCases.contains { kind in
        kind.title == sheet.name || sheet.cells.contains { $0.value == .text(kind.mark) }
      }
      if !isOfForm, sheet.cells.contains(where: { !$0.value.shown.trimmed.isEmpty }) {
        problems.add(.sheetUnread(path, sheet.name))
      }
    }
    if file.hasComments { problems.add(.commentsUnread(path)) }
  }

  /// Formulas that call out, wherever they stand.
  func checkFormulas() {
    for sheet in file.sheets {
      for cell in sheet.cells {
        guard let formula = cell.formula, let call = OutsideCall(formula) else { continue }
        let source = CellSource(
          file: path, sheet: sheet.name, address: cell.address, shown: "=\(formula)")
        problems.add(.formulaCallsOut(source, call))
      }
    }
  }
}
