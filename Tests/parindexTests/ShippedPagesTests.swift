import Diagnostics
import Grading
import Reports
import TestSupport
import Testing

/// Pages of the shipped round, as `rank`, `score`, `explain` and `gaps` print them.
///
/// Tests/Slow holds the program itself, in release, to the same golden files.
struct ShippedPagesTests {
  @Test
  func `the ranking of the departments`() throws {
    let shipped = try ShippedRound.shared.get()
    expectGolden(
      RankingText(shipped.round, .vietnamese).text(block: try shipped.block("so")),
      "shipped-rank-so.txt")
  }

  @Test
  func `the comparison of the communes is marked as no ranking`() throws {
    let shipped = try ShippedRound.shared.get()
    let text = RankingText(shipped.round, .vietnamese)
      .comparison(block: try shipped.block("xa"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    expectGolden(lines.prefix(20).joined(separator: "\n") + "\n", "shipped-comparison-head.txt")
    #expect(text.contains("136  UBND"))
    #expect(!text.contains("137  UBND"), "the commune that handed in nothing has no place")
  }

  @Test
  func `the score sheet of the department of health`() throws {
    let shipped = try ShippedRound.shared.get()
    expectGolden(
      ScoreSheetText(shipped.round, .vietnamese).text(unit: try shipped.unit("so-y-te")),
      "shipped-score-so-y-te.txt")
  }

  @Test(arguments: [true, false])
  func `the gaps of the department of health, with and without places`(_ forUnit: Bool) throws {
    let shipped = try ShippedRound.shared.get()
    let place = try shipped.unit("so-y-te")
    let finder = GapFinder(shipped.round)
    var gaps = finder.gaps(of: place)
    if !forUnit, let ladder = finder.ladder(of: place) { gaps = finder.priced(gaps, on: ladder) }
    let report = GapReport(
      shipped.round, language: .vietnamese, showsPlaces: !forUnit, namesOthers: !forUnit)
    expectGolden(report.text(gaps), "shipped-gaps-so-y-te\(forUnit ? "-for-unit" : "").txt")
  }

  @Test(arguments: [
    ("dossiers", "so-y-te", "3.4.1"), ("survey", "so-y-te", "8.1.1"),
    ("subordinates", "thanh-pho-nha-trang", "1.7.1"), ("register", "so-y-te", "1.2.1"),
    ("adjusted", "so-y-te", "3.2.2"),
  ])
  func `an explanation of each kind`(_ page: (name: String, unit: String, item: String)) throws {
    let shipped = try ShippedRound.shared.get()
    let unit = try shipped.unit(page.unit)
    let text = ExplanationText(shipped.round, .vietnamese)
      .text(unit: unit, item: try shipped.item(page.item, of: unit))
    expectGolden(text, "shipped-explain-\(page.name).txt")
    #expect(!text.contains(Program.root), "files are named as seen from the round's folder")
  }

  @Test(arguments: [Language.vietnamese, .english])
  func `what stands out when the units are laid side by side`(_ language: Language) throws {
    let round = try ShippedRound.shared.get().round
    let checks = CrossChecks(round, leastCases: 2)
    let suffix = language == .vietnamese ? "" : "-en"
    expectGolden(
      CrossCheckReport(round, checks, language).text(), "shipped-crosscheck\(suffix).txt")
  }
}
