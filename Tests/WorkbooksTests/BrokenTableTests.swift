import Diagnostics
import Foundation
import TestSupport
import Testing
import Workbooks

/// What can be wrong in a table of criteria, each told by its cell.
@Suite struct BrokenTableTests {
  static let rule = "Quy tắc chấm"

  static var forms: [BrokenTable] {
    [
      BrokenTable("an id twice", [("1.1.2", "Mã", "1.1.1")]),
      BrokenTable("points that do not add up", [("1.1.1", "Điểm tối đa", "1,5")]),
      BrokenTable("points of the set that do not add up", [("max_points", "Giá trị", "6")]),
      BrokenTable("an unknown rule", [("1.1.1", rule, "yes_not: planned")]),
      BrokenTable("an unknown name in a rule", [("1.1.1", rule, "yes_no: planed")]),
      BrokenTable(
        "a band that leaves a gap, in the third line of a cell",
        [("1.1.2", rule, "steps:\n  of: done / total\n  bands: [{above: 90%, points: 2}]")]),
      BrokenTable(
        "broken YAML in the second line of a cell",
        [("1.1.2", rule, "steps:\n  of: {done\n  bands: []")]),
      BrokenTable("a key twice in a cell", [("1.1.1", rule, "yes_no: planned\nyes_no: planned")]),
      BrokenTable("words where keys belong", [("1.1.2", "Khóa khác", "xem hướng dẫn")]),
      BrokenTable("an unknown key", [("1.1.2", "Khóa khác", "if_undefind: zero")]),
      BrokenTable("a key that has its own column", [("1.1.2", "Khóa khác", "title: Khác")]),
      BrokenTable("no rule", [("1.1.1", rule, nil)]),
      BrokenTable("a number with a letter", [("1.1.1", "Điểm tối đa", "1 điểm")]),
      BrokenTable("a number that can be read twice", [("1.1.1", "Điểm tối đa", "1.000")]),
      BrokenTable("another level", [("1.1", "Cấp", "Mục")]),
      BrokenTable("a level without what holds it", [("1.1", "Cấp", "Tiêu chí thành phần")]),
      BrokenTable("a row without an id", [("1.1.1", "Mã", nil)]),
      BrokenTable("an id below another area", [("1.2", "Mã", "2.2")]),
      BrokenTable("an office that scores nothing", [("1.2", "Nguồn điểm", "so")]),
      BrokenTable("an input of no type", [("1.1.1", "Số liệu nhập", "planned: {title: Có}")]),
      BrokenTable("another version", [("format", "Giá trị", "parindex/criteria@9")]),
      BrokenTable("no year", [("year", "Giá trị", nil)]),
      BrokenTable("an unknown key of the set", [("unit_type", "Khóa", "unit_typ")]),
      BrokenTable(
        "a column of a register misspelt",
        [
          ("figures.reports", "Giá trị", "title: Sổ\ncolumns: {lat: {type: count, title: Số}}")
        ]),
      BrokenTable(
        "a rule that would leave its place",
        [
          ("1.1.1", rule, "yes_no: planned\n---\nareas: []")
        ]),
      BrokenTable("the column of points is gone", [("Mã", "Điểm tối đa", "Điểm cao nhất")]),
      BrokenTable("a column twice", [("Mã", "Căn cứ", "Quy tắc chấm")]),
      BrokenTable("no sheet of keys", [("format", "Khóa", "x")]),
    ] + formulas
  }

  private static func changed(_ name: String, _ change: @escaping (inout OpenTable) throws -> Void)
    -> BrokenTable
  {
    BrokenTable(name) {
      var table = try BrokenTable.small()
      try change(&table)
      return try table.bytes()
    }
  }

  private static var formulas: [BrokenTable] {
    [
      changed("a formula with its result") {
        try $0.set("<f>1+1</f><v>1</v>", type: "n", "1.1.1", "Điểm tối đa")
      },
      changed("a formula without a result") {
        try $0.set("<f>SUM(A1)</f>", type: "n", "1.1.1", "Điểm tối đa")
      },
      changed("a formula that calls out") {
        try $0.set("<f>WEBSERVICE(\"x\")</f><v>1</v>", type: "n", "1.1.1", "Điểm tối đa")
      },
      changed("an error in a cell") {
        try $0.set("<v>#REF!</v>", type: "e", "1.1.1", "Quy tắc chấm")
      },
      changed("ids merged over two rows") {
        let first = try $0.address("1.1.1", "Mã").cell
        let second = try $0.address("1.1.2", "Mã").cell
        try $0.type(nil, "1.1.2", "Mã")
        $0.book["xl/worksheets/sheet1.xml"] = $0.book["xl/worksheets/sheet1.xml"]
          .replacingOccurrences(
            of: "</sheetData>",
            with: "</sheetData><mergeCells><mergeCell ref=\"\(first):\(second)\"/></mergeCells>")
      },
    ]
  }

