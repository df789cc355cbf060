import Loading
import Testing

@testable import Grading

/// What a lost point is, in every kind of area and every state.
struct LostPointsTests {
  private func area(_ kind: String) -> String {
    "{id: \(kind), title: Ngoài, kind: \(kind), max_points: 3, criteria: ["
      + "{id: \(kind).1, title: a, max_points: 2, inputs: {\(kind)_t: {type: count, title: t}}, rule: {per_item: {count: \(kind)_t, points: 1}}},"
      + "{id: \(kind).2, title: a, max_points: 2, inputs: {\(kind)_u: {type: count, title: u}}, rule: {per_item: {count: \(kind)_u, points: 1}}}]}"
  }

  private func plan(_ set: CriteriaSet, _ inputs: [String: Value]) -> (RemedyPlan, [String]) {
    var bench = RoundBench(page: set)
    bench.add("a", inputs: inputs)
    let plan = RemedyPlan(bench.round(), unit: 0, submission: nil)
    return (plan, plan.items.map { set.items[$0.item].id })
  }

  @Test func `a penalty is lost as it stands, a bonus that was not reached is not`() throws {
    let set = try PageSet(PageSet.number("10")) { $0.areas = [area("bonus"), area("penalty")] }
      .load()
    let (plan, ids) = plan(
      set,
      [
        "a": .number(exact("9.75")), "bonus_t": .number(0), "bonus_u": .number(1),
        "penalty_t": .number(2), "penalty_u": .number(0),
      ])
    #expect(ids == ["penalty.1", set.items[0].id])
    #expect(plan.items.map(\.lost) == [2, exact("0.25")])
    #expect(plan.sums.lost == exact("2.25"))
    #expect(plan.open.isEmpty)
  }

  @Test func `what does not apply loses nothing, what is not answered is named apart`() throws {
    let set = try PageSet(
      PageSet.number("6"), PageSet.number("4", "b", "applies_when: unit.remote"),
      PageSet.number("2", "c", "applies_when: unit.remote, effect: full_points"),
      PageSet.number("3", "d")
    ).load()
    let (plan, ids) = plan(set, ["a": .number(exact("17/3"))])
    #expect(ids == [set.items[0].id])
    #expect(plan.open.map { set.items[$0].id } == [set.items[3].id])
    #expect(plan.sums.open == 1)
  }

  @Test func `a third of a point stays a third where points are exact`() throws {
    let set = try PageSet(PageSet.number("6")) {
      $0.rounding = "{points: exact, index: 2, mode: half_up}"
    }.load()
    #expect(plan(set, ["a": .number(exact("17/3"))]).0.sums.lost == exact("1/3"))
    #expect(plan(set, ["a": .number(6)]).0.items.isEmpty)
  }
}
