import Diagnostics
import Grading
import Spreadsheets
import TestSupport
import TestWorkbooks
import Testing
import Workbooks

/// A part of the work, out and back: whatever a person or their program did to it meanwhile.
@Suite struct AppraisalPartTests {
  static let terms = PartTerms(
    choices: [
      .init(id: "chap-nhan", title: "Chấp nhận kết quả đang tính"),
      .init(id: "cho-diem", title: "Cho điểm", takesPoints: true),
      .init(id: "yeu-cau", title: "Yêu cầu đơn vị giải trình", takesDue: true),
    ],
    grounds: [
      .init(id: "mot", title: "Căn cứ"), .init(id: "hai", title: "Căn cứ"),
      .init(id: "ba", title: "Đạt một phần, chưa đủ"),
    ])

  static let names = ["so-y-te": "Sở Y tế", "so-do": "=HYPERLINK(\"http://x\")"]
  static let items = ["1.1", "1.2"]

  static func reader(round: String = "ky", person: String = "to/01") -> PartReader {
    PartReader(round: round, person: person, terms) { unit, item in
      items.contains(item) ? names[unit] : nil
    }
  }

  static func part(_ rows: Int? = nil) throws -> [UInt8] {
    let all = names.keys.sorted().flatMap { unit in
      items.map { item in
        AppraisalPart.Row(
          unit: unit, unitName: names[unit] ?? "", item: item, title: "Mục \(item)",
          maximum: Exact(3), claimed: .points(Exact(parsing: "2.5") ?? .zero),
          standing: .word("chờ"), state: "chưa xem", stake: Exact(parsing: "0.75") ?? .zero)
      }
    }
    let part = AppraisalPart(
      PartIdentity(round: "ky", person: "to/01", seen: 12), terms, roundTitle: "Kỳ",
      appraiser: "Nguyễn Văn A", rows: rows.map { Array(all.prefix($0)) } ?? all)
    guard case .bytes(let bytes) = part.bytes(path: "phan-viec.xlsx") else {
      throw ReadingFailure.notAContainer
    }
    return bytes
  }

  static func retyped(_ change: (inout RetypedWorkbook) -> Void) throws -> [UInt8] {
    var book = try RetypedWorkbook(part())
    change(&book)
    return try book.bytes()
  }

  @Test func `a part shows what is known and nothing that runs`() throws {
    let file = try SpreadsheetFile(Self.part())
    #expect(file.sheets.map(\.name) == ["Phần việc", "parindex"])
    #expect(file.sheets.map(\.isHidden) == [false, true])
    #expect(file.sheets.allSatisfy { $0.cells.allSatisfy { $0.formula == nil } })
    let shown = file.sheets[0].cells.map(\.value.shown)
    #expect(shown.contains("=HYPERLINK(\"http://x\")"), "a text, whatever it begins with")
    #expect(shown.contains("2.5") && shown.contains("chờ") && shown.contains("0.75"))
    let lists = file.sheets[1].cells.map(\.value.shown)
    #expect(lists.contains("Căn cứ (mot)") && lists.contains("Căn cứ (hai)"))
    let book = try XMLBook(unpacking: Self.part())
    let sheet = book["xl/worksheets/sheet1.xml"]
    #expect(sheet.contains("<sheetProtection") && sheet.contains("<autoFilter"))
    #expect(sheet.contains("state=\"frozen\"") && sheet.contains("<dataValidations count=\"6\""))
    #expect(try Self.part() == Self.part(), "the same bytes")
    let empty = Self.reader().read(try Self.part(0), path: "a.xlsx")
    #expect(empty.part?.rows.isEmpty == true && empty.1.isEmpty)
  }