  static var annexes: [BrokenTable] {
    [
      BrokenTable("annex: a gap in the numbers", annex: { $0.rows[4][0] = "1.1.4" }),
      BrokenTable("annex: an item without what holds it", annex: { $0.rows.remove(at: 1) }),
      BrokenTable("annex: the sum of all is another", annex: { $0.rows[9][2] = "10" }),
      BrokenTable("annex: an area adds up to less", annex: { $0.rows[0][2] = "6" }),
      BrokenTable("annex: points with a letter", annex: { $0.rows[2][2] = "1,5đ" }),
      BrokenTable("annex: no points", annex: { $0.rows[4][2] = "" }),
      BrokenTable("annex: points without a number", annex: { $0.rows[4][0] = "" }),
      BrokenTable(
        "annex: numbers merged over two rows",
        annex: {
          $0.rows[3][2] = "0,5"
          $0.merges = ["A6:A7"]
        }),
      BrokenTable("annex: a number twice", annex: { $0.rows[4][0] = "1.1.1" }),
      BrokenTable(
        "annex: the program made a day of a number",
        annex: { $0.cells["A5"] = " t=\"d\"><v>2026-01-01</v>" }),
      BrokenTable("annex: four levels", annex: { $0.rows[4][0] = "1.1.1.1" }),
      BrokenTable(
        "annex: another table", annex: { $0.heads = ["Đơn vị", "Xếp hạng", "", "", ""] }),
      BrokenTable("annex: only heads", annex: { $0.rows = [] }),
      BrokenTable("annex: no year", annex: { $0.above = "PHỤ LỤC" }),
    ]
  }

  static var containers: [BrokenTable] {
    [
      BrokenTable("an empty file", bytes: { [] }),
      BrokenTable(
        "an old or encrypted one",
        bytes: { [0xD0, 0xCF, 0x11, 0xE0] + Array(repeating: 0, count: 600) }),
      BrokenTable("a document type") {
        var table = try BrokenTable.small()
        let part = "xl/worksheets/sheet1.xml"
        table.book[part] = table.book[part].replacingOccurrences(
          of: "<worksheet", with: "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet")
        return try table.bytes()
      },
      BrokenTable("a cell with a very long text") {
        var table = try BrokenTable.small()
        try table.type(String(repeating: "a", count: 200_001), "1.1.1", "Quy tắc chấm")
        return try table.bytes()
      },
    ]
  }

  @Test func everyBrokenTableHasItsDiagnostic() throws {
    let tables = Self.forms + Self.annexes + Self.containers
    #expect(tables.count >= 40)
    var texts: [Language: String] = [:]
    for table in tables {
      var options = CriteriaImporter.Options(target: "tinh/so.yaml")
      options.unitType = "so"
      let (read, problems) = CriteriaImporter(options).read(
        try table.bytes(), path: "so.xlsx")
      #expect(problems.contains { $0.code != .draft }, "\(table.name)")
      #expect((read == nil) == problems.contains { $0.severity == .error }, "\(table.name)")
      let strays = problems.flatMap { [$0.primary] + $0.secondary }
        .filter { $0.span.file.path != "so.xlsx" }
      #expect(strays.isEmpty, "\(table.name)")
      for language in Language.allCases {
        texts[language, default: ""] +=
          "## \(table.name)\n" + SentForm.shown(problems, language) + "\n"
      }
    }
    for language in Language.allCases {
      expectGolden(texts[language] ?? "", "broken-tables.\(language.rawValue).txt")
    }
  }

  @Test func theTableThatIsBrokenIsSoundBefore() throws {
    let options = CriteriaImporter.Options(target: "tinh/so.yaml")
    let (read, problems) = CriteriaImporter(options).read(
      try BrokenTable.small().bytes(), path: "so.xlsx")
    #expect(problems.isEmpty, "\(SentForm.shown(problems, .english))")
    let set = try #require(read)
    expectGolden(set.text, "criteria-table.yaml")
  }
}
