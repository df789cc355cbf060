import Diagnostics
import Grading
import Loading
import Reports
import Spreadsheets
import TestSupport
import Testing
import Workbooks

/// Two shipped rounds beside each other, as a workbook.
@Suite struct YearWorkbookTests {
  private static let comparison = Result { () throws -> YearComparison in
    func round(_ year: Int) throws -> Round {
      let loading = loadRound("\(SentForm.root)/Submissions/khanh-hoa-\(year)")
      return try #require(loading.loaded, "\(loading.diagnostics)").round()
    }
    return YearComparison(
      from: try round(2017), to: try round(2019), pairing: SetPairs.init(matching:_:))
  }

  private func written(_ language: Language) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = folder.path("years.xlsx")
    let report = YearReport(try Self.comparison.get(), language)
    try #require(YearWorkbook(report).write(to: path) == nil)
    return try folder.bytes(of: "years.xlsx")
  }

  /// A row's cells by column.
  private func rows(_ sheet: ReadSheet) -> [[Int: ReadValue]] {
    var rows: [Int: [Int: ReadValue]] = [:]
    for cell in sheet.cells {
      rows[cell.address.row, default: [:]][cell.address.column] = cell.value
    }
    return rows.sorted { $0.key < $1.key }.map(\.value)
  }

  @Test func everyUnitHasItsRowAndThePartsAddUp() throws {
    let file = try SpreadsheetFile(try written(.vietnamese))
    #expect(file.sheets.map(\.name) == ["Đơn vị", "Lĩnh vực", "Tiêu chí", "Cách so sánh"])
    let years = try Self.comparison.get()
    let rows = rows(file.sheets[0])
    // The title, the heads, a row a unit.
    #expect(rows.count == 2 + years.units.count + years.gone.count)
    var numbers: [[Exact]] = []
    for row in rows.dropFirst(2) {
      let values = (6...9).compactMap { column -> Exact? in
        guard case .number(let number)? = row[column] else { return nil }
        return Exact(parsing: number.text)
      }
      if values.count == 4 { numbers.append(values) }
    }
    #expect(numbers.count == years.units.count { $0.change != nil })
    for values in numbers { #expect(values[0] == values[1] + values[2] + values[3]) }
    let changes = years.units.compactMap(\.change)
    #expect(numbers.map { $0[0] }.sorted() == changes.sorted())
  }

  /// The numbers of a column of a sheet; what stands there in words is left out.
  private func numbers(_ sheet: ReadSheet, _ column: Int) -> [Exact] {
    rows(sheet).dropFirst(2).compactMap { row in
      guard case .number(let number)? = row[column] else { return nil }
      return Exact(parsing: number.text)
    }
  }

  @Test func pointsOfAreasAndItemsAreNumbersThatCanBeSummed() throws {
    let file = try SpreadsheetFile(try written(.vietnamese))
    let years = try Self.comparison.get()
    func sum(_ values: [Exact]) -> Exact { values.reduce(.zero, +) }
    let areas = years.units.flatMap(\.areas)
    #expect(sum(numbers(file.sheets[1], 4)) == sum(areas.compactMap { $0.before?.points }))
    #expect(sum(numbers(file.sheets[1], 5)) == sum(areas.compactMap { $0.after?.maximum }))
    #expect(sum(numbers(file.sheets[1], 6)) == sum(areas.compactMap { $0.after?.points }))
    let items = years.units.flatMap(\.items).filter(\.isMoved)
    let scored = items.compactMap(\.after).filter { $0.state == .scored }
    #expect(numbers(file.sheets[2], 6).count == scored.count)
    #expect(sum(numbers(file.sheets[2], 6)) == sum(scored.map(\.points)))
  }

  @Test func theBytesAreTheSameTwiceAndEnglishIsASwitch() throws {
    #expect(try written(.vietnamese) == written(.vietnamese))
    let english = try SpreadsheetFile(try written(.english))
    #expect(english.sheets.map(\.name) == ["Units", "Areas", "Items", "Method"])
  }

  @Test func aPlaceThatCannotBeWrittenIsTold() throws {
    let report = YearReport(try Self.comparison.get(), .english)
    let problem = YearWorkbook(report).write(to: "/nowhere/at/all.xlsx")
    #expect(problem?.code == .fileUnwritable)
  }
}
