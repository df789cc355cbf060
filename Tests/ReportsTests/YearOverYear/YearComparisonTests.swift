import Diagnostics
import Grading
import Loading
import Reports
import TestSupport
import Testing

/// Two rounds of different years.
struct YearComparisonTests {
  private static let before: YearWorld.Answers = [
    ("a", ["a": .truth(true), "b": YearWorld.share(50), "c": .truth(true)]),
    ("b", ["a": .truth(true), "b": YearWorld.share(100), "c": .truth(false)]),
    ("c", ["a": .truth(true), "b": YearWorld.share(100), "c": .truth(true)]),
    ("d", [:]),
  ]
  private static let after: YearWorld.Answers = [
    ("a", ["a": .truth(true), "b": YearWorld.share(75), "d": .truth(true)]),
    ("b", ["a": .truth(false), "b": YearWorld.share(100)]),
    ("d", ["a": .truth(true), "b": YearWorld.share(100), "d": .truth(true)]),
    ("e", ["a": .truth(true), "b": YearWorld.share(100), "d": .truth(true)]),
  ]

  @Test func `performance and changed criteria are told apart, item by item`() throws {
    let years = try YearWorld().compare(Self.before, Self.after)
    let unit = years.units[0]
    // 8 of 10; with the later share 9 of 10; under the later rules 6 + 2.25, and 2 of what is gone,
    // of 11; then 6 + 2.25 and 1 of what is new, of 10.
    #expect(unit.before?.exactIndex == 80)
    let after = try #require(Exact(925, over: 10))
    #expect(unit.after?.exactIndex == after)
    let parts = try #require(unit.parts)
    let under = try #require(Exact(1025, over: 11))
    #expect(parts.performance == 10)
    #expect(parts.criteria == under - 90)
    #expect(parts.incomparable == after - under)
    #expect(unit.items.map(\.comparability) == [.compared, .compared, .added, .removed])
    #expect(unit.items[0].parts.performance == 0)
    #expect(unit.items[1].parts.performance == 10)
    #expect(unit.items[1].carried?.points == 3)
    #expect(unit.items.reduce(Exact.zero) { $0 + $1.parts.total } == parts.total)
  }

  @Test func `what is open is never compared as if it were nothing`() throws {
    let years = try YearWorld().compare(Self.before, Self.after)
    let unit = years.units[1]
    #expect(unit.isProvisional)
    #expect(unit.rise == nil)
    #expect(unit.before?.place != nil)
    #expect(unit.items[2].comparability == .added)
    let parts = try #require(unit.parts)
    let change = try #require(unit.after?.exactIndex) - #require(unit.before?.exactIndex)
    #expect(parts.total == change)
  }

  @Test func `units of one round only, or without a result, have no change`() throws {
    let years = try YearWorld().compare(Self.before, Self.after)
    #expect(years.units[2].before == nil, "handed in nothing in the earlier round")
    #expect(years.units[2].parts == nil)
    #expect(years.units[2].rise == nil)
    #expect(years.units[3].earlier == nil)
    #expect(years.units[3].change == nil)
    #expect(years.gone.map(\.earlier) == [2])
  }

  @Test func `without a declaration the id and the title decide`() throws {
    let world = try YearWorld(declaring: "")
    let pairs = SetPairs(matching: world.old, world.new)
    #expect(pairs.oldItemOf[0] == 0)
    #expect(pairs.oldItemOf[1] != 1, "1.3 is not 1.2 unless the author says so")
    let declared = try YearWorld()
    #expect(SetPairs(matching: declared.old, declared.new).oldItemOf == [0, 1, nil])
    #expect(SetPairs(matching: declared.old, declared.new).newItemOf == [0, 1, nil])
  }

  @Test func `a declaration about another set does not count`() throws {
    let other = try YearWorld(
      declaring: "counterparts: {of: khac/so, items: {\"1.3\": \"1.2\"}}\n")
    let none = try YearWorld(declaring: "")
    #expect(
      SetPairs(matching: other.old, other.new).oldItemOf
        == SetPairs(matching: none.old, none.new).oldItemOf)
  }

  @Test func `points that a person gave out of another maximum do not compare`() throws {
    let world = try YearWorld()
    let before = world.round(world.old, 2017, Self.before)
    let round = world.round(world.new, 2019, Self.after)
    var record = round.units[0].record
    let council = try #require(round.plan.stages.lastIndex { $0.decides })
    record.entries = [
      AppraisalEntry(
        subject: .item(0), stage: council, decision: .setPoints(5, beyondRule: true),
        reason: "", author: "council", at: nil, span: ScaffoldTests.span)
    ]
    let decided = round.replacing([0: record])
    let years = YearComparison(
      from: before, to: decided, pairing: SetPairs.init(matching:_:))
    #expect(years.units[0].items[0].after?.points == 5)
    #expect(years.units[0].items[0].comparability == .decided)
    let change = try #require(years.units[0].after?.exactIndex) - 80
    #expect(years.units[0].parts?.total == change)
  }

  @Test(arguments: Language.allCases)
  func `the pages say it in words`(_ language: Language) throws {
    let years = try YearWorld().compare(Self.before, Self.after)
    let report = YearReport(years, language)
    let name = "comparison.\(language.rawValue)"
    let pages = [report.text()] + (years.units + years.gone).map(report.text)
    expectGolden(pages.joined(separator: "\n----\n\n"), "\(name).txt")
    expectGolden(report.csv(), "\(name).csv")
    if language == .vietnamese { expectGolden(report.json(), "comparison.json") }
  }

  @Test(arguments: [
    ("{\"1.9\": \"1.2\"}", DiagnosticCode.overlayTarget),
    ("{\"1.3\": \"1.2\", \"1.4\": \"1.2\"}", .duplicateID),
  ])
  func `a declaration that cannot be meant is refused`(_ items: String, _ code: DiagnosticCode)
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "moi.yaml",
      YearWorld.head + YearWorld.new + "counterparts: {of: cu/so, items: \(items)}\n")
    #expect(loadCriteriaSet(path).diagnostics.map(\.code) == [code])
  }
}
