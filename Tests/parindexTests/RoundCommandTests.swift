import Foundation
import TestSupport
import Testing

/// `run`, `rank`, `score`, `explain`, `gaps`: each format, as a person or a program gets it.
struct RoundCommandTests {
  @Test(arguments: [
    ("rank.txt", "rank ROUND"), ("rank-en.txt", "rank ROUND --lang en --block khoi-2"),
    ("rank-claimed.txt", "rank ROUND --block khoi-1 --layer claimed"),
    ("rank.csv", "rank ROUND --format csv"), ("rank.json", "rank ROUND --format json"),
    ("rank-intervals.txt", "rank ROUND --block khoi-1 --intervals"),
    ("rank-intervals.csv", "rank ROUND --intervals --format csv --lang en"),
    ("comparison.txt", "rank ROUND --block khoi-1 --comparison"),
    ("explain.txt", "explain ROUND don-vi-00001 1.1.2"),
    ("explain-en.txt", "explain ROUND don-vi-00001 1.1.2 --lang en"),
    ("gaps.txt", "gaps ROUND"), ("gaps-unit.txt", "gaps ROUND don-vi-00003"),
    ("gaps-for-unit.txt", "gaps ROUND don-vi-00003 --for-unit"),
    ("gaps-unit.csv", "gaps ROUND don-vi-00003 --format csv"),
    ("trial.txt", "run ROUND --criteria ROUND/criteria"),
  ])
  func `a page is as it was`(_ page: (name: String, line: String)) throws {
    let round = try SmallRound.shared
    let ended = try Program().run(Program.words(page.line, round))
    #expect(ended.status == 0)
    #expect(ended.problems.isEmpty)
    expectGolden(ended.text, "small-\(page.name)")
  }

  @Test
  func `a whole run prints rankings, gaps and summary and names its files`() throws {
    let folder = try TemporaryFolder()
    let output = folder.path("ra")
    let ended = try Program().run("run", try SmallRound.shared, "-o", output)
    #expect(ended.status == 0)
    #expect(ended.problems.isEmpty)
    expectGolden(ended.text.replacing(output, with: "RA"), "small-run.txt")
    #expect(
      Set(Program.files(in: output).keys) == [
        "xep-hang.txt", "xep-hang.csv", "phieu-diem.csv", "tai-lieu-con-thieu.csv",
        "tu-dien-du-lieu.csv", "ket-qua.json",
      ])
  }

  @Test
  func `the JSON that is printed is the JSON that is written`() throws {
    let folder = try TemporaryFolder()
    let output = folder.path("ra")
    let ended = try Program().run(
      "run", try SmallRound.shared, "-o", output, "--format", "json")
    #expect(ended.output == Program.bytes(output + "/ket-qua.json"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(ended.output)) as? [String: Any])
    #expect(json["format"] as? String == "parindex/result@1")
    let provenance = try #require(json["provenance"] as? [String: Any])
    let files = try #require(provenance["files"] as? [[String: String]])
    #expect(
      files.compactMap { $0["path"] }.prefix(3) == [
        "criteria/so.yaml", "registers/reports.csv", "round.yaml",
      ])
  }

  @Test(arguments: ["score ROUND don-vi-00001 --format json", "gaps ROUND --format json"])
  func `pages for programs are JSON`(_ line: String) throws {
    let round = try SmallRound.shared
    let ended = try Program().run(Program.words(line, round))
    #expect(ended.status == 0)
    let json = try JSONSerialization.jsonObject(with: Data(ended.output)) as? [String: Any]
    #expect((json?["format"] as? String)?.hasPrefix("parindex/") == true)
  }

  @Test
  func `a sheet has one row an item, in text and for spreadsheets`() throws {
    let round = try SmallRound.shared
    let text = try Program().run("score", round, "don-vi-00001")
    let csv = try Program().run("score", round, "don-vi-00001", "--format", "csv")
    #expect(text.status == 0)
    #expect(csv.status == 0)
    #expect(text.text.hasPrefix("Phiếu chấm điểm: Đơn vị 1\n"))
    #expect(csv.text.split(separator: "\r\n").count == 81)
  }
}
