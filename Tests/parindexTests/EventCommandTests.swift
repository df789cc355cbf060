import ArgumentParser
import Diagnostics
import EventLog
import Foundation
import Grading
import Loading
import TestSupport
import Testing

@testable import parindex

/// Commands that record events, on a copy of the shipped round.
@Suite struct EventCommandTests {
  private let home: TemporaryFolder
  private var round: String { home.path("Submissions/khanh-hoa-2017") }
  private var log: String { round + "/events.jsonl" }

  init() throws {
    home = try TemporaryFolder()
    for name in ["Criteria", "Submissions"] {
      try FileManager.default.createDirectory(
        atPath: home.path(name), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: "\(Program.root)/\(name)/khanh-hoa-2017",
        toPath: home.path("\(name)/khanh-hoa-2017"))
    }
  }

  private func run(_ arguments: String...) throws -> Program.Ended {
    var program = Program()
    program.folder = home.path
    return try program.run(arguments)
  }

  private func told(_ ended: Program.Ended) -> String {
    "# exit \(ended.status)\n" + ended.text + ended.problems
  }

  private static let round = "Submissions/khanh-hoa-2017"
  private static let appraisal = [
    "so-y-te", "1.1.1", "--by", "to-giup-viec/so-noi-vu-1", "--points", "0.25", "--ground",
    "dat-mot-phan", "--at", "2018-01-02T10:00",
  ]

  @Test(arguments: ["vi", "en"])
  func `a trial shows points and places, and what the rules of procedure say`(
    _ language: String
  ) throws {
    let before = Program.bytes(log)
    let ended = try Program.run(
      in: home.path,
      ["appraise", Self.round] + Self.appraisal + ["--dry-run", "--lang", language])
    expectGolden(told(ended), "event-trial.\(language).txt")
    #expect(ended.status == 1, "a second approver is missing")
    #expect(Program.bytes(log) == before)
  }

  @Test func `an appraisal is recorded, moves the place and can be looked behind`() throws {
    let ended = try Program.run(
      in: home.path,
      ["appraise", Self.round] + Self.appraisal
        + ["--approved-by", "to-giup-viec/so-noi-vu-2"])
    #expect(ended.status == 0, "\(ended.problems)")
    expectGolden(ended.text.replacing(#/[0-9a-f]{64}/#, with: "…"), "event-appraised.vi.txt")
    let changes = try run(
      "diff", Self.round, "--from-layer", "computed", "--unit", "so-y-te", "--lang", "en")
    #expect(changes.text.contains("event 359"))
  }

  @Test func `what the rules of procedure forbid is not written`() throws {
    let before = Program.bytes(log)
    let ended = try run(
      "appraise", Self.round, "so-noi-vu", "1.1.1", "--by", "to-giup-viec/so-noi-vu-1",
      "--points", "0.25", "--ground", "dat-mot-phan", "--at", "2018-01-02T10:00")
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
    try step(
      "publish", Self.round, "issued", "--by", "ubnd-tinh", "--at", "2018-01-19T10:00", "--basis",
      "141/QĐ-UBND ngày 19/01/2018")
    try step(
      "publish", Self.round, "published", "--by", "so-noi-vu/cchc", "--at", "2018-01-20T10:00")
    try step(
      "reconsider", Self.round, "so-y-te", "1.6.1", "--by", "so-y-te/01", "--at",
      "2018-01-25T09:00", "--reason", "Đề nghị xem xét lại kế hoạch tuyên truyền")
    try step(
      "reconsider", Self.round, "so-y-te", "1.6.1", "--by", "hoi-dong/01", "--answer", "364",
      "--points", "0.5", "--at", "2018-02-05T09:00", "--reason", "Chấp nhận")
    try step(
      "amend", Self.round, "so-y-te", "1.6.1", "--points", "0.5", "--by", "so-noi-vu/cchc", "--at",
      "2018-02-12T09:00", "--basis", "302/QĐ-UBND ngày 12/02/2018", "--reason",
      "Theo trả lời kiến nghị")
    // The published edition stays beside the amended one.
    for (moment, points) in [("2018-02-11", "0,25"), ("2018-02-12", "0,50")] {
      let sheet = try run("score", Self.round, "so-y-te", "--as-of", moment)
      let line = try #require(sheet.text.split(separator: "\n").first { $0.contains("1.6.1 ") })
      #expect(line.split(separator: " ").last.map(String.init) == points, "\(line)")
    }
  }

  @Test(arguments: ["vi", "en"])
  func `what three dates of the shipped round come to, and what lies between`(
    _ language: String
  ) throws {
    var text = ""
    for moment in ["2017-12-20", "2018-01-03", "2018-01-14"] {
      let ended = try run(
        "rank", Self.round, "--block", "so", "--as-of", moment, "--lang", language)
      #expect(ended.status == 0)
      text += ended.text + "\n"
    }
    expectGolden(text, "shipped-as-of.\(language).txt")
    let changes = try run(
      "diff", Self.round, "--from", "2018-01-03", "--to", "2018-01-15", "--block", "so", "--lang",
      language)
    expectGolden(changes.text, "shipped-diff.\(language).txt")
  }

  @Test func `a round without a log is told how to begin one`() throws {
    let small = try SmallRound()
    let ended = try Program().run(
      "appraise", small.path, "don-vi-00001", "1.1.1", "--by", "a", "--accept")
    #expect(ended.status == 2)
    #expect(ended.problems.contains("parindex convert"))
  }

  @Test func `what somebody else recorded since the round was read stops the writer`() throws {
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
    let gate = ProcedureGate(computed, [content], computed.round.trying(proposal.drafts))
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
