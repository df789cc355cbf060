import TestRounds
import Testing

@testable import Grading

/// Layers that nobody decided in are repeated, not computed again; nobody may notice.
struct RepeatedLayersTests {
  @Test func `an untouched group comes out as one that is computed layer by layer`() {
    var world = GapWorld()
    for unit in world.records.indices { world.records[unit].entries = [] }
    let untouched = world.round
    // A word of explanation decides nothing and makes the round compute every layer.
    world.enter(0, 2, .explanation("như đã báo cáo"))
    let touched = world.round
    #expect(untouched.lastOwnLayer(untouched.groups[0]) == 1)
    #expect(touched.lastOwnLayer(touched.groups[0]) == touched.layers.count - 1)
    for (plain, full) in zip(untouched.units, touched.units) {
      #expect(plain.sheets == full.sheets)
      #expect(plain.totals == full.totals)
      #expect(plain.best == full.best)
      #expect(plain.isLinkedProvisional == full.isLinkedProvisional)
      #expect(plain.linkedFigures == full.linkedFigures)
    }
  }

  @Test func `a set whose points depend on evidence is computed layer by layer`() {
    var world = GapWorld()
    for unit in world.records.indices { world.records[unit].entries = [] }
    for place in world.set.items.indices { world.set.items[place].withoutEvidence = .zero }
    for unit in world.records.indices {
      for item in world.set.items.indices {
        world.records[unit].assessment.answers[item]?.citations = []
      }
    }
    let round = world.round
    #expect(round.lastOwnLayer(round.groups[0]) == round.layers.count - 1)
    let sheets = round.units[0].sheets
    #expect(sheets[1] != sheets[2], "without evidence the first appraisal gives less")
  }
}
