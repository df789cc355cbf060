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
  func `what was handed in stays with the log when a form takes its place`() throws {
    let round = try SmallRound()
    let file = "units/don-vi-00001/self-assessment.yaml"
    let before = String(decoding: Program.bytes("\(round.path)/\(file)"), as: UTF8.self)
    // The form says 56 where the file that is handed in says 55.
    try round.change(file) { $0.replacingOccurrences(of: "staff: 55", with: "staff: 56") }
    let forms = round.home.path("bieu")
    let out = try Program().run(
      "workbook", "export", round.path, "don-vi-00001", "--output", forms)
    #expect(out.status == 0, "\(out.problems)")
    try round.change(file) { _ in before }
    let logged = try Program().run("convert", round.path, "--by", "so-noi-vu/cchc", "--no-copies")
    #expect(logged.status == 0, "\(logged.problems)")
    let ranking = try Program().run("rank", round.path).text
    let taken = try Program().run(
      "workbook", "import", "\(forms)/don-vi-00001.xlsx", "--round", round.path)
    #expect(taken.status == 0, "\(taken.problems)")
    #expect(taken.text.contains("55 → 56"))
    #expect(taken.text.contains("chỉ được tính sau khi nộp (`parindex submit`)"))
    let after = String(decoding: Program.bytes("\(round.path)/\(file)"), as: UTF8.self)
    #expect(after.contains("staff: 56"))
    // What counts is still what was handed in.
    let again = try Program().run("rank", round.path)
    #expect(again.status == 0, "\(again.problems)")
    #expect(again.text == ranking)
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
