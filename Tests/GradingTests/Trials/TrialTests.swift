import TestRounds
import TestSupport
import Testing

@testable import Grading

/// A trial comes to what the whole round would come to; the short way to a place to the same.
struct TrialTests {
  private func same(_ trial: RoundTrial, _ round: Round) -> Bool {
    round.units.indices.allSatisfy { unit in
      round.layers.indices.allSatisfy { layer in
        trial.total(of: unit, layer: layer) == round.units[unit].totals[layer]
          && trial.sheet(of: unit, layer: layer) == round.units[unit].sheets[layer]
      }
    }
  }

  @Test(arguments: 0..<8)
  func `a trial equals the round computed anew with the change in its files`(_ seed: UInt64) {
    var world = TrialWorld(seed: seed)
    var random = SplitMix64(seed: seed &+ 1000)
    let round = world.round
    let unit = Int.random(in: 0..<world.records.count, using: &random)
    let number = Exact(Int.random(in: 0...2, using: &random))
    let entry = GapWorld.entry(.item(0), 3, .setPoints(number, beyondRule: false))
    let changes: [RoundChange]
    switch seed % 4 {
    case 0:
      changes = [.entry(entry)]
      world.records[unit].entries.append(entry)
    case 1:
      changes = [.input(1, .given(.number(number)))]
      world.records[unit].assessment.inputs[1] = .given(.number(number))
    case 2:
      let rate = Exact(3, over: 5) ?? .zero
      changes = [.figure("online.rate", .known(.number(rate))), .input(0, .blank)]
      world.records[unit].figures[6] = .known(.number(rate))
      world.records[unit].assessment.inputs[0] = .blank
    default:
      let moment = GapWorld.moment("2017-12-19")
      changes = moment.map { [.handedIn($0)] } ?? []
      world.records[unit].assessment.submittedAt = moment
    }
    #expect(same(round.trying(changes, of: unit), world.round))
  }

  @Test func `a change below moves those who answer for it`() {
    var above = 0
    for seed in 0..<2 as Range<UInt64> {
      let round = TrialWorld(seed: seed).round
      for unit in 3..<round.units.count {
        let trial = round.trying([.points(item: 0, 0), .points(item: 7, 0)], of: unit)
        above += trial.moves.count { $0.unit < 3 }
      }
    }
    #expect(above > 2)
  }

  @Test(arguments: 0..<6)
  func `the short way to a place equals the whole trial`(_ seed: UInt64) throws {
    let round = TrialWorld(seed: seed).round
    var random = SplitMix64(seed: seed &+ 2000)
    for unit in round.units.indices.shuffled(using: &random).prefix(3) {
      let group = try #require(round.group(of: unit))
      let ladder = GroupLadder(round, group, layer: round.layers.count - 1)
      #expect(round.place(of: unit, with: [:], on: ladder) == round.units[unit].totals.last??.place)
      for _ in 0..<2 {
        let item = Int.random(in: 0..<9, using: &random)
        let points = Exact(Int.random(in: 0...4, using: &random), over: 2) ?? .zero
        let outcome =
          Int.random(in: 0..<5, using: &random) == 0
          ? Outcome(.notApplicable(.exclude)) : Outcome(.scored, points: points)
        let trial = round.trying([.outcome(item: item, outcome)], of: unit)
        #expect(
          round.place(of: unit, with: [item: outcome], on: ladder) == trial.place(of: unit),
          "unit \(unit), item \(item)")
      }
    }
  }

  @Test(arguments: 0..<5)
  func `every price of a gap equals the whole trial`(_ seed: UInt64) throws {
    let round = TrialWorld(seed: seed).round
    let finder = GapFinder(round)
    var random = SplitMix64(seed: seed &+ 4000)
    for unit in round.units.indices.shuffled(using: &random).prefix(2) {
      let ladder = try #require(finder.ladder(of: unit))
      let priced = finder.priced(finder.gaps(of: unit), on: ladder)
      for gap in priced.gaps.prefix(3) {
        guard let places = gap.places else { continue }
        #expect(places.now == round.units[unit].totals.last??.place?.number)
        #expect(
          places.ifClosed == round.trying(gap.closing, of: unit).place(of: unit)?.number)
        #expect(
          places.ifLeft == round.trying(gap.leaving, of: unit).place(of: unit)?.number)
      }
    }
  }

  @Test func `what closing a gap withholds is what its trial adds`() {
    var seen = 0
    for seed in 0..<2 as Range<UInt64> {
      let round = TrialWorld(seed: seed).round
      for unit in round.units.indices.prefix(4) {
        for gap in GapFinder(round).gaps(of: unit).gaps {
          let trial = round.trying(gap.closing, of: unit)
          let layer = round.layers.count - 1
          let before = round.units[unit].sheets[layer]
          let after = trial.sheet(of: unit, layer: layer)
          for effect in gap.effects {
            #expect(after[effect.item].points - before[effect.item].points == effect.withheld)
            seen += 1
          }
        }
      }
    }
    #expect(seen > 10)
  }
}
