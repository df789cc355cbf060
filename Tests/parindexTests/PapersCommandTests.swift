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
  func `what is handed to a unit is its own, papers of its council where they are asked for`()
    throws
  {
    let round = try SmallRound()
    let folder = round.home.path("cua-don-vi")
    let own = try Program().run(
      "papers", round.path, "--output", folder, "--unit", "don-vi-00001")
    #expect(own.status == 0, "\(own.problems)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == ["SHA256SUMS", "bao-cao-tu-danh-gia", "phieu-ket-qua", "thong-bao"])
    let more = round.home.path("phu-luc")
    let annex = try Program().run(
      "papers", round.path, "--output", more, "--unit", "don-vi-00001", "--kind", "annex")
    #expect(annex.status == 0, "\(annex.problems)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: more).contains("phu-luc"))
  }

  @Test
  func `a file of somebody's own beside the papers is not swept away`() throws {
    let round = try SmallRound()
    let folder = round.home.path("giay-to")
    let words = ["papers", round.path, "--output", folder, "--unit", "don-vi-00001"]
    #expect(try Program().run(words).status == 0)
    let note = try round.home.write("giay-to/GHI-CHU.docx", "x")
    let again = try Program().run(words)
    #expect(again.status == 3)
    #expect(again.problems.contains("[file-unwritable]"), "\(again.problems)")
    #expect(Program.bytes(note) == Array("x".utf8))
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
