import Foundation
import TestSupport
import Testing

/// `parindex replace` on a copy of the shipped round: a register's real figures come in January.
@Suite struct ReplaceCommandTests {
  private let home: TemporaryFolder
  private let path: String
  private static let name = "registers/reports.csv"
  private static let round = "Submissions/khanh-hoa-2017"

  init() throws {
    home = try TemporaryFolder()
    for name in ["Criteria", "Submissions"] {
      try FileManager.default.createDirectory(
        atPath: home.path(name), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: "\(Program.root)/\(name)/khanh-hoa-2017",
        toPath: home.path("\(name)/khanh-hoa-2017"))
    }
    path = home.path("\(Self.round)/\(Self.name)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let changed = text.replacing(
      "so-y-te,Báo cáo năm 2017,năm,đúng hạn,2017-12-05,2017-12-02",
      with: "so-y-te,Báo cáo năm 2017,năm,trễ hạn,2017-12-05,2017-12-08")
    try #require(changed != text)
    _ = try home.write("mới/reports.csv", changed)
  }

  private func run(_ arguments: String...) throws -> Program.Ended {
    try Program.run(in: home.path, arguments)
  }

  private func replace(_ more: String...) throws -> Program.Ended {
    try Program.run(
      in: home.path,
      ["replace", Self.round, Self.name, "--from", "mới"]
        + [
          "--by", "so-noi-vu/so-theo-doi", "--basis", "15/BC-SNV ngày 05/01/2018", "--reason",
          "Số liệu chính thức quý IV", "--at", "2018-01-16T09:00",
        ] + more)
  }

  private func shown(_ text: String) -> String {
    text.replacing(#/[0-9a-f]{64}|[0-9a-f]{12}…/#, with: "…")
  }

  @Test(arguments: ["vi", "en"])
  func `a trial shows points and places and writes nothing`(_ language: String) throws {
    let before = Program.bytes(path)
    let ended = try replace("--dry-run", "--lang", language)
    #expect(ended.status == 0, "\(ended.problems)")
    expectGolden(ended.text + ended.problems, "replace-trial.\(language).txt")
    #expect(Program.bytes(path) == before)
    #expect(!FileManager.default.fileExists(atPath: home.path("\(Self.round)/history")))
  }

  @Test func `recorded it is the cause, both files can be had, and a bundle holds`() throws {
    let old = Program.bytes(path)
    let ended = try replace()
    #expect(ended.status == 0, "\(ended.problems)")
    #expect(Program.bytes(path) == Program.bytes(home.path("mới/reports.csv")))
    let history = home.path("\(Self.round)/history")
    let kept = try FileManager.default.contentsOfDirectory(atPath: history)
    #expect(kept.contains { Program.bytes("\(history)/\($0)") == old })

    var text = ""
    for language in ["vi", "en"] {
      let told = try run("log", Self.round, "--lang", language)
      let last = try #require(told.text.range(of: "\n359. ")).lowerBound
      text += shown(String(told.text[last...])) + told.problems + "\n"
      let changes = try run(
        "diff", Self.round, "--from", "2018-01-15", "--to", "2018-01-16", "--unit", "so-y-te",
        "--lang", language)
      text += changes.text + changes.problems + "\n"
    }
    expectGolden(text, "replace-recorded.txt")

    let path = home.path("goi.tar")
    let bundled = try run("bundle", Self.round, "--output", path)
    #expect(bundled.status == 0, "\(bundled.problems)")
    let verified = try run("verify", path)
    #expect(verified.status == 0, "\(verified.problems)")
  }

  @Test func `a file that was changed in its place is recorded with the earlier one`() throws {
    _ = try home.write("cũ/reports.csv", bytes: Program.bytes(path))
    try Data(Program.bytes(home.path("mới/reports.csv"))).write(to: URL(fileURLWithPath: path))
    func record(_ more: String...) throws -> Program.Ended {
      try Program.run(
        in: home.path,
        [
          "replace", Self.round, Self.name, "--by", "so-noi-vu/cchc", "--basis",
          "15/BC-SNV ngày 05/01/2018", "--reason", "Số liệu chính thức", "--at",
          "2018-01-16T09:00",
        ] + more)
    }
    let warned = try run("rank", Self.round, "--block", "so")
    #expect(warned.problems.contains("file-changed-since"))
    let lost = try record()
    #expect(lost.status == 3)
    expectGolden(lost.problems, "replace-earlier-gone.vi.txt")
    #expect(try record("--earlier", "cũ").status == 0)
    #expect(try run("rank", Self.round, "--block", "so").problems.isEmpty)
    let past = try run("rank", Self.round, "--block", "so", "--as-of", "2018-01-15")
    #expect(past.problems.isEmpty)
  }

  @Test func `what cannot be replaced is told`() throws {
    var text = ""
    for (name, by) in [
      ("registers/report.csv", "so-noi-vu/cchc"),
      ("units/so-y-te/self-assessment.yaml", "so-noi-vu/cchc"),
      ("registers/reports.csv", "to-giup-viec/so-noi-vu-1"),
    ] {
      let ended = try run(
        "replace", Self.round, name, "--from", "mới/reports.csv", "--by", by, "--basis",
        "15/BC-SNV", "--reason", "Thử", "--at", "2018-01-16T09:00", "--dry-run")
      #expect(ended.status != 0)
      text += "# \(name), \(by): \(ended.status)\n\(ended.problems)\n"
    }
    let same = try run(
      "replace", Self.round, Self.name, "--by", "so-noi-vu/cchc", "--basis", "15/BC-SNV",
      "--reason", "Thử")
    text += "# \(same.status)\n\(same.problems)"
    expectGolden(text, "replace-refused.vi.txt")
  }
}
