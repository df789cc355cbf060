import Testing

@testable import Typesetting

/// Where cells stand once some reach over several rows and columns.
struct TableGridTests {
  @Test
  func `cells go round those that reach down from above`() {
    let rows = [
      PaperRow([PaperCell("a", rows: 2), PaperCell("b", columns: 2), PaperCell("c", rows: 2)]),
      PaperRow([PaperCell("d"), PaperCell("e")]), PaperRow([PaperCell("f")]),
    ]
    let grid = TableGrid(rows, columns: 4)
    let places = grid.places.map { "\($0.cell.text)\($0.row)\($0.column)" }
    #expect(places == ["a00", "b01", "c03", "d11", "e12", "f20"])
    #expect(grid.lastOfGroup == [1, 1, 2])
    #expect(grid.covered[1].mapValues(\.cell.text) == [0: "a", 3: "c"])
  }

  @Test
  func `cells that reach too far end where the table does`() {
    let grid = TableGrid([PaperRow([PaperCell("a", columns: 9, rows: 9)])], columns: 2)
    #expect(grid.places.map(\.columns) == [2])
    #expect(grid.places.map(\.rows) == [1])
    #expect(grid.lastOfGroup == [0])
  }

  @Test
  func `groups of rows run into each other where their cells overlap`() {
    let rows = [
      PaperRow([PaperCell("a", rows: 2), PaperCell("b")]),
      PaperRow([PaperCell("c", rows: 2)]), PaperRow([PaperCell("d")]),
    ]
    #expect(TableGrid(rows, columns: 2).lastOfGroup == [2, 2, 2])
  }
}
