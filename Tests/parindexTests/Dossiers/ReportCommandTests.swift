import Foundation
import TestSupport
import Testing

/// `dossiers report`: a month from records, a series, the printed tables of 2017.
struct ReportCommandTests {
  @Test(arguments: ["vi", "en"])
  func `a month with its lists, movement and data`(_ language: String) throws {
    let round = try ReportRound()
    let ended = try round.program.run(
      "dossiers", "report", "dossiers", "--period", "2019-07", "--lang", language)
    #expect(ended.status == 0)
    expectGolden(ended.text + "\n" + ended.problems, "report-july-\(language).txt")
  }

  @Test
  func `month by month with what moved, cut off where the data end`() throws {
    let round = try ReportRound()
    let ended = try round.program.run(
      "dossiers", "report", "dossiers", "--period", "2019-Q3", "--each", "month", "--by", "month")
    #expect(ended.status == 0)
    expectGolden(ended.text, "report-quarter.txt")
  }

  @Test
  func `tables for a spreadsheet and JSON, whatever the threads`() throws {
    let round = try ReportRound()
    func run(_ words: String...) throws -> String {
      let ended = try round.program.run(
        ["dossiers", "report", "dossiers", "--period"] + words)
      #expect(ended.status == 0, "\(ended.problems)")
      return ended.text
    }
    let units = try run("2019-Q3", "--each", "month", "--format", "csv")
    expectGolden(units, "report-units.csv")
    expectGolden(
      try run("2019-07", "--by", "domain", "--format", "csv", "--lang", "en"), "report-domains.csv")
    let json = try run("2019-07", "--format", "json")
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
    expectGolden(json, "report-july.json")
    for threads in ["1", "3"] {
      #expect(try run("2019-07", "--format", "json", "--threads", threads) == json)
    }
  }

  @Test
  func `units that are written with blanks around are the same units in every part`() throws {
    let round = try ReportRound()
    func run() throws -> Program.Ended {
      try round.program.run(
        "dossiers", "report", "dossiers", "--period", "2019-07", "--format", "json")
    }
    let plain = try run()
    let path = round.folder.path("dossiers/motcua.csv")
    let export = try String(contentsOfFile: path, encoding: .utf8)
    #expect(export.contains(",so-a,"))
    try round.folder.write(
      "dossiers/motcua.csv", export.replacingOccurrences(of: ",so-a,", with: ", so-a ,"))
    let blank = try run()
    #expect(plain.status == 0 && plain.text.contains("\"outside_hours\": 2"))
    #expect(blank.text == plain.text)
  }

  @Test
  func `bounds, exclusions and the least number are the reader's`() throws {
    let round = try ReportRound()
    let ended = try round.program.run(
      "dossiers", "report", "dossiers", "--period", "2019-07", "--watch", "2,9%", "--accountable",
      "9,1%", "--at-least", "20", "--without-exclusions", "--against", "none", "--by", "none")
    #expect(ended.status == 0)
    expectGolden(ended.text, "report-bounds.txt")
  }

