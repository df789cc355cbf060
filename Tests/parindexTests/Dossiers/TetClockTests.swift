import Foundation
import TestSupport
import Testing

/// The same dossiers by either clock, with Tết 2019 in between: nine days without an office hour.
struct TetClockTests {
  private static let rules = """
    format: parindex/dossier-rules@1
    title: Quy tắc có Tết Kỷ Hợi ở giữa
    year: 2019
    basis: {document: /SNV-CCHC, date: 2019-11}
    window: {received_from: 2019-01-01, received_through: 2019-12-10}
    late_includes_overdue: no
    calendar: calendar.yaml
    exclusions:
      - {id: outage-quarter, title: Hệ thống lỗi từ 1/4 thời gian, clause: khoản 1, when: {late: true, outage_share_at_least: 1/4}, from: all}

    """

  /// A whole office day for one unit, the whole of Tết for the other.
  private static let outages = """
    start_at,end_at,scope
    2019-02-01 07:00,2019-02-01 17:00,units so-y-te
    2019-02-04,2019-02-08,units so-noi-vu

    """

  /// Dossiers around the holidays.
  ///
  /// T1: 480 of 1710 office minutes. T2: none of them. T3: a quarter of 1920 to the minute, T4 one
  /// minute less than a quarter.
  private static let export = """
    dossier,unit,received_at,due_at,ready_at,returned_at
    T1,so-y-te,2019-01-31 07:00,2019-02-11,2019-02-12 11:30,2019-02-12 11:30
    T2,so-noi-vu,2019-02-01 13:30,2019-02-12,2019-02-13 09:00,2019-02-13 09:00
    T3,so-y-te,2019-02-01 07:00,2019-02-12,2019-02-13 17:00,2019-02-13 17:00
    T4,so-y-te,2019-02-01 07:00,2019-02-12,2019-02-14 07:01,2019-02-14 07:01

    """

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let calendar = Program.root + "/Criteria/khanh-hoa-2019/calendar.yaml"
    try folder.write("calendar.yaml", String(contentsOfFile: calendar, encoding: .utf8))
    for clock in ["elapsed", "working"] {
      try folder.write("\(clock).yaml", rules + "clock: \(clock)\n")
    }
    try folder.write(
      "units.yaml",
      """
      format: parindex/units@1
      units:
        - {id: so-y-te, name: Sở Y tế, type: so}
        - {id: so-noi-vu, name: Sở Nội vụ, type: so}

      """)
    try folder.write("motcua.csv", export)
    try folder.write("outages.csv", outages)
    try folder.write(
      "records.yaml",
      """
      format: parindex/records@1
      title: Hồ sơ trước và sau Tết
      rules: elapsed.yaml
      units: units.yaml
      exports: [{file: motcua.csv, source: motcua}]
      outages: outages.csv

      """)
    return folder
  }

  @Test(arguments: ["elapsed", "working"])
  func `each clock decides by its own minutes`(_ clock: String) throws {
    let folder = try Self.folder()
    let program = Program(folder: folder.path)
    let ledger = try program.run(
      "dossiers", "ledger", "records.yaml", "--rules", "\(clock).yaml")
    #expect(ledger.status == 0)
    var text = ledger.text
    for dossier in ["T1", "T2", "T3", "T4"] {
      text +=
        try "\n"
        + program.run(
          "dossiers", "explain", "records.yaml", dossier, "--rules", "\(clock).yaml"
        ).text
    }
    expectGolden(text, "tet-\(clock).txt")
  }
}
