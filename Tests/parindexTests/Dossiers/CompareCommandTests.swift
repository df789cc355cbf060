import Foundation
import TestSupport
import Testing

/// `dossiers compare` on two exports in two formats with every kind of difference.
struct CompareCommandTests {
  private static let compare = ["dossiers", "compare", "dossiers", "cong"]

  @Test(arguments: ["vi", "en"])
  func `the page tells every kind of difference`(_ language: String) throws {
    let round = try SecondExport().round()
    let ended = try round.program.run(Self.compare + ["--examples", "30", "--lang", language])
    #expect(ended.status == 1)
    expectGolden(ended.text + "\n" + ended.problems, "compare-\(language).txt")
  }

  @Test
  func `the CSV has a row for every difference and no formula, whatever the threads`() throws {
    let round = try SecondExport().round()
    for (threads, language) in [("1", "vi"), ("3", "en")] {
      let ended = try round.program.run(
        Self.compare + ["--output", "khac.csv", "--threads", threads, "--lang", language])
      #expect(ended.status == 1)
      let text = String(decoding: Program.bytes(round.folder.path("khac.csv")), as: UTF8.self)
      expectGolden(text.replacing("\r", with: ""), "compare-\(language).csv")
    }
  }

  @Test
  func `the documented JSON`() throws {
    let round = try SecondExport().round()
    let ended = try round.program.run(Self.compare + ["--examples", "2", "--format", "json"])
    #expect(ended.status == 1)
    #expect(try JSONSerialization.jsonObject(with: Data(ended.output)) is [String: Any])
    expectGolden(ended.text, "compare.json")
  }

  @Test
  func `where the command is started and how paths are typed changes no byte`() throws {
    let round = try SecondExport().round()
    func run(_ start: String, _ a: String, _ b: String, _ format: String) throws -> String {
      let ended = try Program(folder: start).run(
        "dossiers", "compare", a, b, "--format", format, "--output", round.folder.path("khac.csv"))
      #expect(ended.status == 1, "\(ended.problems)")
      return ended.text
        + String(decoding: Program.bytes(round.folder.path("khac.csv")), as: UTF8.self)
    }
    for format in ["json", "text"] {
      let first = try run(round.path, "dossiers", "cong", format)
      #expect(first.contains("dossiers/records.yaml") && first.contains("cong/records.yaml"))
      #expect(!first.contains(round.path))
      for (start, a, b) in [
        ("/", round.folder.path("dossiers"), round.folder.path("cong/records.yaml")),
        (round.folder.path("cong"), "../dossiers/records.yaml", "."),
      ] {
        #expect(try run(start, a, b, format) == first)
      }
    }
  }

  @Test
  func `the same records written otherwise do not differ`() throws {
    let round = try SecondExport(changes: [:], added: []).round()
    try round.folder.write("cong/explanations.csv", CaseRound.explanations)
    let ended = try round.program.run(Self.compare + ["--output", "khac.csv"])
    #expect(ended.status == 0)
    expectGolden(ended.text + "\n" + ended.problems, "compare-equal.txt")
    #expect(try round.folder.lines(of: "khac.csv").count == 1)
  }

  @Test
  func `two sources are matched by id where it is asked for, or where each side has one`() throws {
    let round = try SecondExport().round()
    let other = SecondExport.records.replacing("source: motcua", with: "source: cong")
    try round.folder.write("cong/records.yaml", other)
    let alone = try round.program.run(Self.compare)
    #expect(alone.status == 1 && alone.text.contains("Ghép hồ sơ: theo mã hồ sơ\n"))
    try round.folder.write(
      "cong/them.csv", "Mã hồ sơ,Đơn vị,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả\n")
    try round.folder.write(
      "cong/records.yaml",
      other.replacing("exports:\n", with: "exports:\n  - {file: them.csv, source: them}\n"))
    let apart = try round.program.run(Self.compare)
    #expect(apart.text.contains("Chỉ có ở A: 33\n"), "\(apart.text)")
    #expect(apart.problems.contains("nguồn `motcua` chỉ có ở dossiers"), "\(apart.problems)")
    let across = try round.program.run(Self.compare + ["--across-sources"])
    #expect(across.text.contains("Chỉ có ở A: 1\n"), "\(across.text)")
  }

  @Test
  func `bare exports are compared without rules, and with those that are named`() throws {
    let round = try SecondExport().round()
    let arguments = ["dossiers", "compare", "dossiers/motcua.csv", "lan-2.csv"]
    try round.folder.write(
      "lan-2.csv", CaseRound.export.replacing("A3,S1", with: "A3,so-noi-vu"))
    let plain = try round.program.run(arguments)
    #expect(plain.status == 1)
    expectGolden(plain.text + "\n" + plain.problems, "compare-bare.txt")
    let ruled = try round.program.run(arguments + ["--rules", "rules.yaml"])
    #expect(ruled.text.contains("Kết quả theo quy tắc: Rà soát, chốt số liệu năm 2019"))
    #expect(ruled.status == 1)
  }

  @Test
  func `a truncated export is told: a broken row of a plain one, the end of a compressed one`()
    throws
  {
    let round = try SecondExport().round()
    try round.folder.write("a.csv", CaseRound.export)
    try round.folder.write("cut.csv", String(CaseRound.export.dropLast(60)))
    let plain = try round.program.run("dossiers", "compare", "a.csv", "cut.csv")
    #expect(plain.status == 1)
    #expect(plain.text.contains("Chỉ có ở A: 1\n"), "\(plain.text)")
    #expect(plain.problems.contains("1 dòng không so sánh được"), "\(plain.problems)")

    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = ["-kn", round.folder.path("a.csv")]
    try gzip.run()
    gzip.waitUntilExit()
    let packed = Program.bytes(round.folder.path("a.csv.gz"))
    #expect(try round.program.run("dossiers", "compare", "a.csv", "a.csv.gz").status == 0)
    try round.folder.write("a.csv.gz", bytes: Array(packed.dropLast(9)))
    try round.folder.write("khac.csv", "as it was\n")
    let cut = try round.program.run(
      "dossiers", "compare", "a.csv", "a.csv.gz", "--output", "khac.csv")
    #expect(cut.status == 3 && cut.text.isEmpty)
    #expect(cut.problems.contains("tệp nén bị cụt"), "\(cut.problems)")
    #expect(try round.folder.lines(of: "khac.csv") == ["as it was"])
    #expect(!Program.files(in: round.path).keys.contains { $0.hasSuffix(".tmp") })
  }

  @Test
  func `a full disk and a side that is not there end with 3`() throws {
    let round = try SecondExport().round()
    let full = try round.program.run(Self.compare + ["--output", "/dev/full"])
    #expect(full.status == 3 && full.text.isEmpty)
    #expect(full.problems.contains("hết dung lượng đĩa"), "\(full.problems)")
    let missing = try round.program.run("dossiers", "compare", "dossiers", "khong-co")
    #expect(missing.status == 3 && missing.problems.contains("khong-co"))
    for arguments in [["--examples", "-1"], ["--as-of", "31/02/2019"], ["--threads", "0"]] {
      #expect(try round.program.run(Self.compare + arguments).status == 2)
    }
  }
}
