import TestRounds
import TestSupport
import Testing

@testable import Grading

/// A round in which one unit after the other is completed again is the round computed anew.
struct CompletingAloneTests {
  /// Something else of a unit: what is typed, figures that are compared with the best, decisions,
  /// handing in.
  private func change(_ record: inout UnitRecord, _ random: inout SplitMix64) {
    let number = Exact(Int.random(in: 0...2, using: &random))
    let share = Exact(Int.random(in: 0...4, using: &random), over: 4) ?? .zero
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1:
      record.assessment.inputs[Int.random(in: 0..<3, using: &random)] = .given(.number(number))
    case 2: record.assessment.inputs[0] = .blank
    case 3: record.figures[6] = .known(.number(share))
    case 4: record.figures[6] = .missing
    case 5:
      record.assessment.submittedAt =
        record.assessment.submittedAt == nil ? GapWorld.moment("2017-12-19") : nil
    case 6:
      record.entries.append(
        GapWorld.entry(
          .item(7), Int.random(in: 1...4, using: &random), .setPoints(number, beyondRule: false)))
    default:
      if !record.entries.isEmpty { record.entries.removeLast() }
    }
  }

  private func same(_ one: UnitResult, _ other: UnitResult) -> Bool {
    one.sheets == other.sheets && one.totals == other.totals && one.best == other.best
      && one.linkedFigures == other.linkedFigures
      && one.isLinkedProvisional == other.isLinkedProvisional
      && one.hasOpenRequests == other.hasOpenRequests
      && one.selfScored?.claimed == other.selfScored?.claimed
      && one.selfScored?.appraised == other.selfScored?.appraised
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `units that change one after the other come to what the whole comes to`(_ seed: UInt64) {
    var world = TrialWorld(seed: seed)
    var random = SplitMix64(seed: seed &+ 6000)
    var round = world.round
    for step in 0..<12 {
      let unit = Int.random(in: world.records.indices, using: &random)
      change(&world.records[unit], &random)
      round = round.replacing([unit: world.records[unit]])
      let whole = world.round
      for other in whole.units.indices {
        #expect(
          same(round.units[other], whole.units[other]),
          "step \(step), unit \(other) of \(whole.units[other].record.unit.id)")
      }
    }
  }

  @Test func `the group is left alone unless the comparison moves`() throws {
    var (alone, whole) = (0, 0)
    for seed in 0..<6 as Range<UInt64> {
      let round = TrialWorld(seed: seed).round
      for group in round.groups where group.units.count > 1 {
        for unit in group.units where round.units[unit].isSubmitted {
          for isCompared in [false, true] {
            var record = round.units[unit].record
            if isCompared {
              record.figures[6] = .known(.number(7))
            } else {
              record.assessment.inputs[0] = .given(.number(1))
            }
            var copy = round
            copy.put(
              [UnitResult(record, round.scorers[record.set])], at: [unit])
            let done = copy.completeAlone([unit], of: group, as: round)
            #expect(!isCompared || !done)
            if done { alone += 1 } else { whole += 1 }
          }
        }
      }
    }
    #expect(alone > 10 && whole > 10)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `gaps in a trial are those of the round computed anew`(_ seed: UInt64) {
    var world = TrialWorld(seed: seed)
    let round = world.round
    let finder = GapFinder(round)
    for unit in world.records.indices {
      let before = world.records[unit]
      world.records[unit].assessment.inputs[0] = .given(.number(2))
      #expect(
        finder.gaps(of: unit, in: round.trying([unit: world.records[unit]])).gaps
          == GapFinder(world.round).gaps(of: unit).gaps)
      world.records[unit] = before
    }
  }
}
