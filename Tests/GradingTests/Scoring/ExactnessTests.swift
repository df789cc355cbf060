import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Grading

/// Sums, indexes and places are exact.
struct ExactnessTests {
  private func exact(_ text: String) -> Exact { Exact(parsing: text) ?? .zero }

  @Test func `68.32 points of 84 that apply are 81.33`() throws {
    let bench = try RuleBench(
      """
      sub_criteria:
        - {id: "1.1.1", title: a, max_points: 84, rule: {council: []}}
        - {id: "1.1.2", title: b, max_points: 16, rule: {council: []}}
      """, points: "100")
    let set = try #require(bench.load().set)
    let total = Total(
      [Outcome(.scored, points: exact("68.32")), Outcome(.notApplicable(.exclude))], set)
    #expect(total.maximum == 84)
    #expect(total.index == exact("81.33"))
    #expect(total.exactIndex == exact("6832/84"))
    let full = Total(
      [Outcome(.scored, points: exact("68.32")), Outcome(.notApplicable(.fullPoints), points: 16)],
      set)
    #expect(full.index == exact("84.32"))
  }

  @Test func `nothing applicable has no index`() throws {
    let set = try #require(try RuleBench("rule: {council: []}").load().set)
    let total = Total([Outcome(.notApplicable(.exclude))], set)
    #expect(total.index == nil)
    #expect(!total.isProvisional)
  }

  @Test func `two units tied at 15 are followed by 17, or by 16 in dense places`() {
    let indexes = (1...14).map { 100 - $0 } + [50, 50, 40, 40, 40, 30]
    let entries = indexes.enumerated().map {
      RankedEntry(unit: $0.offset, index: Exact($0.element), breakers: [])
    }
    let competition = RoundBench.block("so").places(entries)
    #expect((13..<20).map { competition[$0]?.number } == [14, 15, 15, 17, 17, 17, 20])
    #expect(competition[14]?.isTied == true)
    #expect(competition[13]?.isTied == false)
    let dense = RoundBench.block("so", ties: .dense).places(entries)
    #expect((13..<20).map { dense[$0]?.number } == [14, 15, 15, 16, 16, 16, 17])
  }

  @Test func `a cap may be below what its parts add up to and not above`() throws {
    func codes(_ cap: String) throws -> [String] {
      let folder = try RuleBench("rule: {council: []}").folder
      try folder.write(
        "bonus.yaml",
        """
        format: parindex/criteria@1
        extends: so.yaml
        id: thu/bonus
        add:
          - after: "1"
            area:
              id: T
              title: Điểm thưởng
              kind: bonus
              max_points: \(cap)
              criteria:
                - {id: T.1, title: a, max_points: 2, rule: {council: []}}
                - {id: T.2, title: b, max_points: 2, rule: {council: []}}

        """)
      return loadCriteriaSet(folder.path("bonus.yaml")).diagnostics.map(\.code.rawValue)
    }
    #expect(try codes("3") == [])
    #expect(try codes("4") == [])
    #expect(try codes("5") == ["weights-do-not-add-up"])
  }
}
