import TestRounds
import Testing

@testable import Grading

/// What stands out when units are laid side by side, and what does not.
struct CrossCheckTests {
  private func checks(
    _ world: CrossWorld, previous: CrossWorld? = nil, least: Int = 2
  ) -> CrossChecks {
    CrossChecks(world.round, previous: previous?.round, leastCases: least)
  }

  // MARK: Documents

  @Test func `a document of each unit's own stands out in none`() {
    #expect(checks(CrossWorld()).documents.isEmpty)
  }

  @Test func `one file of two units is joint, or to be asked about where an item wants its own`() {
    for (isOwn, kind) in [(false, SharedDocument.Kind.joint), (true, .own)] {
      var world = CrossWorld()
      world.set.items[0].ownDocument = isOwn
      world.share(file: "ff", 0, 2)
      let found = checks(world).documents
      #expect(found.map(\.kind) == [kind])
      #expect(found.first?.units == [0, 2])
      #expect(found.first?.mark == .file(sha256: "ff"))
    }
  }

  @Test func `a number is that of its issuer, whatever its case and spaces`() {
    var world = CrossWorld()
    world.number("15/QĐ-UBND", "UBND tỉnh", of: 0)
    world.number("15/qđ-ubnd ", "UBND  tỉnh", of: 1)
    world.number("15/QĐ-UBND", "UBND huyện", of: 2)
    let found = checks(world).documents
    #expect(found.map(\.units) == [[0, 1]])
    #expect(found.first?.mark == .number("15/QĐ-UBND", issuer: "UBND tỉnh"))
    world.share(file: "ff", 0, 1)
    #expect(checks(world).documents.count == 1, "one file and one number are told once")
  }

  @Test func `within one unit, more than an item allows, or the same twice`() {
    for limit in [1, 2] {
      var world = CrossWorld()
      world.set.items[0].evidence.atMostItems = limit
      world.cite(0, by: 7, in: 0)
      #expect(checks(world).documents.map(\.kind) == (limit == 1 ? [.overused] : []))
    }
    var world = CrossWorld()
    var again = world.records[0].assessment.shelf[0]
    again.id = "again"
    world.records[0].assessment.shelf.append(again)
    #expect(checks(world).documents.isEmpty, "nobody cites it")
    world.cite(1, by: 7, in: 0)
    #expect(checks(world).documents.map(\.kind) == [.repeated])
  }

  // MARK: Figures

  @Test func `a stated figure is told with both values, decided or not`() {
    for isDecided in [false, true] {
      var world = CrossWorld()
      world.records[1].assessment.inputs[2] = .given(.number(1))
      if isDecided { world.enter(7, 1, .accept, by: "to", of: 1) }
      let figures = checks(world).figures
      #expect(figures.equal == world.records.count - 1)
      #expect(figures.differing.count == 1)
      let found = figures.differing.first
      #expect(found?.unit == 1)
      #expect(found?.kind == .declared)
      #expect(found?.items == [7])
      #expect(found?.statement.stated == .number(1))
      #expect(found?.statement.held == .known(.number(2)))
      #expect(found?.isOpen == !isDecided)
    }
  }

  @Test func `what its office does not hold is not compared`() {
    var world = CrossWorld()
    world.records[0].figures[5] = .missing
    let figures = checks(world).figures
    #expect(figures.notHeld == 1 && figures.differing.isEmpty)
  }

  @Test func `a dispute stays on the list when it is answered`() {
    for isAnswered in [false, true] {
      var world = CrossWorld()
      world.records[0].assessment.disputes = [
        Dispute(figure: "reports.late", claim: .number(0), ground: "…", line: 9)
      ]
      world.records[0].figures[0] = .known(.number(2))
      if isAnswered {
        world.records[0].entries.append(
          GapWorld.entry(.figure("reports.late"), 3, .correctFigure(.number(1))))
      }
      let found = checks(world).figures.differing
      #expect(found.map(\.kind) == [.disputed])
      #expect(found.first?.statement.held == .known(.number(2)))
      #expect(found.first?.isOpen == !isAnswered)
    }
  }

  // MARK: The round before

  @Test func `only a file that is the same byte for byte was there before`() {
    let before = CrossWorld()
    #expect(checks(CrossWorld()).repeated == nil)
    var world = CrossWorld()
    for unit in world.records.indices {
      world.records[unit].assessment.shelf[0].state = .present(sha256: "new \(unit)")
    }
    #expect(checks(world, previous: before).repeated?.isEmpty == true)
    world.records[2].assessment.shelf[0].state = .present(sha256: "digest of u1")
    let found = checks(world, previous: before).repeated
    #expect(found?.map(\.use) == [DocumentUse(unit: 2, document: 0, items: [0])])
    #expect(found?.first?.before == [DocumentUse(unit: 1, document: 0, items: [0])])
  }

  // MARK: Appraisers

  /// Units in turn decided by two authors, whose decisions leave these points of a claim of 2.
  private func drift(_ first: [Exact], _ second: [Exact], least: Int) -> [AppraiserDrift] {
    var world = CrossWorld(units: first.count + second.count)
    for unit in world.records.indices {
      world.claim(2, 0, of: unit)
      let isFirst = unit < first.count
      world.enter(
        0, 1,
        .setPoints(isFirst ? first[unit] : second[unit - first.count], beyondRule: false),
        by: isFirst ? "to/01" : "to/02", of: unit)
    }
    return checks(world, least: least).drift
  }

  @Test func `the mean move is exact, beside that of all the others`() {
    let found = drift([2, 1, 1], [2, 2], least: 2)
    #expect(found.map(\.author) == ["to/01", "to/02"])
    #expect(found.map(\.cases) == [3, 2])
    #expect(found.map(\.others) == [2, 3])
    #expect(found.map(\.mean) == [Exact(-2, over: 3), 0])
    #expect(found.map(\.othersMean) == [0, Exact(-2, over: 3)])
  }

  @Test func `one case too few on either side, and there are no means`() {
    #expect(drift([1, 1, 1], [2, 2, 2], least: 3).allSatisfy { $0.mean != nil })
    for (first, second) in [([1, 1], [2, 2, 2]), ([1, 1, 1], [2, 2])] as [([Exact], [Exact])] {
      let found = drift(first, second, least: 3)
      #expect(found.count == 2)
      #expect(found.allSatisfy { $0.mean == nil && $0.othersMean == nil })
    }
  }

  @Test func `the last decision of an author on an item is the case`() {
    var world = CrossWorld(units: 2)
    for unit in 0..<2 { world.claim(2, 0, of: unit) }
    world.enter(0, 1, .setPoints(1, beyondRule: false), by: "to/01", of: 0)
    world.enter(0, 3, .setPoints(2, beyondRule: false), by: "to/01", of: 0)
    world.enter(0, 1, .rejectEvidence([]), by: "to/02", of: 1)
    // Asking moves nothing, and neither does the council.
    world.enter(0, 3, .requestExplanation, by: "to/03", of: 0)
    world.enter(0, 4, .setPoints(0, beyondRule: false), by: "council", of: 0)
    let found = checks(world, least: 1).drift
    #expect(found.map(\.author) == ["to/01", "to/02"])
    #expect(found.map(\.mean) == [0, -2])
  }
}
