import Diagnostics
import EventLog
import Foundation
import Grading
import Loading
import TestSupport
import Testing

/// `parindex log`: what happened in a round, and whether its chain holds.
struct LogCommandTests {
  let round: SmallRound
  private let seal: LogSeal

  init() throws {
    round = try SmallRound()
    let id = try #require(loadRoundIdentity(round.path).identity?.id)
    let writer = LogWriter(folder: round.path, round: id)
    var seal: LogSeal?
    func add(
      _ time: String, _ kind: EventKind, _ author: String, _ change: (inout EventContent) -> Void
    ) throws {
      var content = EventContent(
        time: try #require(EventTime(parsing: time)), author: author, role: "helper-team",
        kind: kind)
      change(&content)
      seal = try writer.append(content).seal
    }
    try add("2017-12-01T08:00:00", .opened, "so-noi-vu/01") {
      $0.opening = LogOpening(round: id)
      $0.files = ["round.yaml": String(repeating: "ab", count: 32)]
    }
    try add("2017-12-27T09:10:42", .appraised, "to-giup-viec/02") {
      $0.unit = "don-vi-00003"
      $0.subject = .item("1.1.4")
      $0.stage = "appraisal-1"
      $0.decision = .setPoints
      $0.from = .text("2")
      $0.to = .text("1.25")
      $0.ground = "so-lieu-khong-khop"
      $0.text = "Báo cáo ghi 17/20 nhiệm vụ"
      $0.evidence = ["bao-cao"]
    }
    try add("2017-12-27T09:10:41", .explanationRequested, "to-giup-viec/02") {
      $0.unit = "don-vi-00004"
      $0.subject = .item("2.3.1")
      $0.stage = "appraisal-1"
      $0.text = "Chưa thấy văn bản ban hành kế hoạch"
      $0.due = .init(parsing: "2018-01-08T17:00")
    }
    try add("2018-01-19T17:00:00", .publication, "so-noi-vu/01") {
      $0.from = .text("submitted")
      $0.to = .text("issued")
      $0.basis = "141/QĐ-UBND ngày 19/01/2018"
    }
    self.seal = try #require(seal)
  }

  private func run(_ arguments: String...) throws -> Program.Ended {
    try Program().run(["log", round.path] + arguments)
  }

  @Test func `events are listed as a page, a table and JSON`() throws {
    for (name, arguments) in [
      ("log.txt", []), ("log-en.txt", ["--lang", "en"]), ("log.csv", ["--format", "csv"]),
      ("log.json", ["--format", "json"]),
    ] {
      let ended = try Program().run(["log", round.path] + arguments)
      #expect(ended.status == 0)
      #expect(ended.problems.contains("time-goes-back"))
      expectGolden(ended.text, "small-\(name)")
    }
  }

  @Test func `JSON holds the lines of the log and its seal`() throws {
    let object = try JSONSerialization.jsonObject(
      with: Data(try run("--format", "json").output))
    let log = try #require(object as? [String: Any])
    #expect(log["seal"] as? String == seal.text)
    #expect((log["events"] as? [[String: Any]])?.count == 4)
  }

  @Test func `a unit, an item or a moment narrows the list`() throws {
    #expect(try run("--unit", "don-vi-00003").text.contains("1 trong 4 sự kiện"))
    #expect(try run("--item", "2.3.1").text.contains("\n3. "))
    let early = try run("--as-of", "2018-01-01").text
    #expect(early.contains("\n3. ") && !early.contains("\n4. "))
    #expect(try run("--as-of", "hôm qua").status == 2)
  }

  @Test func `the chain and its seal are checked`() throws {
    let whole = try run("--verify", "--seal", seal.text)
    #expect(whole.status == 0)
    #expect(whole.text.contains(seal.text))
    #expect(try run("--seal", seal.text).status == 2)
    let path = round.path + "/events.jsonl"
    let lines = Program.bytes(path).split(separator: 0x0A, omittingEmptySubsequences: false)
    func write(_ lines: some Sequence<ArraySlice<UInt8>>) throws {
      try Data(lines.joined(separator: [0x0A])).write(to: URL(fileURLWithPath: path))
    }
    try write(lines[..<3] + [[]])
    #expect(try run("--verify").status == 0)
    let cut = try run("--verify", "--seal", seal.text)
    #expect(cut.status == 1)
    #expect(cut.problems.contains("seal-mismatch"))
    try write(lines[..<1] + lines[2...])
    let broken = try run("--verify")
    #expect(broken.status == 1)
    #expect(broken.problems.contains("log-broken"))
    #expect(try run().status == 1)
    try FileManager.default.removeItem(atPath: path)
    #expect(try run("--verify").status == 3)
    #expect(try run().status == 3)
  }

  @Test func `a unit or an item that nobody knows is wrong usage, with the nearest`() throws {
    for format in ["text", "json", "csv"] {
      let unit = try run("--unit", "don-vi-0003", "--format", format)
      #expect(unit.status == 2)
      #expect(unit.text.isEmpty)
      #expect(unit.problems.contains("don-vi-00003"), "\(unit.problems)")
    }
    let item = try run("--item", "1.1.44")
    #expect(item.status == 2)
    #expect(item.problems.contains("1.1.4"), "\(item.problems)")
    // Nothing happened to it, and it is there.
    let quiet = try run("--unit", "don-vi-00001")
    #expect(quiet.status == 0)
    #expect(quiet.text.contains("0 trong 4 sự kiện"))
  }

  @Test func `a log of a round that cannot be read is listed by its ids`() throws {
    try round.change("units.yaml") { $0.replacing("units:", with: "unit:") }
    let listed = try run()
    #expect(listed.status == 0)
    #expect(listed.text.contains("    don-vi-00003, 1.1.4, "), "\(listed.text)")
  }

  @Test func `what is no log file cannot be used`() throws {
    let path = round.path + "/events.jsonl"
    try FileManager.default.moveItem(atPath: path, toPath: path + ".moved")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: path + ".moved")
    #expect(try run("--verify").status == 3)
    #expect(try run("--verify", "--seal", seal.text).status == 3)
    #expect(try run().status == 3)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(try run("--verify").status == 3)
    #expect(try run().status == 3)
  }

  @Test(arguments: ["", "{\"by\":"])
  func `a log that was emptied is told wherever it counts`(_ rest: String) throws {
    try Data(rest.utf8).write(to: URL(fileURLWithPath: round.path + "/events.jsonl"))
    for arguments in [["--verify"], []] {
      let listed = try Program().run(["log", round.path] + arguments)
      #expect(listed.status == 1)
      #expect(listed.problems.contains("nhật ký không có sự kiện nào"), "\(listed.problems)")
    }
    let ranked = try Program().run("rank", round.path)
    #expect(ranked.problems.contains("nhật ký không có sự kiện nào"), "\(ranked.problems)")
    let bundled = try Program().run(
      "bundle", round.path, "--output", round.home.path("ky.tar"))
    #expect(bundled.problems.contains("nhật ký không có sự kiện nào"), "\(bundled.problems)")
    #expect(bundled.status == 3)
    #expect(!FileManager.default.fileExists(atPath: round.home.path("ky.tar")))
    let locked = try Program().run(
      "lock", round.path, "--by", "so-noi-vu/01", "--reason", "Xong", "--dry-run")
    #expect(locked.status == 3)
    #expect(locked.problems.contains("nhật ký không có sự kiện nào"), "\(locked.problems)")
  }
}
