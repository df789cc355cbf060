import Spreadsheets
import TestSupport
import Testing

@Suite struct ReadingTests {
  @Test func whatIsWrittenIsRead() throws {
    let texts = [
      "=1+1", "+84", "-5", "@a", "Nguyễn Văn A", "một\nhai", "  giữ chỗ trống  ", "_x0041_", "a\tb",
      "<&>\"'", "007", "\u{1}", "a_x000D_b", "😀",
    ]
    var sheet = Sheet(SheetName("Bảng"))
    for (row, text) in texts.enumerated() {
      sheet.put(.text(text), at: CellAddress(row: row, column: 1))
    }
    let numbers = [
      "0", "0.1", "-0.1", "9.00000000000007", "123456789012345", "0.000001", "5.055", "1E300",
      "87.65",
    ]
    for (row, text) in numbers.enumerated() {
      sheet.put(.number(try #require(CellNumber(text))), at: CellAddress(row: row, column: 2))
    }
    let dates = [
      CellDate(year: 1900, month: 3, day: 1), CellDate(year: 2000, month: 2, day: 29),
      CellDate(year: 2018, month: 12, day: 27, hour: 15, minute: 31),
      CellDate(year: 9999, month: 12, day: 31, hour: 23, minute: 59, second: 59),
    ]
    for (row, date) in dates.enumerated() {
      sheet.put(
        .date(try #require(date)), at: CellAddress(row: row, column: 3),
        CellStyle().with { $0.number = .minute })
    }
    sheet.put(.boolean(false), at: CellAddress(row: 0, column: 4))
    sheet.put(
      .formula("=C2*2", result: .number(try #require(CellNumber("0.2")))),
      at: CellAddress(row: 1, column: 4))
    sheet.merge(CellRange(rows: 20...21, columns: 0...3), .text("gộp"))
    var hidden = Sheet(SheetName("Ẩn"))
    hidden.isHidden = true
    hidden.put(.text("x"), at: CellAddress(row: 1_048_575, column: 16_383))

    let read = try SpreadsheetFile(Workbook([sheet, hidden]).bytes())
    #expect(read.sheets.map(\.name) == ["Bảng", "Ẩn"])
    #expect(read.sheets.map(\.isHidden) == [false, true])
    let first = try #require(read["Bảng"])
    for (row, text) in texts.enumerated() {
      #expect(first[CellAddress(row: row, column: 1)].value == .text(text))
    }
    for (row, text) in numbers.enumerated() {
      #expect(first[CellAddress(row: row, column: 2)].value.shown == text)
    }
    for (row, date) in dates.enumerated() {
      #expect(try first[CellAddress(row: row, column: 3)].value == .date(#require(date)))
    }
    #expect(first[CellAddress(row: 0, column: 4)].value == .boolean(false))
    #expect(first[CellAddress(row: 1, column: 4)].formula == "C2*2")
    #expect(first[CellAddress(row: 1, column: 4)].value.shown == "0.2")
    #expect(first.merges == [CellRange(rows: 20...21, columns: 0...3)])
    #expect(first[CellAddress(row: 20, column: 0)].value == .text("gộp"))
    #expect(read["Ẩn"]?.cells.map(\.address.text) == ["XFD1048576"])
  }

  @Test(arguments: [
    ("0.00", false), ("General", false), ("dd/mm/yyyy", true), ("[$-42A]dd mmmm", true),
    ("#,##0\" đồng\"", false), ("[Red]0.00", false), ("0.00\\d", false), ("hh:mm", true),
    ("@", false),
    ("_(* #,##0_)", false),
  ])
  func aStyleShowsDaysOrNot(_ code: String, _ expected: Bool) throws {
    let styles =
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"\(XMLBook.escaped(code))\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"
    let book = XMLBook(
      sheet: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>43461</v></c></row>", styles: styles)
    let value = try SpreadsheetFile(book.bytes()).sheets[0].cells[0].value
    #expect((value.shown == "27/12/2018") == expected)
    #expect((value.shown == "43461") != expected)
  }

  @Test func daysAreCountedFromWhereTheFileSays() throws {
    let row =
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>59</v></c>"
      + "<c r=\"C1\" s=\"1\"><v>61.999999999</v></c><c r=\"D1\" s=\"1\"><v>-1</v></c><c r=\"E1\" s=\"1\"><v>2958466</v></c></row>"
    let styles =
      "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    let old = try SpreadsheetFile(XMLBook(sheet: row, styles: styles).bytes())
    #expect(old.sheets[0].cells.map(\.value.shown) == ["0", "59", "02/03/1900", "-1", "2958466"])
    let new = try SpreadsheetFile(
      XMLBook(sheet: row, styles: styles, countsFrom1904: true).bytes())
    #expect(
      new.sheets[0].cells.map(\.value.shown)
        == ["01/01/1904", "29/02/1904", "03/03/1904", "-1", "2958466"])
  }

  @Test func formsThatOtherProgramsWriteAreRead() throws {
    let sheet = """
      <row><c><v>1</v></c><c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r><rPh><t>x</t></rPh></is></c></row>\
      <row r="5"><c r="C5" t="str"><f>A1&amp;"x"</f><v>1x</v></c><c r="D5" t="e"><v>#DIV/0!</v></c>\
      <c r="E5" t="b"><v>1</v></c><c r="F5" t="d"><v>2018-12-27T15:30:00Z</v></c>\
      <c r="G5" t="n"><v>NaN</v></c><c r="H5" s="9"/><c r="I5"><f t="shared" si="0"/><v>3</v></c></row>
      """
    let read = try SpreadsheetFile(XMLBook(sheet: sheet).bytes()).sheets[0]
    #expect(
      read.cells.map { "\($0.address.text) \($0.value.shown) \($0.formula ?? "-")" } == [
        "A1 1 -", "B1 a b -", "C5 1x A1&\"x\"", "D5 #DIV/0! -", "E5 TRUE -",
        "F5 27/12/2018 15:30 -", "G5 NaN -", "I5 3 ",
      ])
  }

  @Test(
    arguments: [
      ("SUM(A1:A9)", nil), ("Table1[Điểm]", nil), ("\"http://x|y [1]\"", nil), ("CALLS(1)", nil),
      ("IF(A1=\"|\",1,2)", nil), ("'Bảng điểm'!A1", nil), ("Table1[[#This Row],[Điểm]]", nil),
      ("WEBSERVICE(\"http://x\")", .function("WEBSERVICE")),
      ("_xlfn.WEBSERVICE (A1)", .function("WEBSERVICE")),
      ("hyperlink(\"http://x\",\"y\")", .function("HYPERLINK")),
      ("1+Call(\"a\")", .function("CALL")), ("cmd|'/c calc'!A0", .program), ("[1]Sheet1!A1", .file),
      ("'C:\\x\\[b.xlsx]S'!A1", .file), ("'file:///D:/x.ods'#$S.A1", .file),
      ("DDE(\"a\";\"b\";\"c\")", .function("DDE")),
    ] as [(String, OutsideCall?)])
  func aFormulaThatCallsOutIsKnown(_ formula: String, _ call: OutsideCall?) {
    #expect(OutsideCall(formula) == call)
  }
}
