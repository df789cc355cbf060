import TestRounds
import TestSupport
import Testing

@testable import Grading

/// A place looked up on the ladder is the place that sorting the whole group again would give.
struct GroupLadderTests {
  @Test(arguments: [TieMethod.competition, .dense], [[], ["1.1"], ["1.9", "1.1"]])
  func `a lookup equals sorting again`(_ ties: TieMethod, _ breakers: [String]) throws {
    var random = SplitMix64(seed: UInt64(breakers.count) + (ties == .dense ? 10 : 0))
    for _ in 0..<20 {
      var world = GapWorld()
      let block = world.plan.blocks[0]
      world.plan.blocks[0] = Block(
        id: block.id, title: "", council: "", unitTypes: [], grades: [], gradesOn: .rounded,
        rankedOn: .rounded, ties: ties, tieBreakers: breakers, groupsByParent: false,
        conditions: [], conditionFigures: [], gradesUnranked: false, span: GapWorld.span)
      let sample = world.records[0]
      world.records = []
      for _ in 0..<6 {
        var record = sample
        for input in 0..<3 {
          let number = Exact(Int.random(in: 0...2, using: &random))
          record.assessment.inputs[input] = .given(.number(number))
        }
        world.records.append(record)
      }
      let round = world.round
      let layer = round.layers.count - 1
      let ladder = GroupLadder(round, try #require(round.groups.first), layer: layer)
      let entries = round.units.indices.compactMap { unit in
        round.rankedEntry(
          unit, round.units[unit].totals[layer], round.units[unit].sheets[layer],
          round.plan.blocks[0])
      }
      for entry in entries {
        let donor = try #require(entries.randomElement(using: &random))
        let shifted = Bool.random(using: &random) ? donor.index : donor.index + 1
        let moved = RankedEntry(
          unit: entry.unit, index: shifted,
          breakers: entry.breakers.map { _ in
            Bool.random(using: &random) ? nil : Exact(Int.random(in: 0...1, using: &random))
          })
        let others = entries.filter { $0.unit != entry.unit }
        let expected = round.plan.blocks[0].places(others + [moved])[entry.unit]
        #expect(ladder.place(of: moved) == expected)
      }
    }
  }
}
