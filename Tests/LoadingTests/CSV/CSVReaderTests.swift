import Diagnostics
import TestSupport
import Testing

@testable import Loading

/// Reads a CSV text that stands in a file named `sổ.csv`.
func csv(_ text: String) -> (table: CSVTable?, diagnostics: [Diagnostic]) {
  readCSV(SourceText(path: "sổ.csv", text))
}

extension CSVTable {
  /// All texts, the header first.
  var texts: [[String]] {
    [header.map(\.text)] + rows.map { row in (0..<row.count).map { row[$0].text } }
  }
}

struct CSVReaderTests {
  @Test(
    "the separator is found in the header line",
    arguments: ["unit,late,title", "unit;late;title", "unit\tlate\ttitle"])
  func separators(header: String) throws {
    let separator = try #require(header.first { !$0.isLetter })
    let (table, diagnostics) = csv("\(header)\nso-y-te\(separator)2\(separator)a|b\n")
    #expect(diagnostics.isEmpty)
    #expect(table?.texts == [["unit", "late", "title"], ["so-y-te", "2", "a|b"]])
  }

  @Test func `a separator used more often than another wins, and quotes hide separators`() {
    let (table, diagnostics) = csv("unit;late,missing;\"a,b,c\"\nx;1,5;y\n")
    #expect(diagnostics.isEmpty)
    #expect(table?.texts == [["unit", "late,missing", "a,b,c"], ["x", "1,5", "y"]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines end with LF, CR LF or CR, and empty lines are skipped`(_ end: String) throws {
    let lines = ["", "  ", "unit,late", "", "a,1", ",", "\"\", ", "b,2"]
    let (table, diagnostics) = csv(lines.joined(separator: end))
    #expect(diagnostics.isEmpty)
    let rows = try #require(table?.rows)
    #expect(rows.map(\.line) == [5, 8])
    #expect(rows.map { $0[1].text } == ["1", "2"])
    #expect(rows[1][1].span.start == SourcePosition(line: 8, column: 3))
  }

  @Test func `quoted cells hold separators, quotes and line breaks`() {
    let (table, diagnostics) = csv(
      "a,b\r\n \"x, \"\"y\"\"\r\nz\" ,\"\"\"\"\r\nSở \"X\",5\" ống\r\n")
    #expect(diagnostics.isEmpty)
    #expect(table?.texts == [["a", "b"], ["x, \"y\"\nz", "\""], ["Sở \"X\"", "5\" ống"]])
  }

  @Test func `blanks around a text go, also invisible ones, and letters are composed`() {
    let (table, diagnostics) = csv("\u{FEFF}ten,\u{A0} cột \u{200B}\nTe\u{302}\u{301}n ,\" x \"\n")
    #expect(diagnostics.isEmpty)
    let bytes = table?.texts.map { $0.map { Array($0.utf8) } }
    let expected = [["ten", "cột"], ["Tến", "x"]].map { $0.map { Array($0.utf8) } }
    #expect(bytes == expected)
    #expect(table?.column("cột") == 1)
    #expect(table?.column("Cột") == nil)
  }

  @Test func `columns are counted in Unicode scalars and spans include the quotes`() throws {
    let (table, _) = csv("\u{FEFF}đơn vị,trễ,x\nSở Y tế, \"1\n2\" ,\n")
    let read = try #require(table)
    func place(_ cell: CSVCell) -> [UInt32] {
      [cell.span.start.line, cell.span.start.column, cell.span.end.line, cell.span.end.column]
    }
    #expect(place(read.header[1]) == [1, 8, 1, 11])
    #expect(place(read.rows[0][0]) == [2, 1, 2, 8])
    #expect(place(read.rows[0][1]) == [2, 10, 3, 3])
    #expect(place(read.rows[0][2]) == [3, 5, 3, 5])
    #expect(place(read.rows[0][9]) == [3, 5, 3, 5])
    #expect(read.rows[0][9].isEmpty)
  }

  @Test func `a file with nothing but a header is a table without rows`() {
    let (table, diagnostics) = csv("unit;late")
    #expect(diagnostics.isEmpty)
    #expect(table?.rows.isEmpty == true)
    #expect(csv("late\n1\n").table?.texts == [["late"], ["1"]])
  }

  @Test func `the last line needs no line end and may end with a separator`() {
    #expect(csv("a,b\n1,").table?.texts == [["a", "b"], ["1", ""]])
    #expect(csv("a,b\n1,\"2\"").table?.texts == [["a", "b"], ["1", "2"]])
  }

  @Test func `faulty rows are left out and the others stay`() {
    let (table, diagnostics) = csv("a,b\n1\n1,2,3\n\"1\"x,2\n1,2\n")
    #expect(diagnostics.map(\.code) == [.csvSyntax, .csvSyntax, .csvSyntax])
    #expect(table?.texts == [["a", "b"], ["1", "2"]])
  }

  @Test func `a file on disk is read through the same door`() throws {
    let folder = try TemporaryFolder()
    let (table, text, diagnostics) = FileAccess().csv(try folder.write("a.csv", "a\n1\n"))
    #expect(diagnostics.isEmpty)
    #expect(text?.bytes.count == 4)
    #expect(table?.rows.count == 1)
    #expect(FileAccess().csv(folder.path("b.csv")).diagnostics.map(\.code) == [.fileMissing])
  }
}
