import Diagnostics
import EventLog
import Foundation
import Grading
import TestSupport
import Testing

@testable import Loading

/// Files of the round's own are had as of a moment, once it was recorded that they were replaced.
@Suite struct ReplacedFileTests {
  private func points(_ item: String, _ loaded: LoadedRound) throws -> Exact {
    let round = loaded.round()
    let unit = try #require(round.units.first { $0.record.unit.id == "so-y-te" })
    let place = try #require(round.sets[unit.record.set].itemIndex(item))
    return try #require(unit.sheets.last)[place].points
  }

  private func told(_ loading: RoundLoading) -> [String] {
    loading.diagnostics.filter { $0.code == .fileChangedSince }.map(\.primary.span.file.path)
  }

  @Test func `each file is read as of the moment, through several replacements`() throws {
    let round = try LoggedRound()
    let name = "registers/reports.csv"
    for (value, day) in [("1", "20"), ("2", "21")] {
      try round.edit(name) { $0.replacing(#/so-y-te,\d/#, with: "so-y-te,\(value)") }
      #expect(try told(round.load()).map { $0.hasSuffix(name) } == [true])
      try round.replace([name], at: "2018-01-\(day)T09:00:00")
      #expect(try told(round.load()) == [])
    }
    let half = try #require(Exact(1, over: 2))
    for (moment, expected) in [
      ("2017-11-30T00:00:00", Exact.one), ("2018-01-20T08:59:59", .one),
      ("2018-01-20T09:00:00", half), ("2018-01-21T08:59:59", half),
      ("2018-01-21T09:00:00", .zero),
    ] {
      let loading = try round.load(asOf: moment)
      #expect(try points("2.1", try #require(loading.loaded)) == expected, "\(moment)")
      #expect(told(loading) == [], "\(moment)")
    }
    #expect(try points("2.1", round.standing()) == .zero)
    // What results cite is the digest of what was read.
    let digests = try ["2018-01-19T00:00:00", "2018-01-20T12:00:00", "2018-01-22T00:00:00"].map {
      try round.standing(asOf: $0).digests.first { $0.path == name }?.sha256
    }
    #expect(Set(digests.compactMap(\.self)).count == 3)
  }

  @Test func `criteria, the round's setting and a register are replaced together`() throws {
    let round = try LoggedRound()
    let before = try round.standing().round().units.map(\.totals)
    try round.edit("../criteria/so.yaml") { $0.replacing("above: 90%", with: "above: 80%") }
    try round.edit("round.yaml") { $0.replacing("title: Khối sở", with: "title: Các sở") }
    try round.edit("registers/tasks.csv") { $0.replacing("2017-10-02", with: "2017-09-29") }
    let names = ["../criteria/so.yaml", "registers/tasks.csv", "round.yaml"]
    try round.replace(names, at: "2018-01-20T09:00:00")
    let past = try round.standing(asOf: "2018-01-19T00:00:00")
    #expect(past.setting.plan.blocks[0].title == "Khối sở")
    #expect(past.round().units.map(\.totals) == before)
    let now = try round.standing()
    #expect(now.setting.plan.blocks[0].title == "Các sở")
    #expect(try points("1.1.2", now) == 2)
    #expect(try points("2.3", now) == 1)
  }

  @Test func `a copy that was tampered with is not read`() throws {
    let round = try LoggedRound()
    let name = "registers/reports.csv"
    let digest = try RoundHistory(of: round.path).digest("\(round.path)/\(name)")
    try round.edit(name) { $0.replacing("so-y-te,0", with: "so-y-te,1") }
    try FileManager.default.removeItem(atPath: "\(round.path)/history/\(digest)")
    #expect(throws: FileReplacement.Refusal.self) {
      try FileReplacement([name], in: round.path, from: nil, earlier: nil)
    }
    _ = try round.home.write("cũ/reports.csv", "unit,late\nso-y-te,0\nso-noi-vu,2\n")
    let replacement = try FileReplacement(
      [name], in: round.path, from: nil, earlier: round.home.path("cũ"))
    try replacement.keep()
    try round.append(.replaced, at: "2018-01-20T09:00:00") {
      replacement.fill(&$0)
      $0.text = "Số liệu chính thức"
    }
    #expect(try points("2.1", round.standing(asOf: "2018-01-19T00:00:00")) == 1)
    try round.edit("history/\(digest)") { $0.replacing("so-y-te,0", with: "so-y-te,2") }
    let loading = try round.load(asOf: "2018-01-19T00:00:00")
    #expect(told(loading).map { $0.hasSuffix(name) } == [true])
  }

  @Test func `new files elsewhere stand in the round only once they are placed`() throws {
    let round = try LoggedRound()
    let name = "registers/reports.csv"
    let path = "\(round.path)/\(name)"
    _ = try round.home.write("mới/reports.csv", "unit,late\nso-y-te,2\nso-noi-vu,2\n")
    let replacement = try FileReplacement(
      [path], in: round.path, from: round.home.path("mới"), earlier: nil)
    #expect(replacement.parts.map(\.cited) == [name])
    #expect(try points("2.1", round.standing()) == 1)
    let trial = try #require(loadRound(round.path, files: replacement.after).loaded)
    #expect(try points("2.1", trial) == 0)
    try replacement.keep()
    #expect(replacement.place() == nil)
    #expect(try points("2.1", round.standing()) == 0)
  }

  @Test func `what the log has cannot be replaced by itself`() throws {
    let round = try LoggedRound()
    #expect {
      try FileReplacement(["registers/reports.csv"], in: round.path, from: nil, earlier: nil)
    } throws: { error in
      guard case FileReplacement.Refusal.unchanged("registers/reports.csv") = error else {
        return false
      }
      return true
    }
  }
}
