import Foundation
import TestSupport
import Testing

/// `dossiers count` and `dossiers check` on a round with every exclusion at its boundary.
struct CountCommandTests {
  @Test(arguments: ["vi", "en"])
  func `figures, what each exclusion changed and what is incomplete`(_ language: String) throws {
    let round = try CaseRound()
    let ended = try round.program.run("dossiers", "count", "dossiers", "--lang", language)
    #expect(ended.status == 0)
    expectGolden(ended.text + "\n" + ended.problems, "count-\(language).txt")
  }

  @Test
  func `as of a day only what had happened by its end counts`() throws {
    let round = try CaseRound()
    let ended = try round.program.run(
      "dossiers", "count", "dossiers", "--as-of", "2019-11-30", "--format", "csv")
    #expect(ended.status == 0)
    expectGolden(ended.text, "count-as-of.csv")
  }

  @Test
  func `the machine's table and the documented JSON`() throws {
    let round = try CaseRound()
    let table = try round.program.run("dossiers", "count", "dossiers", "--format", "csv")
    expectGolden(table.text, "count.csv")
    let json = try round.program.run("dossiers", "count", "dossiers", "--format", "json")
    #expect(try JSONSerialization.jsonObject(with: Data(json.output)) is [String: Any])
    // How wide the machine's vectors are, and how many threads it has, is its own.
    let anywhere = json.text
      .replacing(/"vector_bits": [0-9]+/, with: "\"vector_bits\": 512")
      .replacing(/"threads": [0-9]+/, with: "\"threads\": 2")
    expectGolden(anywhere, "count.json")
    for threads in ["1", "3"] {
      let again = try round.program.run(
        "dossiers", "count", "dossiers", "--format", "csv", "--threads", threads)
      #expect(again.text == table.text)
    }
  }

  @Test
  func `ledger and rejects name every dossier that is not plain`() throws {
    let round = try CaseRound()
    let ended = try round.program.run(
      "dossiers", "count", "dossiers", "--format", "csv", "--ledger", "ledger.csv", "--rejects",
      "rejects.csv")
    #expect(ended.status == 0)
    let ledger = try round.folder.lines(of: "ledger.csv").joined(separator: "\n")
    let rejects = try round.folder.lines(of: "rejects.csv").joined(separator: "\n")
    expectGolden(ledger + "\n", "ledger.csv")
    expectGolden(rejects + "\n", "rejects.csv")
  }

  @Test
  func `a count that stops leaves the ledger that was there`() throws {
    let round = try CaseRound()
    try round.folder.write("ledger.csv", "kept\n")
    try FileManager.default.removeItem(atPath: round.folder.path("dossiers/motcua.csv"))
    let ended = try round.program.run("dossiers", "count", "dossiers", "--ledger", "ledger.csv")
    #expect(ended.status == 3)
    #expect(try round.folder.lines(of: "ledger.csv") == ["kept"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: round.path).count == 5)
  }

  @Test(arguments: ["vi", "en"])
  func `rules are said in words`(_ language: String) throws {
    let round = try CaseRound()
    let ended = try round.program.run("dossiers", "check", "rules.yaml", "--lang", language)
    #expect(ended.status == 0)
    expectGolden(ended.text + "\n" + ended.problems, "check-rules-\(language).txt")
  }

  @Test(arguments: ["vi", "en"])
  func `records are checked row by row beside their rules`(_ language: String) throws {
    let round = try CaseRound()
    let ended = try round.run("dossiers", "check", "dossiers", "--lang", language)
    #expect(ended.status == 0)
    let head = ended.text.components(separatedBy: "\n\nRà soát")[0]
    expectGolden(head + "\n" + ended.problems, "check-records-\(language).txt")
    // Rules alone say nothing of rows.
    #expect(try !round.run("dossiers", "check", "rules.yaml").text.contains("motcua.csv"))
    #expect(try round.run("dossiers", "check", "dossiers", "--strict").status == 1)
    let lines = try round.folder.lines(of: "dossiers/motcua.csv")
    let broken = lines + (1...20).map { "R\($0),S1,2.001,,,x,,,,,,," }
    try round.folder.write("dossiers/motcua.csv", broken.joined(separator: "\n") + "\n")
    let faulty = try round.run("dossiers", "check", "dossiers")
    #expect(faulty.status == 1 && faulty.text.contains("quá mức cho phép"))
  }

  @Test(arguments: ["vi", "en"])
  func `a packed export that breaks off is counted as far as it goes, and said to be incomplete`(
    _ language: String
  ) throws {
    let round = try CaseRound()
    let path = round.folder.path("dossiers/motcua.csv")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-n", path]
    try process.run()
    process.waitUntilExit()
    let packed = Program.bytes(path + ".gz")
    try round.folder.write("dossiers/motcua.csv.gz", bytes: Array(packed.dropLast(9)))
    let records = try round.folder.lines(of: "dossiers/records.yaml")
    try round.folder.write(
      "dossiers/records.yaml",
      records.joined(separator: "\n").replacing("motcua.csv", with: "motcua.csv.gz") + "\n")
    try round.folder.write("so.csv", "older\n")
    let ended = try round.run("dossiers", "count", ".", "--ledger", "so.csv", "--lang", language)
    #expect(ended.status == 3)
    #expect(try round.folder.lines(of: "so.csv") == ["older"])
    #expect(ended.text.contains(language == "vi" ? "SỐ LIỆU CHƯA ĐỦ: " : "INCOMPLETE: "))
    #expect(ended.problems.contains("[file-incomplete]"))
    let json = try round.run("dossiers", "count", ".", "--format", "json")
    #expect(json.status == 3 && json.text.contains("incomplete_exports"))
    for command in [["ledger", "."], ["report", ".", "--period", "2019"]] {
      let refused = try round.run(["dossiers"] + command)
      #expect(refused.status == 3 && refused.text.isEmpty)
    }
    #expect(try round.run("dossiers", "check", ".").status == 1)
  }

  @Test func `an export alone needs rules`() throws {
    let round = try CaseRound()
    let refused = try round.run("dossiers", "count", "dossiers/motcua.csv")
    #expect(refused.status == 3)
    #expect(refused.problems.contains("--rules"))
    let counted = try round.run(
      "dossiers", "count", "dossiers/motcua.csv", "--rules", "rules.yaml", "--format", "csv")
    #expect(counted.status == 0)
    #expect(counted.text.contains("ubnd-dien-khanh,"))
  }

  @Test func `a full disk under the ledger ends with 3 and leaves the older file`() throws {
    let round = try CaseRound()
    try round.folder.write("so.csv", "older\n")
    let full = try round.run("dossiers", "count", ".", "--ledger", "/dev/full")
    #expect(full.status == 3)
    #expect(full.problems.contains("/dev/full"))
    #expect(full.text.isEmpty)
    // A file may not grow: what a full disk does to a draft.
    let process = round.program.process([])
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      #"trap '' XFSZ; ulimit -f 1; exec "$0" dossiers count . --ledger so.csv > /dev/null 2>&1"#,
      Program.path,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
    #expect(try round.folder.lines(of: "so.csv") == ["older"])
    #expect(Program.files(in: round.path).keys.allSatisfy { !$0.hasSuffix(".tmp") })
  }
}
