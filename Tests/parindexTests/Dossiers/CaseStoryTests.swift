import Foundation
import TestSupport
import Testing

/// `dossiers ledger` and `dossiers explain` on a round with every exclusion at its boundary.
struct CaseStoryTests {
  @Test(arguments: [
    "Q1 en", "Q1 vi", "Q2 vi", "E2 vi", "E3 en", "C1 vi", "X1 vi", "L2 vi", "A7 vi", "B1 vi",
    "D2 en", "O1 vi",
  ])
  func `one dossier is told as a whole`(_ words: String) throws {
    let parts = words.split(separator: " ").map(String.init)
    let ended = try CaseRound().run(
      "dossiers", "explain", "dossiers", parts[0], "--lang", parts[1])
    #expect(ended.status == 0)
    expectGolden(ended.text, "explain-\(parts[0]).\(parts[1]).txt")
  }

  @Test(arguments: ["vi", "en"])
  func `a dossier that stands twice is told with its place`(_ language: String) throws {
    let round = try CaseRound()
    let export = try round.folder.lines(of: "dossiers/motcua.csv")
    let row = try #require(export.first { $0.hasPrefix("A3") })
    try round.folder.write(
      "dossiers/motcua.csv",
      (export + [row, row.replacing("2019-03-0", with: "2019-04-0")]).joined(separator: "\n") + "\n"
    )
    let ended = try round.run("dossiers", "explain", ".", "A3", "--lang", language)
    #expect(ended.status == 0)
    expectGolden(ended.text, "explain-twice.\(language).txt")
  }

  /// The round with a step log and a calendar, and times of some dossiers as days alone.
  private static func withSteps() throws -> CaseRound {
    let round = try CaseRound()
    let calendar = Program.root + "/Criteria/khanh-hoa-2019/calendar.yaml"
    try round.folder.write("calendar.yaml", String(contentsOfFile: calendar, encoding: .utf8))
    for (name, line) in [
      ("rules.yaml", "calendar: calendar.yaml"), ("dossiers/records.yaml", "steps: steps.csv"),
    ] {
      let text = try round.folder.lines(of: name)
      try round.folder.write(name, (text + [line]).joined(separator: "\n") + "\n")
    }
    try round.folder.write(
      "dossiers/steps.csv",
      """
      dossier,step,agency,reached_at,due_at,forwarded_at,before_return
      E3,Tiếp nhận,UBND xã Suối Tiên,2019-09-02 08:00,,2019-09-03 09:00,
      E3,Xác định nghĩa vụ tài chính,Chi cục Thuế,2019-09-03 09:00,2019-09-04,2019-09-06,
      E3,Trình ký,UBND xã Suối Tiên,2019-09-07,2019-09-09 17:00,2019-09-09 09:00,yes
      E3,Trả kết quả,,2019-09-09 09:00,,,

      """)
    let export = try round.folder.lines(of: "dossiers/motcua.csv").map { line in
      line.hasPrefix("X1,") || line.hasPrefix("A1,")
        ? line.replacing(/T[0-9]{2}:[0-9]{2}/, with: "") : line
    }
    try round.folder.write("dossiers/motcua.csv", export.joined(separator: "\n") + "\n")
    try round.folder.write(
      "dossiers/corrections.csv",
      """
      dossier,finished_at,reason,evidence,decided_by,decided_on
      C1,2019-03-08,Xong đúng hạn nhưng đóng muộn,,so-noi-vu,2019-11-01
      A3,2019-03-08,Xong đúng hạn nhưng đóng muộn,Sổ theo dõi,so-noi-vu,2019-11-01

      """)
    return round
  }

  @Test(arguments: ["E3 vi", "E3 en", "X1 vi", "X1 en", "C1 vi", "C1 en"])
  func `steps, late offices, days without a time and corrections without evidence are told`(
    _ words: String
  ) throws {
    let parts = words.split(separator: " ").map(String.init)
    let ended = try Self.withSteps().run(
      "dossiers", "explain", "dossiers", parts[0], "--lang", parts[1])
    #expect(ended.status == 0)
    expectGolden(ended.text, "explain-steps-\(parts[0]).\(parts[1]).txt")
  }

  @Test func `a day without a time stays a day in the ledger`() throws {
    let round = try Self.withSteps()
    let csv = try round.run("dossiers", "ledger", ".", "--unit", "so-y-te", "--format", "csv").text
    let row = try #require(csv.split(whereSeparator: \.isNewline).first { $0.hasPrefix("X1;") })
    #expect(row.contains(";01/03/2019;08/03/2019;11/03/2019;11/03/2019;11/03/2019;"), "\(row)")
    let corrected = try #require(
      csv.split(whereSeparator: \.isNewline).first { $0.hasPrefix("A3;") })
    #expect(corrected.contains(";09/03/2019 00:00;11/03/2019 08:00;08/03/2019;"), "\(corrected)")
    let json = try round.run("dossiers", "ledger", ".", "--format", "json").text
    #expect(json.replacing(" ", with: "").contains("\"due_at\":\"2019-03-08\""))
  }

  @Test func `a dossier that is nowhere is wrong usage`() throws {
    let ended = try CaseRound().run("dossiers", "explain", ".", "A99")
    #expect(ended.status == 2)
    #expect(ended.problems.contains("A99"))
  }

  @Test(arguments: ["vi", "en"])
  func `the ledger names each dossier with its rule and clause`(_ language: String) throws {
    let ended = try CaseRound().run("dossiers", "ledger", ".", "--lang", language)
    #expect(ended.status == 0)
    expectGolden(ended.text, "ledger.\(language).txt")
  }

  @Test(arguments: ["vi", "en"])
  func `one unit's ledger opens in Excel`(_ language: String) throws {
    let ended = try CaseRound().run(
      "dossiers", "ledger", ".", "--unit", "so-y-te", "--format", "csv", "--lang", language)
    #expect(ended.status == 0)
    #expect(ended.output.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(ended.text.contains("'=cmd|1"))
    expectGolden(ended.text, "ledger.\(language).csv")
  }

  @Test func `programs read the ledger as one list`() throws {
    let ended = try CaseRound().run("dossiers", "ledger", ".", "--format", "json")
    let list = try JSONSerialization.jsonObject(with: Data(ended.output)) as? [[String: Any]]
    #expect(list?.count == 22)
    let none = try CaseRound().run(
      "dossiers", "ledger", ".", "--format", "json", "--unit", "so-noi-vu")
    let empty = try JSONSerialization.jsonObject(with: Data(none.output)) as? [[String: Any]]
    #expect(empty?.isEmpty == true)
  }

  @Test func `an unknown unit is wrong usage`() throws {
    let ended = try CaseRound().run("dossiers", "ledger", ".", "--unit", "so-y-ta")
    #expect(ended.status == 2)
    #expect(ended.problems.contains("so-y-te"))
  }
}
