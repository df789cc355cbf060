import Diagnostics
import EventLog
import Foundation
import Grading
import TestSupport
import Testing

@testable import Loading

/// What a log's lines were read as before is used, changes no result as of any moment, and is passed
/// over as soon as anything that it was made of is another.
@Suite struct KeptUnitsTests {
  private let rounds: KeptRounds

  init() throws { rounds = try KeptRounds() }

  // MARK: The same

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `a round made at random comes to the same as of every moment`(_ seed: UInt64) throws {
    let round = try rounds.write(seed)
    let times = rounds.times(round)
    var random = SplitMix64(seed: seed)
    rounds.expectSame(round, asOf: times[times.count / 3])
    for _ in 0..<8 {
      rounds.expectSame(round, asOf: times[Int(random.next() % UInt64(times.count))])
    }
    rounds.expectSame(round, asOf: nil)
    rounds.expectSame(round, asOf: times[0])
  }

  @Test func `so do corrections, locks, amendments and what was handed in again`() throws {
    let logged = try LoggedRound { round in
      try round.home.write(
        "thử/round/units/so-y-te/appraisal.yaml", RoundLogTests.decisions)
    }
    try logged.append(.locked, at: "2018-01-10T09:00:00") {
      $0.unit = "so-y-te"
      $0.text = "Toàn bộ kết quả"
    }
    try logged.append(.unlocked, at: "2018-01-11T09:00:00") {
      $0.unit = "so-y-te"
      $0.ground = "nop-lai"
    }
    try logged.edit("units/so-y-te/self-assessment.yaml") {
      $0.replacing("completed: 18", with: "completed: 20")
    }
    let setting = try logged.standing().setting
    let files = try HandIn(of: "so-y-te", in: setting, linkedLate: nil)
      .files(setting.plan, keepsCopies: true)
    try logged.append(.submitted, at: "2018-01-12T09:00:00") {
      $0.unit = "so-y-te"
      $0.stage = "self-assessment"
      $0.files = files
    }
    try logged.append(.corrected, at: "2018-01-16T09:00:00") {
      $0.unit = "so-y-te"
      $0.stage = "council"
      $0.subject = .item("1.3")
      $0.to = .points(Exact(1))
      $0.text = "Sửa lỗi cộng điểm"
    }
    try logged.append(.amended, at: "2018-01-20T09:00:00") {
      $0.unit = "so-y-te"
      $0.basis = "12/QĐ-UBND"
      $0.text = "Điều chỉnh kết quả"
      $0.subject = .item("1.3")
      $0.to = .points(Exact(1))
    }
    for _ in 0..<2 {
      for time in rounds.times(logged.path) { rounds.expectSame(logged.path, asOf: time) }
      rounds.expectSame(logged.path, asOf: nil)
    }
  }

  /// Districts answer for the communes below them there.
  @Test func `so does the shipped round, with units below others`() {
    let round = "Submissions/khanh-hoa-2017"
    rounds.expectSame(round, asOf: EventTime(parsing: "2017-12-28T12:00:00"))
    for day in ["2017-12-18", "2018-01-03", "2018-01-12"] {
      rounds.expectSame(round, asOf: EventTime(parsing: day + "T12:00:00"))
    }
    rounds.expectSame(round, asOf: nil)
  }

  // MARK: Used, and passed over

