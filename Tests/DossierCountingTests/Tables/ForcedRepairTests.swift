import DossierCounting
import Grading
import Testing

/// A contradiction is mended only where the rest of the table leaves one value.
struct ForcedRepairTests {
  private func change(_ row: Int, _ metric: Int, _ from: Int, _ to: Int) -> CellChange {
    CellChange(cell: TableCell(row: row, metric: metric), from: from, to: to)
  }

  @Test func `a figure that only its own equations deny is forced by row and total`() throws {
    var table = SmallTable()
    table.unit("A", [10, 8, 5, 3, 0, 2])
    table.unit("B", [20, 15, 9, 4, 2, 50])
    table.total(.all, [30, 23, 14, 7, 2, 7])
    let found = table.table.contradictions()
    try #require(found.count == 1)
    #expect(found[0].forced?.changes == [change(1, 5, 50, 5)])
    #expect(found[0].failing == [.identity(row: 1, identity: 0), .total(row: 2, metric: 5)])
    #expect(found[0].refuted.map(\.changes) == [[change(1, 0, 20, 65)], [change(1, 1, 15, -30)]])
  }

  @Test func `without totals and percentages an error has several repairs`() throws {
    var table = SmallTable()
    table.unit("A", [10, 8, 6, 3, 0, 2])
    let found = table.table.contradictions()
    try #require(found.count == 1)
    guard case .ambiguous(let repairs) = found[0].verdict else {
      Issue.record("\(found[0].verdict)")
      return
    }
    // Late would be −1; resolved 9 denies the other equation.
    #expect(repairs.map(\.changes) == [[change(0, 2, 6, 5)], [change(0, 3, 3, 2)]])
    #expect(found[0].doubtful(in: table.table).map(\.metric).sorted() == [2, 3])
  }

  @Test func `printed percentages rule out the other repairs`() {
    var table = SmallTable(hasPercents: true)
    table.unit("A", [100, 80, 50, 30, 0, 20])
    table.rows[0].values[2] = 60
    let found = table.table.contradictions()
    #expect(found.map(\.forced?.changes) == [[change(0, 2, 60, 50)]])
    #expect(found[0].forced?.supporting.first?.printed == Exact(parsing: "62.5"))
  }

  @Test func `a percentage that fits neither value proves nothing`() {
    var table = SmallTable(hasPercents: true)
    table.unit("A", [100, 80, 50, 30, 0, 20])
    table.total(.all, [100, 80, 50, 30, 0, 20])
    var row = table.rows[0]
    var percents = row.percents
    percents[4] = 77
    row = PrintedRow(
      name: row.name, type: row.type, values: [100, 80, 50, 30, 0, 21], percents: percents,
      span: row.span)
    table.rows[0] = row
    let found = table.table.contradictions()
    #expect(found.map(\.forced?.changes) == [[change(0, 5, 21, 20)]])
    #expect(found[0].forced?.supporting == [])
  }

  @Test func `figures that a printed percentage bears out are not changed`() throws {
    var table = SmallTable(hasPercents: true)
    table.unit("A", [100, 80, 80, 0, 0, 0])
    table.total(.all, [100, 80, 80, 0, 0, 0])
    let found = table.table.contradictions()
    try #require(found.count == 1)
    // Row and total are wrong by the same 20, and 0,00% is printed beside both zeros.
    #expect(found[0].verdict == .unrepaired)
    #expect(found[0].rows == [0, 1])
    #expect(found[0].doubtful(in: table.table).map(\.metric).sorted() == [0, 0, 5, 5])
  }

  @Test func `two rows with errors under one total are mended together`() throws {
    var table = SmallTable()
    table.unit("A", [10, 8, 5, 3, 0, 2])
    table.unit("B", [20, 15, 9, 4, 2, 5])
    table.total(.all, [30, 23, 14, 7, 2, 7])
    table.rows[0].values[5] = 1
    table.rows[1].values[5] = 9
    let found = table.table.contradictions()
    try #require(found.count == 1)
    #expect(found[0].forced?.changes == [change(0, 5, 1, 2), change(1, 5, 9, 5)])
  }

  @Test func `a misprinted total is mended from its rows`() {
    var table = SmallTable()
    table.unit("A", parent: "H", [10, 8, 5, 3, 0, 2])
    table.unit("B", parent: "H", [20, 15, 9, 4, 2, 5])
    table.total(.parent(type: "xa", "H"), [30, 23, 14, 7, 2, 8])
    table.total(.all, [30, 23, 14, 7, 2, 7])
    #expect(table.table.contradictions().map(\.forced?.changes) == [[change(2, 5, 8, 7)]])
  }

  @Test func `missing figures are not zero and no total is held against them`() {
    var table = SmallTable()
    table.unit("A", [10, 8, 5, 3, 0, 2])
    table.unit("B", [nil, nil, nil, nil, nil, nil])
    table.total(.all, [30, 23, 14, 7, 2, 7])
    #expect(table.table.contradictions().isEmpty)
    let total = table.table.recomputedTotals()[0]
    #expect((total.sum, total.missing, total.agrees) == (10, 1, false))
  }

  @Test func `a total below the figures it adds up is a contradiction whatever is missing`() {
    var table = SmallTable()
    table.unit("A", [10, 8, 5, 3, 0, 2])
    table.unit("B", [nil, nil, nil, nil, nil, nil])
    table.total(.all, [10, 8, 5, 3, 0, 1])
    let found = table.table.contradictions()
    #expect(found.count == 1)
    // The missing row could hide something, but not a negative number.
    #expect(found.first?.forced?.changes == [change(2, 5, 1, 2)])
  }

  @Test func `zeros that are printed stay zeros`() {
    var table = SmallTable()
    table.unit("A", [0, 0, 0, 0, 0, 0])
    table.total(.all, [0, 0, 0, 0, 0, 0])
    #expect(table.table.contradictions().isEmpty)
    #expect(table.table.recomputedTotals().allSatisfy { $0.agrees })
  }
}
