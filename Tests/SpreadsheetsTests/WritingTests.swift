import Glibc
import Spreadsheets
import Testing

@Suite struct WritingTests {
  @Test func theSameContentGivesTheSameBytesUnderAnyTimeZone() throws {
    let first = try Self.workbook().bytes()
    let zone = getenv("TZ").map { String(cString: $0) }
    setenv("TZ", "Pacific/Kiritimati", 1)
    tzset()
    defer {
      if let zone { setenv("TZ", zone, 1) } else { unsetenv("TZ") }
      tzset()
    }
    #expect(try Self.workbook().bytes() == first)
    #expect(first.starts(with: [0x50, 0x4B, 3, 4]))
  }

  @Test func aTextThatNoCellCanHoldIsNamed() throws {
    var sheet = Sheet(SheetName("Ghi chú"))
    sheet.put(
      .text(String(repeating: "ă", count: 32_767)), at: CellAddress(row: 0, column: 0))
    _ = try Workbook([sheet]).bytes()
    sheet.put(
      .text(String(repeating: "ă", count: 32_768)), at: CellAddress(row: 4, column: 27))
    #expect(throws: WorkbookFailure.textTooLong(sheet: "Ghi chú", cell: "AB5")) {
      try Workbook([sheet]).bytes()
    }
  }

  @Test func sheetNamesAreSuchAsAllProgramsTake() {
    let names = SheetName.distinct([
      "Khối sở, ban, ngành", "KHỐI SỞ, BAN, NGÀNH", "a/b:c*d?[e]\\", "'", "",
      "Khối cơ quan ngành dọc của trung ương đặt tại tỉnh",
      "Khối cơ quan ngành dọc của trung ương đặt tại huyện",
    ])
    #expect(
      names.map(\.text) == [
        "Khối sở, ban, ngành", "KHỐI SỞ, BAN, NGÀNH (2)", "a-b-c-d--e--", "-", "- (2)",
        "Khối cơ quan ngành dọc của tru…", "Khối cơ quan ngành dọc của… (2)",
      ])
  }

  static func workbook() throws -> Workbook {
    var sheet = Sheet(SheetName("Bảng điểm"))
    let head = CellStyle().with {
      $0.isBold = true
      $0.horizontal = .centre
      $0.border = .thin(0)
    }
    sheet.merge(CellRange(rows: 0...0, columns: 0...3), .text("=1+1 là chữ"), head)
    try sheet.put(.number(#require(CellNumber("0.1"))), at: CellAddress(row: 1, column: 0))
    try sheet.put(
      .date(#require(CellDate(year: 2018, month: 12, day: 27))), at: CellAddress(row: 1, column: 1))
    try sheet.put(
      .formula("=A2*2", result: .number(#require(CellNumber("0.2")))),
      at: CellAddress(row: 1, column: 2))
    sheet.put(.boolean(true), at: CellAddress(row: 1, column: 3))
    sheet.validate(
      CellRange(rows: 1...8, columns: 0...0),
      CellValidation(
        .list(["Có", "Không"]), prompt: CellPrompt(title: "Chọn", message: "Có, Không")))
    sheet.highlight(CellRange(rows: 1...8, columns: 0...0), where: "=$A2>1", fill: 0xFFC7CE)
    sheet.firstMoving = CellAddress(row: 1, column: 0)
    sheet.print.repeatedRows = 0...0
    sheet.print.footer.right = [.text("Trang "), .page, .text("/"), .pages]
    sheet.isProtected = true
    return Workbook([sheet])
  }
}
