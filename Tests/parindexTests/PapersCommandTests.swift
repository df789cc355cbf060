import Foundation
import TestSupport
import Testing

/// The papers of a round, written by the program.
struct PapersCommandTests {
  @Test
  func `papers are written and counted`() throws {
    let round = try SmallRound()
    let folder = round.home.path("giay-to")
    let ended = try Program().run("papers", round.path, "--output", folder)
    #expect(ended.status == 0, "\(ended.problems)")
    #expect(ended.text.hasPrefix("Đã ghi "))
    let pdf = Program.bytes("\(folder)/phu-luc/tinh.pdf")
    #expect(pdf.starts(with: Array("%PDF-".utf8)))
    #expect(Program.bytes("\(folder)/phu-luc/tinh.xlsx").starts(with: Array("PK".utf8)))
  }

  @Test
  func `the bytes do not depend on the time zone`() throws {
    let round = try SmallRound()
    for zone in ["Asia/Ho_Chi_Minh", "America/New_York"] {
      var program = Program()
      program.environment["TZ"] = zone
      let ended = try program.run(
        "papers", round.path, "--output", round.home.path(String(zone.prefix(2))))
      #expect(ended.status == 0, "\(ended.problems)")
    }
    let sums = ["As", "Am"].map { Program.bytes(round.home.path("\($0)/SHA256SUMS")) }
    #expect(sums[0] == sums[1] && !sums[0].isEmpty)
  }

  @Test(arguments: [
    ["--kind", "letter"], ["--format", "odt"], ["--kind", "report", "--format", "xlsx"],
    ["--unit", "so-khong-co"], ["--decision-date", "31/01/2018"],
    ["--kind", "criteria", "--unit", "a"], ["--without-exclusions"],
  ])
  func `what cannot be meant is refused`(_ words: [String]) throws {
    let round = try SmallRound()
    let folder = round.home.path("giay-to")
    let ended = try Program().run(["papers", round.path, "--output", folder] + words)
    #expect(ended.status == 2, "\(words): \(ended.problems)")
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test
  func `a broken papers file is told and nothing is written`() throws {
    let round = try SmallRound()
    try Data("format: parindex/papers@1\nplaces: Huế\n".utf8)
      .write(to: URL(fileURLWithPath: round.path + "/papers.yaml"))
    let folder = round.home.path("giay-to")
    let ended = try Program().run("papers", round.path, "--output", folder)
    #expect(ended.status == 3)
    #expect(ended.problems.contains("unknown-key") && ended.problems.contains("`place`"))
    #expect(!FileManager.default.fileExists(atPath: folder))
  }
}
