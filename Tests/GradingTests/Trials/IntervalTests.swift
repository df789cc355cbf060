import TestRounds
import TestSupport
import Testing

@testable import Grading

/// Whatever the open things come to, the result lies in the interval.
struct IntervalTests {
  /// Fills everything that is open with something it may come to.
  private func completed(_ world: TrialWorld, _ random: inout SplitMix64) -> TrialWorld {
    var world = world
    func small() -> Exact { Exact(Int.random(in: 0...2, using: &random)) }
    for unit in world.records.indices {
      // Nothing open reads what was left blank for an item that has its points by decision.
      let isDecided = world.records[unit].entries.contains { $0.subject == .item(7) }
      for place in world.records[unit].assessment.inputs.indices
      where world.records[unit].assessment.inputs[place] == .blank && !(place == 2 && isDecided) {
        world.records[unit].assessment.inputs[place] = .given(.number(small()))
      }
      // A figure with `if_missing` is decided without ever coming in.
      let isSettled = world.sets[0].items[2].ifMissing != nil
      for place in 0..<8
      where world.records[unit].figures[place] == .missing && !(place == 1 && isSettled) {
        let isTruth = place == 3 || place == 4
        let share = Exact(Int.random(in: 0...4, using: &random), over: 4) ?? .zero
        world.records[unit].figures[place] =
          isTruth ? .known(.truth(Bool.random(using: &random))) : .known(.number(share))
      }
      // A draft is not read.
      let claimsNone =
        world.records[unit].assessment.submittedAt != nil
        && world.records[unit].assessment.answers[6]?.notApplicable != nil
      if claimsNone {
        world.records[unit].entries.append(
          GapWorld.entry(
            .item(6), 3,
            Bool.random(using: &random)
              ? .markNotApplicable : .setPoints(small(), beyondRule: false)))
      }
      let isAsked = world.records[unit].entries.contains {
        if case .requestExplanation = $0.decision { true } else { false }
      }
      if isAsked {
        world.records[unit].entries.append(
          GapWorld.entry(.item(0), 3, .setPoints(small(), beyondRule: false)))
      }
      if !world.records[unit].entries.contains(where: { $0.subject == .item(4) }) {
        world.records[unit].entries.append(
          GapWorld.entry(.item(4), 4, .setPoints(small(), beyondRule: false)))
      }
    }
    return world
  }

  @Test(arguments: 0..<16)
  func `any completion stays inside`(_ seed: UInt64) throws {
    let world = TrialWorld(seed: seed, open: 0.25)
    let round = world.round
    let intervals = RoundIntervals(round)
    var random = SplitMix64(seed: seed &+ 3000)
    for _ in 0..<2 {
      let final = completed(world, &random).round
      for unit in final.units.indices {
        let total = try #require(final.units[unit].totals.last ?? nil)
        let interval = try #require(intervals[unit])
        let index = try #require(interval.index)
        let exact = try #require(total.exactIndex)
        #expect(index.lowestExact <= exact && exact <= index.highestExact, "unit \(unit)")
        let now = try #require(round.units[unit].totals.last??.exactIndex)
        #expect(index.lowestExact <= now && now <= index.highestExact)
        if let place = total.place?.number {
          let places = try #require(interval.places)
          #expect(places.best <= place && place <= places.worst, "unit \(unit)")
        }
      }
    }
  }

  @Test func `nothing open leaves one index and one place`() {
    let round = GapWorld().round
    let interval = round.interval(of: 0)
    #expect(interval?.index?.isPoint == true)
    #expect(interval?.index?.isExact == true)
    #expect(interval?.index?.lowest == round.units[0].totals.last??.index)
    #expect(interval?.places == PlaceInterval(best: 1, worst: 1, isExact: true))
  }

  @Test func `the ends are those of the open item's range`() throws {
    var world = GapWorld()
    world.figure("survey.overall", .missing)
    let index = try #require(world.round.interval(of: 0)?.index)
    // Twelve and a half of 17 points without the survey, which gives up to 2.
    let rest = Exact(2) + 2 + (Exact(9, over: 5) ?? .zero) + 1 + 1 + 2 + 2 + 2
    #expect(index.lowestExact == (rest * 100).divided(by: 17))
    #expect(index.highestExact == ((rest + 2) * 100).divided(by: 17))
  }

  @Test func `an unknown applicability is taken in and left out`() throws {
    var world = GapWorld()
    world.figure("staffing.autonomous", .missing)
    let index = try #require(world.round.interval(of: 0)?.index)
    let rest = (Exact(2) + 2 + (Exact(8, over: 5) ?? .zero) + 1)
    let others = rest + (Exact(9, over: 5) ?? .zero) + 1 + 2 + 2
    #expect(index.lowestExact == (others * 100).divided(by: 17))
    #expect(index.highestExact == ((others + 2) * 100).divided(by: 17))
    #expect((others * 100).divided(by: 15) ?? .zero < index.highestExact)
  }

  @Test func `leaving an item out can be the best and the worst`() {
    let sure = ItemProspect(ends: [(8, 10)])
    let open = ItemProspect(ends: [(0, 10), (5, 10), (0, 0)])
    let range = QuotientRange([sure, open])
    #expect(range?.highest == Exact(8, over: 10))
    #expect(range?.lowest == Exact(8, over: 20))
    let poor = QuotientRange([
      ItemProspect(ends: [(1, 10)]), ItemProspect(ends: [(5, 10), (0, 0)]),
    ])
    #expect(poor?.lowest == Exact(1, over: 10))
    #expect(poor?.highest == Exact(6, over: 20))
  }

  @Test func `the extreme quotient is that of the best of all choices`() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<200 {
      let items = (0..<5).map { _ in
        ItemProspect(
          ends: (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let maximum = Int.random(in: 0...3, using: &random)
            return (
              Exact(maximum == 0 ? 0 : Int.random(in: -1...maximum, using: &random)), Exact(maximum)
            )
          })
      }
      var quotients: [Exact] = []
      func choose(_ item: Int, _ points: Exact, _ maximum: Exact) {
        guard item < items.count else {
          if let quotient = points.divided(by: maximum) { quotients.append(quotient) }
          return
        }
        for end in items[item].ends {
          choose(item + 1, points + end.points, maximum + end.maximum)
        }
      }
      choose(0, 0, 0)
      let range = QuotientRange(items)
      #expect(range?.highest == quotients.max())
      #expect(range?.lowest == quotients.min())
    }
  }
}
