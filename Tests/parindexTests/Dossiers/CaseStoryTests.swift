import Foundation
import TestSupport
import Testing

/// `dossiers ledger` and `dossiers explain` on a round with every exclusion at its boundary.
struct CaseStoryTests {
  @Test(arguments: [
    "Q1 en", "Q1 vi", "Q2 vi", "E2 vi", "E3 en", "C1 vi", "X1 vi", "L2 vi", "A7 vi", "B1 vi",
    "D2 en", "O1 vi",
  ])
  func `one dossier is told as a whole`(_ words: String) throws {
    let parts = words.split(separator: " ").map(String.init)
    let ended = try CaseRound().run(
      "dossiers", "explain", "dossiers", parts[0], "--lang", parts[1])
    #expect(ended.status == 0)
    expectGolden(ended.text, "explain-\(parts[0]).\(parts[1]).txt")
  }

  @Test(arguments: ["vi", "en"])
  func `a dossier that stands twice is told with its place`(_ language: String) throws {
    let round = try CaseRound()
    let export = try round.folder.lines(of: "dossiers/motcua.csv")
    let row = try #require(export.first { $0.hasPrefix("A3") })
    try round.folder.write(
      "dossiers/motcua.csv",
      (export + [row, row.replacing("2019-03-0", with: "2019-04-0")]).joined(separator: "\n") + "\n"
    )
    let ended = try round.run("dossiers", "explain", ".", "A3", "--lang", language)
    #expect(ended.status == 0)
    expectGolden(ended.text, "explain-twice.\(language).txt")
  }

  @Test func `a dossier that is nowhere is wrong usage`() throws {
    let ended = try CaseRound().run("dossiers", "explain", ".", "A99")
    #expect(ended.status == 2)
    #expect(ended.problems.contains("A99"))
  }

  @Test(arguments: ["vi", "en"])
  func `the ledger names each dossier with its rule and clause`(_ language: String) throws {
    let ended = try CaseRound().run("dossiers", "ledger", ".", "--lang", language)
    #expect(ended.status == 0)
    expectGolden(ended.text, "ledger.\(language).txt")
  }

  @Test(arguments: ["vi", "en"])
  func `one unit's ledger opens in Excel`(_ language: String) throws {
    let ended = try CaseRound().run(
      "dossiers", "ledger", ".", "--unit", "so-y-te", "--format", "csv", "--lang", language)
    #expect(ended.status == 0)
    #expect(ended.output.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(ended.text.contains("'=cmd|1"))
    expectGolden(ended.text, "ledger.\(language).csv")
  }

  @Test func `programs read the ledger as one list`() throws {
    let ended = try CaseRound().run("dossiers", "ledger", ".", "--format", "json")
    let list = try JSONSerialization.jsonObject(with: Data(ended.output)) as? [[String: Any]]
    #expect(list?.count == 22)
    let none = try CaseRound().run(
      "dossiers", "ledger", ".", "--format", "json", "--unit", "so-noi-vu")
    let empty = try JSONSerialization.jsonObject(with: Data(none.output)) as? [[String: Any]]
    #expect(empty?.isEmpty == true)
  }

  @Test func `an unknown unit is wrong usage`() throws {
    let ended = try CaseRound().run("dossiers", "ledger", ".", "--unit", "so-y-ta")
    #expect(ended.status == 2)
    #expect(ended.problems.contains("so-y-te"))
  }
}
