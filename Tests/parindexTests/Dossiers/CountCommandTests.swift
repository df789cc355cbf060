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
    expectGolden(json.text, "count.json")
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
}
