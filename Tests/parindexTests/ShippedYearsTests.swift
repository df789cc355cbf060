import Diagnostics
import Grading
import Loading
import Reports
import TestSupport
import Testing

/// The two shipped rounds laid side by side.
struct ShippedYearsTests {
  private static let later = Result { () throws -> Round in
    var options = RoundOptions()
    options.checksEvidenceFiles = false
    let loading = loadRound("\(Program.root)/Submissions/khanh-hoa-2019", options: options)
    return try #require(loading.loaded).round()
  }

  private static let years = Result {
    YearComparison(
      from: try ShippedRound.shared.get().round, to: try later.get(),
      workers: { inParallel($0, threads: nil, $1) }, pairing: SetPairs.init(matching:_:))
  }

  @Test func `parts add up to the whole for every unit, area and item`() throws {
    let years = try Self.years.get()
    #expect(years.gone.isEmpty)
    var compared = 0
    for unit in years.units {
      guard let parts = unit.parts, let shown = unit.shown else { continue }
      compared += 1
      let change = try #require(unit.after?.exactIndex) - #require(unit.before?.exactIndex)
      #expect(parts.total == change)
      #expect(shown.total == unit.change)
      var sum = YearParts()
      for area in unit.areas {
        sum.performance = sum.performance + area.parts.performance
        sum.criteria = sum.criteria + area.parts.criteria
        sum.incomparable = sum.incomparable + area.parts.incomparable
      }
      #expect(sum == parts)
      #expect(unit.items.reduce(Exact.zero) { $0 + $1.parts.total } == change, "no cap cuts here")
    }
    #expect(compared == 179)
  }

  @Test func `an item that nobody changed owes nothing to criteria`() throws {
    let years = try Self.years.get()
    let unit = try #require(years.units.first { $0.rise != nil && $0.parts?.criteria != 0 })
    let set = years.after.sets[try #require(unit.pair).new]
    let moved = unit.items.filter { !$0.parts.criteria.isZero }
      .compactMap { $0.new.map { set.items[$0].id } }
    let changed = YearReport(years, .english).changedItems(try #require(unit.pair))
      .map { set.items[$0].id }
    #expect(Set(moved).isSubset(of: changed))
    #expect(!moved.isEmpty)
  }

  @Test func `a round laid beside itself has nothing to tell`() throws {
    let round = try ShippedRound.shared.get().round
    let years = YearComparison(
      from: round, to: round, workers: { inParallel($0, threads: nil, $1) },
      pairing: SetPairs.init(matching:_:))
    for unit in years.units {
      guard let parts = unit.parts else { continue }
      #expect(parts == YearParts())
      #expect(unit.carried?.exactIndex == unit.after?.exactIndex)
      for item in unit.items where item.carried?.points != item.after?.points {
        Issue.record("\(item)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `the page of a unit whose criteria changed`(_ language: Language) throws {
    let years = try Self.years.get()
    let unit = try #require(
      years.units.first {
        $0.unit.map { years.after.units[$0].record.unit.id } == "so-tai-chinh"
      })
    let report = YearReport(years, language)
    expectGolden(report.text(unit), "shipped-compare-so-tai-chinh.\(language.rawValue).txt")
    if language == .vietnamese { expectGolden(report.text(block: "huyen"), "shipped-compare.txt") }
  }
}
