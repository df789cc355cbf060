import DossierCounting
import TestSupport
import Testing

typealias SplitMix = SplitMix64

/// Whatever single figure is misprinted, the repair is found or left open, and never another one.
struct RepairPropertyTests {
  @Test(arguments: [true, false])
  func `one wrong figure is never mended wrongly`(_ hasPercents: Bool) throws {
    var random = SplitMix64(seed: hasPercents ? 41 : 43)
    var forced = 0
    for _ in 0..<150 {
      let small = SmallTable.random(
        districts: Int.random(in: 1...4, using: &random), hasPercents: hasPercents, using: &random)
      var table = small.table
      #expect(table.contradictions().isEmpty)
      let cell = TableCell(
        row: Int.random(in: table.rows.indices, using: &random),
        metric: Int.random(in: table.metrics.indices, using: &random))
      let truth = try #require(table[cell])
      let wrong = mistyped(truth, using: &random)
      table[cell] = wrong
      let found = table.contradictions()
      #expect(!found.isEmpty)
      for contradiction in found {
        guard let repair = contradiction.forced else { continue }
        forced += 1
        #expect(repair.changes == [CellChange(cell: cell, from: wrong, to: truth)])
      }
    }
    #expect(forced == 150)
  }

  @Test func `without totals the repair is found or left open`() throws {
    var random = SplitMix64(seed: 47)
    var (forced, open) = (0, 0)
    for _ in 0..<150 {
      var small = SmallTable.random(districts: 2, hasPercents: false, using: &random)
      small.rows.removeAll { $0.scope != nil }
      var table = small.table
      let cell = TableCell(
        row: Int.random(in: table.rows.indices, using: &random),
        metric: Int.random(in: table.metrics.indices, using: &random))
      let truth = try #require(table[cell])
      table[cell] = mistyped(truth, using: &random)
      let found = table.contradictions()
      try #require(found.count == 1)
      if let repair = found[0].forced {
        forced += 1
        #expect(repair.changes.map(\.to) == [truth])
        #expect(repair.changes.map(\.cell) == [cell])
      } else {
        open += 1
        guard case .ambiguous(let repairs) = found[0].verdict else {
          Issue.record("the true repair was ruled out")
          continue
        }
        #expect(repairs.contains { $0.changes.map(\.cell) == [cell] })
      }
    }
    #expect(forced > 0 && open > 0)
  }

  @Test func `two wrong figures in different rows are never mended wrongly`() throws {
    var random = SplitMix64(seed: 53)
    var forced = 0
    for _ in 0..<100 {
      var table = SmallTable.random(districts: 2, hasPercents: true, using: &random).table
      let units = table.rows.indices.filter { table.rows[$0].scope == nil }.shuffled(using: &random)
      var truths: [CellChange] = []
      for row in units.prefix(2) {
        let cell = TableCell(
          row: row, metric: Int.random(in: table.metrics.indices, using: &random))
        let truth = try #require(table[cell])
        table[cell] = mistyped(truth, using: &random)
        truths.append(CellChange(cell: cell, from: table[cell], to: truth))
      }
      for repair in table.contradictions().compactMap(\.forced) {
        forced += 1
        for change in repair.changes { #expect(truths.contains(change)) }
      }
    }
    #expect(forced > 100)
  }

  /// As people mistype: a digit more, a digit less, two swapped, another number.
  private func mistyped(_ value: Int, using random: inout SplitMix64) -> Int {
    let wrong =
      switch Int.random(in: 0..<4, using: &random) {
      case 0: value * 10 + Int.random(in: 0...9, using: &random)
      case 1: value / 10
      case 2: value % 10 * 10 + value / 10 % 10 + value / 100 * 100
      default: Int.random(in: 0...3_000, using: &random)
      }
    return wrong == value ? value + 1 : wrong
  }
}
