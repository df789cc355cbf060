import ArgumentParser
import Diagnostics
import EventLog
import Foundation
import Grading
import Loading
import TestSupport
import Testing

@testable import parindex

/// Commands that record events.
@Suite struct EventCommandTests: RecordedRound {
  let home: TemporaryFolder

  init() throws { home = try Self.copy() }

  private static let appraisal = [
    "so-y-te", "1.1.1", "--by", "to-giup-viec/so-noi-vu-1", "--points", "0.25", "--ground",
    "dat-mot-phan", "--at", "2018-01-02T10:00",
  ]

  @Test(arguments: ["vi", "en"])
  func `a trial shows points and places, and what the rules of procedure say`(
    _ language: String
  ) throws {
    try goBack(to: "2018-01-02T09:59:59")
    let before = Program.bytes(log)
    let ended = try Program.run(
      in: home.path,
      ["appraise", Self.round] + Self.appraisal + ["--dry-run", "--lang", language])
    expectGolden(told(ended), "event-trial.\(language).txt")
    #expect(ended.status == 1, "a second approver is missing")
    #expect(Program.bytes(log) == before)
  }

  @Test func `an appraisal is recorded, moves the place and can be looked behind`() throws {
    try goBack(to: "2018-01-02T09:59:59")
    let number = LogReader(log).read().count + 1
    let ended = try Program.run(
      in: home.path,
      ["appraise", Self.round] + Self.appraisal
        + ["--approved-by", "to-giup-viec/so-noi-vu-2"])
    #expect(ended.status == 0, "\(ended.problems)")
    expectGolden(ended.text.replacing(#/[0-9a-f]{64}/#, with: "…"), "event-appraised.vi.txt")
    let changes = try run(
      "diff", Self.round, "--from-layer", "computed", "--unit", "so-y-te", "--lang", "en")
    #expect(changes.text.contains("event \(number)"))
  }

  @Test func `what the rules of procedure forbid is not written`() throws {
    try goBack(to: "2018-01-02T09:59:59")
    let before = Program.bytes(log)
    let ended = try run(
      "appraise", Self.round, "so-noi-vu", "1.1.1", "--by", "to-giup-viec/so-noi-vu-1",
      "--points", "0,25", "--ground", "dat-mot-phan", "--at", "2018-01-02T10:00")
    expectGolden(told(ended), "event-refused.vi.txt")
    #expect(ended.status == 1)
    #expect(Program.bytes(log) == before)
  }

  @Test func `what an item cannot take is told before anything else`() throws {
    let before = Program.bytes(log)
    let ended = try run(
      "appraise", Self.round, "so-y-te", "1.1.1", "--by", "to-giup-viec/so-noi-vu-1", "--points",
      "9", "--ground", "dat-mot-phan", "--at", "2018-01-02T10:00")
    #expect(ended.status == 1)
    #expect(ended.problems.contains("decision-refused"))
    #expect(Program.bytes(log) == before)
  }

  @Test func `a whole year ends: locked, passed, issued, published, asked about, amended`() throws {
    func step(_ arguments: String...) throws {
      let ended = try Program.run(in: home.path, arguments)
      #expect(ended.status == 0, "\(arguments.prefix(3)): \(ended.problems)")
    }
    try step(
      "lock", Self.round, "--by", "so-noi-vu/cchc", "--reason", "Toàn bộ kết quả", "--at",
      "2018-01-16T08:00")
    // Nothing that the lock covers changes any more.
    let late = try Program.run(
      in: home.path,
      ["appraise", Self.round] + Self.appraisal + ["--approved-by", "to-giup-viec/so-noi-vu-2"])
    #expect(late.status == 1)
    #expect(late.problems.contains("procedure-refused"))
    for (state, by, day) in [
      ("passed", "hoi-dong/01", "16"), ("submitted", "so-noi-vu/cchc", "17"),
    ] {
      try step(
        "publish", Self.round, state, "--by", by, "--at", "2018-01-\(day)T10:00")
    }
    let vague = try run(
      "publish", Self.round, "issued", "--by", "ubnd-tinh", "--at", "2018-01-19T09:00", "--basis",
      "abc")
    #expect(vague.status == 1)
    #expect(vague.problems.contains("`basis`") && vague.problems.contains("`--basis`"))
    try step(
      "publish", Self.round, "issued", "--by", "ubnd-tinh", "--at", "2018-01-19T10:00", "--basis",
      "141/QĐ-UBND ngày 19/01/2018")
    try step(
      "publish", Self.round, "published", "--by", "so-noi-vu/cchc", "--at", "2018-01-20T10:00")
    try step(
      "reconsider", Self.round, "so-y-te", "1.6.1", "--by", "so-y-te/01", "--at",
      "2018-01-25T09:00", "--reason", "Đề nghị xem xét lại kế hoạch tuyên truyền")
    try step(
      "reconsider", Self.round, "so-tu-phap", "1.6.1", "--by", "so-tu-phap/01", "--at",
      "2018-01-25T10:00", "--reason", "Đề nghị xem xét lại")
    try step(
      "reconsider", Self.round, "so-y-te", "1.6.1", "--by", "hoi-dong/01", "--answer", "364",
      "--points", "0.5", "--at", "2018-02-05T09:00", "--reason", "Chấp nhận")
    try step(
      "amend", Self.round, "so-y-te", "1.6.1", "--points", "0.5", "--by", "so-noi-vu/cchc", "--at",
      "2018-02-12T09:00", "--basis", "302/QĐ-UBND ngày 12/02/2018", "--reason",
      "Theo trả lời kiến nghị")
    // Of two that asked on one day, the other waits longer than fifteen working days.
    #expect(try run("log", Self.round, "--procedure").text.contains(" 0 chỗ trái quy trình"))
    let slow = [
      "reconsider", Self.round, "so-tu-phap", "1.6.1", "--by", "hoi-dong/01", "--answer", "365",
      "--at", "2018-06-26T09:00", "--reason", "Giữ nguyên",
    ]
    for more in [["--dry-run"], []] {
      let answered = try Program.run(in: home.path, slow + more)
      #expect(answered.status == 0)
      #expect(answered.problems.contains("[answered-late]"), "\(answered.problems)")
      #expect(answered.problems.contains("15/02/2018"))
    }
    let told = try run("log", Self.round, "--procedure")
    #expect(told.status == 1 && told.problems.contains("`reconsidered-in-time`"))
    // The published edition stays beside the amended one.
    for (moment, points) in [("2018-02-11", "0,25"), ("2018-02-12", "0,50")] {
      let sheet = try run("score", Self.round, "so-y-te", "--as-of", moment)
      let line = try #require(sheet.text.split(separator: "\n").first { $0.contains("1.6.1 ") })
      #expect(line.split(separator: " ").last.map(String.init) == points, "\(line)")
    }
    // It is an amendment by its decision, and no decision of the council's.
    for language in ["vi", "en"] {
      var text = ""
      for arguments in [
        ["explain", Self.round, "so-y-te", "1.6.1"], ["score", Self.round, "so-y-te"],
        ["diff", Self.round, "--from", "2018-02-11", "--unit", "so-y-te"],
        ["diff", Self.round, "--from-layer", "council", "--unit", "so-y-te"],
      ] {
        let page = try Program.run(in: home.path, arguments + ["--lang", language]).text
        // Of the sheet what stands below it.
        let notes = page.split(separator: #/\n\n(Khác với|Other than).*\n/#).last ?? ""
        text += (arguments[0] == "score" ? notes : page[...]) + "\n"
      }
      expectGolden(text, "event-amended.\(language).txt")
    }
  }

  @Test(arguments: ["vi", "en"])
  func `a time typed before what the log has escapes no deadline`(_ language: String) throws {
    let before = Program.bytes(log)
    let ended = try Program.run(
      in: home.path,
      ["appraise", Self.round] + Self.appraisal
        + ["--approved-by", "to-giup-viec/so-noi-vu-2", "--lang", language])
    #expect(ended.status == 1)
    expectGolden(ended.problems, "event-backdated.\(language).txt")
    #expect(Program.bytes(log) == before)
  }

  @Test func `what two stood for is not taken back by one, and every event is judged in its time`()
    throws
  {
    try goBack(to: "2018-01-02T09:59:59")
    func appraise(_ points: String, _ minute: Int, _ more: String...) throws -> Program.Ended {
      try Program.run(
        in: home.path,
        [
          "appraise", Self.round, "so-y-te", "1.1.1", "--by", "to-giup-viec/so-noi-vu-1",
          "--points", points, "--ground", "dat-mot-phan", "--at", "2018-01-02T10:\(minute)",
        ] + more)
    }
    // A move of 0.5 is lawful alone, and stays so once it became one of 0.75.
    #expect(try appraise("0.5", 10).status == 0)
    #expect(try appraise("0.25", 11, "--approved-by", "to-giup-viec/so-noi-vu-2").status == 0)
    #expect(try run("log", Self.round, "--procedure").status == 0)
    let back = try appraise("1", 12)
    #expect(back.status == 1)
    #expect(back.problems.contains("second-approval"))
    // Written past the gate, and made up for afterwards: told all the same.
    var content = EventContent(
      time: try moment("2018-01-02T10:13:00"), author: "to-giup-viec/so-noi-vu-1",
      role: "helper-team", kind: .appraised)
    content.unit = "so-y-te"
    content.subject = .item("1.1.1")
    content.stage = "appraisal-1"
    content.decision = .setPoints
    content.to = .text("0")
    content.ground = "dat-mot-phan"
    let added = try LogWriter(folder: round, round: "khanh-hoa-2017").append(content)
    #expect(try appraise("1", 14, "--approved-by", "to-giup-viec/so-noi-vu-2").status == 0)
    let told = try run("log", Self.round, "--procedure", "--lang", "en")
    #expect(told.status == 1)
    #expect(told.text.contains("1 breaches"))
    #expect(told.problems.contains("events.jsonl:\(added.event.sequence):"))
  }

  @Test(arguments: [
    (
      [
        "meeting", Self.round, "--by", "so-noi-vu/cchc", "--present", "hoi-dong/01", "--present",
        "hoi-dong/01", "--reason", "Họp", "--at", "2018-01-15T15:00",
      ], 3, "bad-value"
    ),
    (
      [
        "lock", Self.round, "--by", "so-noi-vu/cchc", "--reason", "a\u{1B}[31m", "--at",
        "2018-01-15T15:00",
      ], 3, "bad-value"
    ),
    (
      ["publish", Self.round, "issued", "--by", "ubnd-tinh", "--at", "2018-01-16T10:00"], 1,
      "procedure-refused"
    ),
    (
      [
        "meeting", Self.round, "--by", "so-noi-vu/cchc", "--present", "hoi-dong/01", "--reason",
        "Họp", "--at", "2018-01-15T13:00",
      ], 0, "time-goes-back"
    ),
  ]) func `a trial says what recording it says`(
    _ command: [String], _ status: Int32, _ code: String
  ) throws {
    let before = Program.bytes(log)
    let tried = try Program.run(in: home.path, command + ["--dry-run"])
    #expect(tried.status == status)
    #expect(tried.problems.contains("[\(code)]"), "\(tried.problems)")
    #expect(Program.bytes(log) == before)
    let written = try Program.run(in: home.path, command)
    #expect(written.status == status)
    #expect(written.problems == tried.problems)
  }

  @Test func `blanks say nothing, and what is due is due later`() throws {
    let blank = try run(
      "agenda", Self.round, "so-tu-phap", "2.2.2", "--by", "so-noi-vu/cchc", "--at",
      "2018-01-15T15:00", "--reason", " \t ")
    #expect(blank.status == 0, "\(blank.problems)")
    #expect(LogReader(log).events().0.last?.content.text == nil)
    for command in [
      ["lock", Self.round], ["meeting", Self.round, "--present", "hoi-dong/01"],
      ["reconsider", Self.round, "so-y-te"],
      ["explain-request", Self.round, "so-y-te", "1.1.1"],
    ] {
      let ended = try Program.run(
        in: home.path, command + ["--by", "so-noi-vu/cchc", "--reason", "   "])
      #expect(ended.status == 2 && ended.problems.contains("--reason"), "\(ended.problems)")
    }
    try goBack(to: "2018-01-02T09:59:59")
    let overdue = try run(
      "explain-request", Self.round, "so-y-te", "1.1.1", "--by", "to-giup-viec/so-noi-vu-1",
      "--reason", "Đề nghị gửi bản ký số", "--due", "2017-01-17T17:00", "--at", "2018-01-02T10:00")
    #expect(overdue.status == 1)
    #expect(overdue.problems.contains("`due-ahead`") && overdue.problems.contains("`--due`"))
  }

  @Test(arguments: ["vi", "en"])
  func `a lock says what it covers and what can still move`(_ language: String) throws {
    var text = ""
    for scope in [
      [], ["--unit", "so-y-te"], ["--unit", "so-y-te", "--item", "1.5.2"],
      ["--unit", "huyen-khanh-son"], ["--stage", "council"],
    ] {
      let ended = try Program.run(
        in: home.path,
        [
          "lock", Self.round, "--by", "so-noi-vu/cchc", "--reason", "Khóa", "--dry-run", "--at",
          "2018-01-16T08:00", "--lang", language,
        ] + scope)
      #expect(ended.status == 0, "\(ended.problems)")
      // What it does to places is told as of every other event.
      let covers = ended.text.split(separator: "\n\n").first ?? ""
      text += "# \(scope.joined(separator: " "))\n\(covers)\n\n"
    }
    expectGolden(text, "event-lock.\(language).txt")
  }

  @Test func `whose files are not as they were handed in hands them in again`() throws {
    try goBack(to: "2017-12-20T12:00:00")
    let path = round + "/units/so-y-te/self-assessment.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "# sửa\n").write(toFile: path, atomically: true, encoding: .utf8)
    let broken = try run("rank", Self.round)
    #expect(broken.status == 3)
    #expect(broken.problems.contains("file-not-as-logged"))
    let submit = [
      "submit", Self.round, "so-y-te", "--by", "so-y-te/01", "--at", "2017-12-20T16:00",
    ]
    #expect(try Program.run(in: home.path, submit + ["--dry-run"]).status == 0)
    let ended = try Program.run(in: home.path, submit)
    #expect(ended.status == 0, "\(ended.problems)")
    let ranked = try run("rank", Self.round)
    #expect(ranked.status == 0)
    #expect(ranked.problems.isEmpty)
    // Another unit's files are not its to lift.
    let other = round + "/units/so-tu-phap/evidence.yaml"
    let evidence = try String(contentsOfFile: other, encoding: .utf8)
    try (evidence + "# sửa\n").write(toFile: other, atomically: true, encoding: .utf8)
    #expect(try Program.run(in: home.path, submit).problems.contains("file-not-as-logged"))
  }

  @Test func `a log is opened by somebody who is known and may`() throws {
    try FileManager.default.removeItem(atPath: log)
    for (person, rule) in [("ai-do", "known-person"), ("so-y-te/01", "own-role")] {
      let ended = try run("convert", Self.round, "--by", person, "--at", "2017-12-01T08:00")
      #expect(ended.status == 1)
      #expect(ended.problems.contains("`\(rule)`"))
      #expect(!FileManager.default.fileExists(atPath: log))
    }
    let ended = try run(
      "convert", Self.round, "--by", "so-noi-vu/cchc", "--at", "2017-12-01T08:00", "--no-copies")
    #expect(ended.status == 0, "\(ended.problems)")
  }

  @Test func `a round without a log is told how to begin one`() throws {
    let small = try SmallRound()
    let ended = try Program().run(
      "appraise", small.path, "don-vi-00001", "1.1.1", "--by", "a", "--accept")
    #expect(ended.status == 2)
    #expect(ended.problems.contains("parindex convert"))
  }

  @Test func `what somebody else recorded since the round was read stops the writer`() throws {
    try goBack(to: "2018-01-02T09:59:59")
    let input = try RoundReadingOptions.parse([round])
    let computed = try ComputedRound(input, try ReadingOptions.parse([]))
    var content = EventContent(
      time: try #require(EventTime(parsing: "2018-01-02T10:00:00")),
      author: "to-giup-viec/so-noi-vu-1", role: "helper-team", kind: .appraised)
    content.unit = "so-y-te"
    content.subject = .item("1.1.1")
    content.stage = "appraisal-1"
    content.decision = .accept
    content.to = .text("1")
    let proposal = computed.loaded.proposing([content])
    let gate = ProcedureGate(
      computed.loaded, computed.round, [content], computed.round.trying(proposal.records))
    let writer = LogWriter(folder: round, round: "khanh-hoa-2017")
    var other = content
    other.unit = "so-tu-phap"
    _ = try writer.append(other)
    // Another unit's event stands in nobody's way.
    #expect(try writer.append([], checking: gate.problems).warnings.isEmpty)
    _ = try writer.append(content)
    for language in Language.allCases {
      var told = ""
      do {
        _ = try writer.append([content], checking: gate.problems)
      } catch {
        told = TextRenderer(language: language).render(error.diagnostics)
      }
      expectGolden(
        told.replacing(home.path + "/", with: ""), "recorded-meanwhile.\(language.rawValue).txt")
    }
  }
}
