import RoundGenerator
import TestSupport
import Testing

@testable import Grading
@testable import Loading

/// What the computed layer came to stands for the rule in a later one, and nothing comes out otherwise
/// than where every rule is asked again.
struct KnownAnswersTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `every layer is what its rules say`(_ seed: UInt64) throws {
    let folder = try TemporaryFolder()
    try LargeRound(
      units: 8, seed: seed, writesEvidence: seed.isMultiple(of: 2), events: 900
    ).write(to: folder.path)
    let round = try #require(loadRound(folder.path).loaded).round()
    var known = 0
    for unit in round.units {
      let scorer = round.scorers[unit.record.set]
      let computed = scorer.plain(unit.record, .computed)
      for layer in round.layers.dropFirst(2) {
        let asked = scorer.plain(unit.record, layer)
        #expect(scorer.plain(unit.record, layer, from: computed) == asked)
        known += unit.record.touchedItems(through: .max).count {
          scorer.known(computed[$0], scorer.standing(unit.record, $0, layer)) != nil
        }
      }
      #expect(!scorer.correctsForMany(unit.record, through: .max))
    }
    #expect(known > 100)
  }
}
