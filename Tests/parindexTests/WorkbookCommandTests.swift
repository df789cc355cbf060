import Foundation
import TestSupport
import Testing

/// Forms handed out and taken back by the program.
struct WorkbookCommandTests {
  @Test
  func `forms go out, and come back all of them or none`() throws {
    let round = try SmallRound()
    let forms = round.home.path("bieu")
    let out = try Program().run("workbook", "export", round.path, "--output", forms)
    #expect(out.status == 0, "\(out.problems)")
    let paths = round.units.map { "\(forms)/\($0).xlsx" }
    #expect(paths.allSatisfy { FileManager.default.fileExists(atPath: $0) })
    let again = try Program().run("workbook", "export", round.path, "--output", forms)
    #expect(again.status == 2)
    #expect(again.problems.contains("--force"))

    let taken = round.home.path("nhan-ve")
    let broken = try round.home.write(
      "cut.xlsx", bytes: Array(Program.bytes(paths[0]).dropLast(1000)))
    let refused = try Program().run(
      ["workbook", "import", "--round", round.path, "--output", taken] + paths + [broken])
    #expect(refused.status == 3)
    #expect(refused.problems.contains("[not-a-workbook]"))
    #expect(refused.problems.contains("Chưa nhận biểu nào"))
    #expect(!FileManager.default.fileExists(atPath: taken))

    let twice = try Program().run(
      "workbook", "import", paths[0], paths[0], "--round", round.path, "--dry-run")
    #expect(twice.status == 3)
    #expect(twice.problems.contains("[workbook-mismatch]"))

    let dry = try Program().run(
      ["workbook", "import", "--round", round.path, "--output", taken, "--dry-run"] + paths)
    #expect(dry.status == 0, "\(dry.problems)")
    #expect(!FileManager.default.fileExists(atPath: taken))
    let whole = try Program().run(
      ["workbook", "import", "--round", round.path, "--output", taken] + paths)
    #expect(whole.status == 0, "\(whole.problems)")
    #expect(!whole.text.contains("→"))
    for unit in round.units {
      #expect(FileManager.default.fileExists(atPath: "\(taken)/\(unit)/self-assessment.yaml"))
      #expect(FileManager.default.fileExists(atPath: "\(taken)/\(unit)/evidence.yaml"))
    }
  }

  @Test
  func `a form of another round is refused`() throws {
    let round = try SmallRound()
    let forms = round.home.path("bieu")
    let unit = round.units[0]
    #expect(
      try Program().run("workbook", "export", round.path, unit, "--output", forms).status == 0)
    let ended = try Program().run(
      "workbook", "import", "\(forms)/\(unit).xlsx", "--round", "Submissions/khanh-hoa-2019",
      "--dry-run", "--lang", "en")
    #expect(ended.status == 3)
    #expect(ended.problems.contains("[workbook-mismatch]"))
    #expect(ended.problems.contains("No form was taken in"))
  }
}
