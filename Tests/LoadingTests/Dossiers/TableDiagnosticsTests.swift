import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// Everything wrong with tables and their declarations is said where it stands.
struct TableDiagnosticsTests {
  private static let units = [
    unit("huyen-a", "UBND huyện A", "huyen", nil, ["Huyện A"]),
    unit("a-xa-1", "UBND xã Vạn Thắng", "xa", "huyen-a", []),
    unit("a-xa-2", "UBND xã Vạn Thạnh", "xa", "huyen-a", []),
    unit("huyen-b", "UBND huyện B", "huyen", nil, ["Huyện B"]),
    unit("b-xa-1", "UBND xã Vạn Thắng", "xa", "huyen-b", []),
  ]

  private static func unit(
    _ id: String, _ name: String, _ type: String, _ parent: String?, _ aliases: [String]
  ) -> Unit {
    Unit(
      id: id, name: name, type: type, parent: parent, aliases: aliases,
      span: SourceSpan(whole: SourceFile(path: "units.yaml")))
  }

  private static let head = """
    format: parindex/tables@1
    title: Báo cáo
    tables:
      - id: t
        title: Phụ lục V
        file: t.csv

    """

  private static let header = "parent,unit,received,resolved,late,unresolved"

  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let yaml: String
    let csv: String
    var testDescription: String { name }
  }

  static let examples = [
    Example(
      name: "declarations",
      yaml: """
        format: parindex/tables@1
        titel: Báo cáo
        title: Báo cáo
        source: {date: 2017-13-01}
        tables:
          - id: t
            title: Phụ lục V
            file: t.csv
            unit: đơn vị
            columns: {recieved: received, resolved: resolvd, late: late}
            percents: {late: {column: late_pct}}
            numbers: {decimal: ".", thousands: ".", percent_decimals: 9}
          - {id: t, title: Bảng nữa, file: u.csv}
        checks: [online < received, onlin <= received]
        lists:
          - {id: a, title: A, table: x, rate: late_rate, from: 3%}
          - {id: b, title: B, table: t, rate: late, from: 3%}
          - {id: c, title: C, table: t, rate: late_rate, from: 3, above: 1%}
          - {id: d, title: D, table: t, rate: late_rate}
          - {id: e, title: E, table: t, rate: late_rate, from: 3%, up_to: 5%}
        corrections:
          - {table: t, figure: late, from: 1, to: 2, reason: R}
          - {table: t, unit: U, figure: late, from: 1, to: -2, reason: R}
          - {table: t, unit: U, figure: late, from: x, to: 2}
        known:
          - {total: all, reason: R}

        """, csv: header + "\n"),
    Example(
      name: "cells", yaml: head,
      csv: """
        parent,unit,received,resolved,late,unresolved,late_pct
        Huyện A,UBND xã Vạn Thắng,4.000,3,1,2,x
        Huyện A,UBND xã Vạn Thạnh,-1,3 hồ sơ,1,0,33.333
        Huyện A,,1,1,0,0,0
        Huyện B,UBND xã Vạn Thắng,5,3,1

        """),
    Example(
      name: "names", yaml: head,
      csv: """
        \(header)
        Huyện A,UBND xã Vạn Thắng,5,3,1,2
        Huyện A,UBND xã Vạn Thành,5,3,1,2
        Huyện C,UBND xã Vạn Thắng,5,3,1,2
        ,UBND xã Vạn Thắng,5,3,1,2
        Huyện A,ubnd XÃ VẠN THẮNG,5,3,1,2

        """),
    Example(
      name: "corrections",
      yaml: head + """
            identities: [received = resolved + unresolved]
        corrections:
          - {table: t, unit: UBND xã Vạn Thắng, figure: late, from: 1, to: 2, reason: R}
          - {table: t, unit: UBND xã Vạn Thắng, parent: huyện a, figure: late, from: 3, to: 2, reason: R}
          - {table: t, unit: b-xa-1, figure: unresolved, from: 3, to: 2, reason: R}
          - {table: t, unit: b-xa-1, figure: unresolved, from: 3, to: 1, reason: R}
          - {table: t, unit: UBND xã Vạn Thang, figure: late, from: 1, to: 2, reason: R}
          - {table: t, unit: b-xa-1, figure: online, from: 3, to: 1, reason: R}
          - {table: u, unit: b-xa-1, figure: late, from: 3, to: 1, reason: R}
        known:
          - {table: t, unit: b-xa-1, reason: Hết rồi}

        """,
      csv: """
        \(header)
        Huyện A,UBND xã Vạn Thắng,5,3,1,2
        Huyện B,UBND xã Vạn Thắng,5,3,1,3

        """),
    Example(
      name: "contradictions",
      yaml: head + """
            percents: {late: {column: late_pct, over: resolved}}
            totals: {rows: [Tổng]}
          - {id: online, title: Phụ lục VII, file: online.csv}
        checks: [online <= received]

        """,
      csv: """
        \(header),late_pct
        Huyện A,UBND xã Vạn Thắng,5,3,1,20,33.33
        Huyện A,UBND xã Vạn Thạnh,7,4,0,9,12.00
        Huyện B,UBND xã Vạn Thắng,8,8,0,,0
        ,Tổng,20,16,1,11,6.67

        """),
  ]

  @Test(arguments: examples, Language.allCases)
  func `what is wrong is said where it stands`(_ example: Example, _ language: Language) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("tables.yaml", example.yaml)
    try folder.write("t.csv", example.csv)
    try folder.write("online.csv", "parent,unit,online\nHuyện A,UBND xã Vạn Thắng,6\n")
    let loading = loadDossierTables(path, units: Self.units)
    #expect(!loading.diagnostics.isEmpty)
    let text = TextRenderer(language: language).render(loading.diagnostics)
    expectGolden(
      text.replacing(folder.path + "/", with: ""), "\(example.name).\(language.rawValue).txt")
  }

  @Test func `a name that fits none leaves no table of figures`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("tables.yaml", Self.head)
    try folder.write("t.csv", "\(Self.header)\nHuyện A,UBND xã Vạn Thang,5,3,1,2\n")
    #expect(loadDossierTables(path, units: Self.units).table == nil)
  }

  @Test func `a forced repair that nobody accepted makes the figure impossible`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "tables.yaml", Self.head + "    totals: {rows: [Tổng]}\n")
    try folder.write(
      "t.csv",
      "\(Self.header)\nHuyện A,UBND xã Vạn Thắng,5,3,1,20\n,Tổng,5,3,1,2\n")
    let loading = loadDossierTables(path, units: Self.units)
    let table = try #require(loading.table)
    #expect(table.value("unresolved", unit: "a-xa-1") == .impossible)
    #expect(table.value("unresolved_rate", unit: "a-xa-1") == .impossible)
    #expect(table.value("late_rate", unit: "a-xa-1") == .known(.number(Exact(1, over: 3) ?? 0)))
  }

  @Test(arguments: ["", "tables.yaml", "t.csv"])
  func `a path without tables is said to be one`(_ name: String) throws {
    let folder = try TemporaryFolder()
    let loading = loadDossierTables(folder.path(name))
    #expect(loading.diagnostics.map(\.code.rawValue).contains("file-missing"))
    #expect(loading.table == nil)
  }
}
