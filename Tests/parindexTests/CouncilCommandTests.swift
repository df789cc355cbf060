import TestSupport
import Testing

/// What the council decides, on an agenda and at meetings.
@Suite struct CouncilCommandTests: RecordedRound {
  let home: TemporaryFolder

  init() throws { home = try Self.copy() }

  @Test func `a council decides again only what is put before it again`() throws {
    func decide(_ time: String) throws -> Program.Ended {
      try run(
        "decide", Self.round, "so-y-te", "1.6.1", "--points", "0.5", "--by", "hoi-dong/01",
        "--ground", "hoi-dong-thong-nhat", "--vote", "6/0/0", "--at", time)
    }
    let again = try decide("2018-01-15T15:00")
    #expect(again.status == 1)
    #expect(again.problems.contains("decided-once"))
    let agenda = try run(
      "agenda", Self.round, "so-y-te", "1.6.1", "--by", "so-noi-vu/cchc", "--at",
      "2018-01-15T15:10", "--reason", "Đơn vị gửi thêm tài liệu")
    #expect(agenda.status == 0, "\(agenda.problems)")
    #expect(try decide("2018-01-15T15:20").problems.contains("`meeting`"))
    let met = try Program.run(
      in: home.path,
      [
        "meeting", Self.round, "--by", "so-noi-vu/cchc", "--reason", "Xem xét lại", "--at",
        "2018-01-15T15:30",
      ] + (1...6).flatMap { ["--present", "hoi-dong/0\($0)"] })
    #expect(met.status == 0, "\(met.problems)")
    let decided = try decide("2018-01-15T15:40")
    #expect(decided.status == 0, "\(decided.problems)")
  }

  @Test func `what the council scored is scored anew only at another meeting, by who was there`()
    throws
  {
    func decide(_ by: String, _ time: String, _ more: String...) throws -> Program.Ended {
      try Program.run(
        in: home.path,
        [
          "decide", Self.round, "so-y-te", "1.4.3", "--points", "0.5", "--by", by, "--ground",
          "hoi-dong-thong-nhat", "--at", time,
        ] + more)
    }
    let before = Program.bytes(log)
    let again = try decide("hoi-dong/09", "2018-01-15T16:00")
    #expect(again.status == 1)
    #expect(again.problems.contains("`decided-once`"))
    #expect(again.problems.contains("`vote`") && again.problems.contains("`--vote`"))
    #expect(again.problems.contains("`present-at-meeting`"))
    #expect(Program.bytes(log) == before)
    let agenda = try run(
      "agenda", Self.round, "so-y-te", "1.4.3", "--propose", "0.5", "--by", "so-noi-vu/cchc",
      "--at", "2018-01-15T16:10", "--reason", "Có tài liệu mới")
    #expect(agenda.status == 0, "\(agenda.problems)")
    let met = try Program.run(
      in: home.path,
      [
        "meeting", Self.round, "--by", "so-noi-vu/cchc", "--reason", "Xem xét lại", "--at",
        "2018-01-15T16:30",
      ] + (1...6).flatMap { ["--present", "hoi-dong/0\($0)"] })
    #expect(met.status == 0, "\(met.problems)")
    let absent = try decide("hoi-dong/09", "2018-01-15T16:40", "--vote", "6/0/0")
    #expect(absent.status == 1 && absent.problems.contains("`present-at-meeting`"))
    let decided = try decide("hoi-dong/02", "2018-01-15T16:40", "--vote", "6/0/0")
    #expect(decided.status == 0, "\(decided.problems)")
    #expect(try run("log", Self.round, "--procedure").status == 0)
  }

  @Test(arguments: ["vi", "en"])
  func `an agenda shows what its proposals would do if they were followed`(
    _ language: String
  ) throws {
    let before = Program.bytes(log)
    let agenda = [
      "agenda", Self.round, "so-tu-phap", "2.2.2", "--by", "so-noi-vu/cchc", "--at",
      "2018-01-15T15:00", "--reason", "Đơn vị không thống nhất", "--lang", language,
    ]
    let tried = try Program.run(
      in: home.path, agenda + ["--propose", "0.75", "--dry-run", "--also", "so-y-te"])
    #expect(tried.status == 0, "\(tried.problems)")
    expectGolden(tried.text, "event-agenda.\(language).txt")
    #expect(Program.bytes(log) == before)
    let impossible = try Program.run(in: home.path, agenda + ["--propose", "99"])
    #expect(impossible.status == 1)
    #expect(impossible.problems.contains("`reach-said`"))
    #expect(impossible.problems.contains("`--beyond-rule`"))
    #expect(Program.bytes(log) == before)
    let beyond = try Program.run(in: home.path, agenda + ["--propose=-1", "--beyond-rule"])
    #expect(beyond.status == 0, "\(beyond.problems)")
    let silent = try Program.run(in: home.path, agenda)
    #expect(silent.status == 0)
    #expect(!silent.text.contains(language == "vi" ? "theo đề nghị" : "follows the proposal"))
  }
}