  @Test func `what is typed comes back, wherever its columns went`() throws {
    let bytes = try Self.retyped { book in
      book.type(.text("CHO ĐIỂM"), in: "so-y-te/1.1", under: "decision")
      book.type(.text("0,75"), in: "so-y-te/1.1", under: "points")
      book.type(.text("Căn cứ (hai)"), in: "so-y-te/1.1", under: "ground")
      book.type(.text("  =1+1 \n dòng hai "), in: "so-y-te/1.1", under: "reason")
      book.type(.text("yeu-cau"), in: "so-do/1.2", under: "decision")
      let due = CellDate(year: 2018, month: 1, day: 5, hour: 17)
      book.type(due.map { .date($0) } ?? .blank, in: "so-do/1.2", under: "due")
      book.pages[0].name = "Của tôi"
      book.pages[1].name = "khác"
      book.pages.reverse()
      book.pages.swapAt(0, 1)
      book.moveColumns { 40 - $0 }
    }
    let (part, problems) = Self.reader().read(bytes, path: "a.xlsx")
    #expect(problems.isEmpty, "\(SentForm.shown(problems, .vietnamese))")
    let rows = try #require(part?.rows)
    #expect(part?.seen == 12 && rows.map(\.unit) == ["so-do", "so-y-te"])
    #expect(rows[0].values == [.decision: "yeu-cau", .due: "2018-01-05T17:00"])
    #expect(
      rows[1].values == [
        .decision: "cho-diem", .points: "0.75", .ground: "hai", .reason: "=1+1 \n dòng hai",
      ])
    #expect(rows[1].label(.points)?.span.cell?.hasPrefix("Của tôi!") == true)
  }

  @Test func `five hundred decisions are taken, and not one more`() throws {
    for (count, isTaken) in [(PartReader.most, true), (PartReader.most + 1, false)] {
      let rows = (1...count).map { number in
        AppraisalPart.Row(
          unit: "u\(number)", unitName: "U", item: "1.1", title: "", maximum: .one,
          claimed: .points(.one), standing: .points(.one), state: "", stake: .zero)
      }
      let part = AppraisalPart(
        PartIdentity(round: "ky", person: "to/01", seen: 0), Self.terms, roundTitle: "",
        appraiser: "", rows: rows)
      guard case .bytes(let bytes) = part.bytes(path: "a.xlsx") else {
        throw ReadingFailure.notAContainer
      }
      var book = try RetypedWorkbook(bytes)
      let column = try #require(book.place(of: "decision")).column
      for row in rows.indices {
        book.pages[0].cells[CellAddress(row: 4 + row, column: column)] = .text("chap-nhan")
      }
      let reader = PartReader(round: "ky", person: "to/01", Self.terms) { _, _ in "U" }
      let (read, problems) = reader.read(try book.bytes(), path: "a.xlsx")
      #expect((read?.rows.count == count) == isTaken && problems.isEmpty == isTaken)
      #expect(isTaken || problems.map(\.code) == [.workbookTooLarge])
    }
  }

  // MARK: What cannot be taken

  private static var broken: [(String, () throws -> [UInt8])] {
    [
      ("a text", { Array("Kính gửi".utf8) }),
      (
        "encrypted",
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600) }
      ),
      ("a unit's form", { try #require(SentForm.handedOut) }),
      (
        "a bomb",
        {
          var book = try XMLBook(unpacking: part())
          book.parts.append(("xl/media/a.bin", [UInt8](repeating: 0, count: 1 << 20)))
          book.repeated = ("xl/sharedStrings.xml", 200)
          book["xl/sharedStrings.xml"] = String(repeating: " ", count: 1 << 20)
          return try book.bytes()
        }
      ),
      ("a formula that calls out", { try formula("WEBSERVICE(\"http://x\")", "1") }),
      ("a formula without a result", { try formula("1+1", nil) }),
      ("a formula with a result", { try formula("1+1", "2") }),
      (
        "half filled in",
        { try retyped { $0.type(.text("1"), in: "so-y-te/1.1", under: "points") } }
      ),
      (
        "an unknown choice",
        { try retyped { $0.type(.text("Đồng ý"), in: "so-y-te/1.1", under: "decision") } }
      ),
      (
        "an ambiguous ground, points where none are, a day that is none",
        {
          try retyped { book in
            for (name, text) in [
              ("decision", "Yêu cầu đơn vị giải trình"), ("points", "1"), ("ground", "Căn cứ"),
              ("due", "hôm sau"),
            ] { book.type(.text(text), in: "so-y-te/1.1", under: name) }
          }
        }
      ),
      (
        "points that are a share",
        {
          try retyped { book in
            book.type(.text("Cho điểm"), in: "so-y-te/1.1", under: "decision")
            book.type(.text("50%"), in: "so-y-te/1.1", under: "points")
          }
        }
      ),
      ("an unknown unit", { try rekeyed("so-la/1.1") }),
      ("an unknown item", { try rekeyed("so-y-te/9.9") }),
      ("another unit's key", { try rekeyed("so-do/1.1") }),
      ("the same row twice", { try rekeyed("so-y-te/1.2") }),
      ("a row without a key", { try rekeyed("") }),
      ("another version", { try identity("format", "parindex/appraisal-part@9") }),
      ("another round", { try identity("round", "ky-khac") }),
      ("another person", { try identity("person", "to/02") }),
      ("a number that is none", { try identity("seen", "-1") }),
      ("what it had seen changed", { try identity("seen", "13") }),
      ("without the hidden sheet", { try retyped { $0.pages.removeLast() } }),
      (
        "a sheet twice",
        {
          try retyped { book in
            var copy = book.pages[0]
            copy.name = "Hai"
            book.pages.append(copy)
          }
        }
      ),
      ("a column less", { try unmarked("reason", "") }),
      ("a column twice", { try unmarked("reason", "points") }),
    ]
  }

  private static func formula(_ formula: String, _ result: String?) throws -> [UInt8] {
    let filled = try retyped { book in
      book.type(.text("Cho điểm"), in: "so-y-te/1.1", under: "decision")
      book.type(.number(CellNumber(77)), in: "so-y-te/1.1", under: "points")
    }
    var book = try XMLBook(unpacking: filled)
    let sheet = "xl/worksheets/sheet1.xml"
    try #require(book[sheet].contains("<v>77</v>"))
    book[sheet] = book[sheet].replacing(
      "<v>77</v>",
      with: "<f>\(XMLBook.escaped(formula))</f>" + (result.map { "<v>\($0)</v>" } ?? ""))
    return try book.bytes()
  }

  private static func rekeyed(_ key: String) throws -> [UInt8] {
    try retyped { book in
      book.type(.text("chap-nhan"), in: "so-y-te/1.1", under: "decision")
      book.type(.text("chap-nhan"), in: "so-y-te/1.2", under: "decision")
      if let place = book.place(of: "so-y-te/1.1") { book.pages[0].cells[place] = .text(key) }
    }
  }

  private static func identity(_ name: String, _ value: String) throws -> [UInt8] {
    try retyped { book in
      let place = book.pages[1].cells.first { $0.value == .text(name) && $0.key.column == 0 }?.key
      guard let place else { return }
      book.pages[1].cells[CellAddress(row: place.row, column: 1)] = .text(value)
    }
  }

  private static func unmarked(_ name: String, _ other: String) throws -> [UInt8] {
    try retyped { book in
      if let place = book.place(of: name) { book.pages[0].cells[place] = .text(other) }
    }
  }

  @Test func `every part that cannot be taken says why, by cell`() throws {
    var texts: [Language: String] = [:]
    for (name, bytes) in Self.broken {
      let read = Self.reader().read(try bytes(), path: "phan-viec.xlsx")
      let isRefused = read.1.contains { $0.severity == .error }
      #expect(!read.1.isEmpty && (read.part == nil) == isRefused, "\(name)")
      for language in Language.allCases {
        texts[language, default: ""] += "## \(name)\n" + SentForm.shown(read.1, language) + "\n"
      }
    }
    for language in Language.allCases {
      expectGolden(texts[language] ?? "", "appraisal-parts.\(language.rawValue).txt")
    }
  }
}