  @Test
  func `the printed tables of 2017 name the fifteen units and the fifty-four`() throws {
    let ended = try Program().run(
      "dossiers", "report", "Submissions/khanh-hoa-2017", "--period", "2017-Q3")
    #expect(ended.status == 0)
    #expect(ended.problems.isEmpty)
    expectGolden(ended.text, "report-2017.txt")
    let json = try Program().run(
      "dossiers", "report", "Submissions/khanh-hoa-2017/dossiers/tables.yaml", "--format", "json")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
    let reports = try #require(root["reports"] as? [[String: Any]])
    #expect(reports.count == 3)
    let online = try #require(reports[2]["period"] as? [String: Any])
    #expect((online["total"] as? [String: Any])?["online"] as? Int == 7661)
    #expect(online["lists"] == nil)
    let period = try #require(reports[0]["period"] as? [String: Any])
    let total = try #require(period["total"] as? [String: Any])
    let figures = ["received", "resolved", "early", "on_due_day", "late", "unresolved"]
    #expect(
      figures.map { total[$0] as? Int } == [148_308, 141_209, 125_586, 14_328, 1_295, 7_099])
    #expect(total["online"] == nil && total["unresolved_overdue"] == nil)
    let lists = try #require(period["lists"] as? [String: [String]])
    #expect(
      lists["watch"] == [
        "ninh-hoa-xa-ninh-trung", "cam-lam-xa-son-tan", "so-ke-hoach-va-dau-tu",
        "ninh-hoa-xa-ninh-binh", "ninh-hoa-xa-ninh-tan", "ninh-hoa-xa-ninh-hung",
        "cam-lam-xa-cam-an-bac", "dien-khanh-xa-dien-lac", "ninh-hoa-xa-ninh-ich",
        "ninh-hoa-xa-ninh-tay", "ninh-hoa-xa-ninh-van", "nha-trang-xa-vinh-trung",
        "nha-trang-xa-vinh-luong", "cam-lam-xa-suoi-tan", "cam-ranh-phuong-cam-thuan",
      ])
    #expect(lists["accountable"] == ["ninh-hoa-xa-ninh-trung", "cam-lam-xa-son-tan"])
    #expect(lists["none_late"]?.count == 54)
  }

  @Test
  func `tables are compared with the tables of another report`() throws {
    let ended = try Program().run(
      "dossiers", "report", "Submissions/khanh-hoa-2017", "--against",
      "Submissions/khanh-hoa-2017/dossiers/tables.yaml")
    #expect(ended.status == 0)
    #expect(ended.text.contains("Tỷ lệ hồ sơ trễ hạn không đổi."), "\(ended.text)")
    #expect(!ended.text.contains("Mới vào danh sách"))
  }

  /// Nothing that is asked for is left undone unsaid.
  @Test(arguments: [
    "--each month", "--by domain", "--by none", "--rows 3", "--as-of 2017-09-30",
    "--rules rules.yaml", "--without-exclusions", "--skip-repeat-check", "--threads 2",
  ])
  func `what is of records alone does not go with printed tables`(_ option: String) throws {
    let ended = try Program().run(
      ["dossiers", "report", "Submissions/khanh-hoa-2017"]
        + option.split(separator: " ").map(String.init))
    #expect(ended.status == 2 && ended.text.isEmpty)
    let name = try #require(option.split(separator: " ").first)
    #expect(ended.problems.contains("`\(name)` không đi cùng bảng đã in"), "\(ended.problems)")
    #expect(ended.problems.contains("--at-least"))
  }

  @Test
  func `several tables stand in one spreadsheet with the table of each row`() throws {
    let ended = try Program().run(
      "dossiers", "report", "Submissions/khanh-hoa-2017", "--format", "csv")
    #expect(ended.status == 0)
    let rows = ended.text.split(separator: "\r\n").map {
      $0.split(separator: ";", omittingEmptySubsequences: false)
    }
    #expect(Set(rows.map(\.count)) == [rows[0].count])
    #expect(Set(rows.dropFirst().map { $0[0] }) == ["dossiers", "vertical", "online"])
  }

  @Test(arguments: [
    ("dossiers --period 2019-13", 2), ("dossiers", 2), ("dossiers --period 2019-09", 2),
    ("dossiers --period 2019-07 --against mua-he", 2),
    ("dossiers --period 2019-07 --watch 3", 2),
    ("dossiers --period 2019-07 --by none --by month", 2),
    ("dossiers --period 2019 --each day", 2), ("none --period 2019", 3),
    ("dossiers --period 2019-07 --format csv --by domain --by channel", 2),
    ("dossiers --period 2019-07 --each quarter", 2), ("dossiers --period 2019-07 --each month", 2),
    ("dossiers --period 2019-Q3 --each year", 2),
  ])
  func `what cannot be meant or read is told`(_ line: String, _ status: Int32) throws {
    let round = try ReportRound()
    let ended = try round.program.run(
      ["dossiers", "report"] + line.split(separator: " ").map(String.init))
    #expect(ended.status == status, "\(ended.problems)")
    #expect(ended.text.isEmpty)
    #expect(!ended.problems.isEmpty)
  }
}