  @Test
  func `what is kept is what is read, until anything that it was made of is another`() throws {
    let round = try rounds.write()
    let file = SourceFile(path: round + "/events.jsonl")
    let whole = try rounds.entries(rounds.load(round, asOf: nil, keeps: true))
    let units = try rounds.falsify(file)
    #expect(units == 6)
    #expect(try rounds.entries(rounds.load(round, asOf: nil, keeps: true)) == whole - units)
    #expect(try rounds.entries(rounds.load(round, asOf: nil, keeps: false)) == whole)
    // Files of the round's own.
    for name in ["criteria/so.yaml", "units.yaml", "registers/reports.csv", "round.yaml"] {
      let before = try String(contentsOfFile: "\(round)/\(name)", encoding: .utf8)
      let line = name.hasSuffix(".csv") ? "don-vi-00001,1\n" : "# Khác\n"
      let own = name.hasSuffix(".csv") && before.contains("don-vi-00001") ? "\n" : line
      try (before + own).write(toFile: "\(round)/\(name)", atomically: true, encoding: .utf8)
      #expect(try rounds.entries(rounds.load(round, asOf: nil, keeps: true)) == whole, "\(name)")
      try before.write(toFile: "\(round)/\(name)", atomically: true, encoding: .utf8)
    }
    #expect(try rounds.entries(rounds.load(round, asOf: nil, keeps: true)) == whole - units)
    // A unit's file: it is not what was handed in, and its own lines are read again.
    let answers = round + "/units/don-vi-00002/self-assessment.yaml"
    let before = try String(contentsOfFile: answers, encoding: .utf8)
    try (before + "# Khác\n").write(toFile: answers, atomically: true, encoding: .utf8)
    expectSameProblems(round)
    try before.write(toFile: answers, atomically: true, encoding: .utf8)
    // Another event: that unit's lines are read again, and no other's.
    var content = EventContent(
      time: try #require(EventTime(parsing: "2018-01-20T09:00:00")), author: "to-giup-viec/01",
      role: "helper-team", kind: .corrected)
    content.unit = "don-vi-00002"
    content.stage = "appraisal-2"
    content.subject = .item("1.5.1")
    content.to = .text("0.25")
    content.text = "Sửa lỗi cộng điểm"
    _ = try LogWriter(folder: round, round: "do-toc-do").append(content)
    #expect(try rounds.entries(rounds.load(round, asOf: nil, keeps: false)) == whole + 1)
    let kept = try rounds.entries(rounds.load(round, asOf: nil, keeps: true))
    #expect(kept == whole + 1 - (units - 1))
  }

  private func expectSameProblems(_ round: String) {
    let plain = rounds.load(round, asOf: nil, keeps: false)
    let kept = rounds.load(round, asOf: nil, keeps: true)
    #expect(!plain.diagnostics.isEmpty)
    #expect(plain.diagnostics == kept.diagnostics)
    #expect((plain.loaded == nil) == (kept.loaded == nil))
  }

  @Test func `a torn last line is told beside the same result`() throws {
    let round = try rounds.write()
    let path = round + "/events.jsonl"
    rounds.expectSame(round, asOf: nil)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(#"{"by":"so-noi-vu/01","ki"#.utf8))
    try handle.close()
    #expect(!rounds.load(round, asOf: nil, keeps: true).diagnostics.isEmpty)
    rounds.expectSame(round, asOf: nil)
    rounds.expectSame(round, asOf: rounds.times(round)[50])
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a changed byte of the log is found, and one of what is kept or of the index too`(
    _ seed: UInt64
  ) throws {
    // Long enough for an index.
    let round = try rounds.write(seed, events: 900)
    let moment = rounds.times(round)[700]
    rounds.expectSame(round, asOf: nil)
    var random = SplitMix64(seed: seed)
    let name = try rounds.keptName
    let paths = [round + "/events.jsonl", round + "/events.jsonl.index", "\(rounds.cache)/\(name)"]
    for path in paths {
      let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      for _ in 0..<6 {
        var bytes = whole
        // Of an index most is heads of buckets that have no unit.
        let range = path.hasSuffix(".index") && random.next().isMultiple(of: 2) ? 4096 : bytes.count
        bytes[bytes.count - 1 - Int(random.next() % UInt64(range))] ^= 1
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
        rounds.expectSame(round, asOf: random.next().isMultiple(of: 2) ? moment : nil)
      }
      try #require(FileHandle(forWritingAtPath: path)).write(contentsOf: Data(whole))
    }
    rounds.expectSame(round, asOf: moment)
  }
}
