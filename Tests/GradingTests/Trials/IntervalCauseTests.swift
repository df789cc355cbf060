import Diagnostics
import TestRounds
import TestSupport
import Testing

@testable import Grading

/// Each cause of openness by itself, and what makes a bound an outer one.
struct IntervalCauseTests {
  /// Points that item 1.1 to 1.9 of the sound round give: 15.4 of 17.
  private static let sound = Exact(2) + 2 + exact("1.6") + exact("1.8") + 1 + 1 + 2 + 2 + 2

  private func index(_ points: Exact, of maximum: Exact = 17) -> Exact? {
    (points * 100).divided(by: maximum)
  }

  /// What a spoilt sound round leaves to its first unit, as points of 17.
  private func expect(
    _ lowest: Exact, _ highest: Exact, exact: Bool, at location: SourceLocation = #_sourceLocation,
    _ spoil: (inout GapWorld) -> Void
  ) {
    var world = GapWorld()
    spoil(&world)
    let found = world.round.interval(of: 0)?.index
    #expect(found?.lowestExact == index(Self.sound + lowest), sourceLocation: location)
    #expect(found?.highestExact == index(Self.sound + highest), sourceLocation: location)
    #expect(found?.isExact == exact, sourceLocation: location)
  }

  @Test func `points that nothing proves may stay or go`() {
    expect(-2, 0, exact: true) { $0.answer(0) { $0.citations = [] } }
    expect(-2, 0, exact: true) { $0.document { $0.state = .missing } }
    expect(-2, 0, exact: true) { $0.enter(0, 1, .rejectEvidence(["plan"])) }
    // Somebody has decided.
    expect(0, 0, exact: true) {
      $0.answer(0) { $0.citations = [] }
      $0.enter(0, 1, .accept)
    }
    expect(-2, 0, exact: true) {
      $0.set.items[0].withoutEvidence = .pending
      $0.answer(0) { $0.citations = [] }
    }
  }

  @Test func `a fault of form moves nothing`() {
    expect(0, 0, exact: true) { $0.document { $0.issuer = nil } }
  }

  @Test func `a claim above what the rule gives may be granted`() {
    expect(-1, 0, exact: true) {
      $0.records[0].assessment.inputs[0] = .given(.number(1))
      $0.answer(0) { $0.claim = 2 }
    }
  }

  @Test func `a disputed figure lies between what its keeper and the unit say`() {
    func dispute(_ figure: String, _ claim: Value) -> (inout GapWorld) -> Void {
      {
        $0.records[0].assessment.disputes = [
          Dispute(figure: figure, claim: claim, ground: "…", line: 1)
        ]
      }
    }
    expect(-1, 0, exact: true, dispute("reports.late", .number(2)))
    expect(0, exact("0.2"), exact: true, dispute("dossiers.in_time_rate", .number(1)))
    expect(-1, 0, exact: true, dispute("submission.linked_list", .truth(false)))
    // Bands that rise and fall give no bound between the two values.
    expect(-2, 0, exact: false) {
      $0.set.items[1].rule = .steps(
        StepsRule(
          of: GapWorld.expression(.figure(0)),
          bands: [
            Band(lower: nil, upper: .upTo(1), points: 1),
            Band(lower: nil, upper: .upTo(3), points: 0),
            Band(lower: .above(3), upper: nil, points: 2),
          ]))
      dispute("reports.late", .number(2))(&$0)
    }
  }

  @Test func `an input that contradicts its figure may become it`() {
    expect(-1, 0, exact: true) { $0.records[0].assessment.inputs[2] = .given(.number(1)) }
    expect(0, 0, exact: true) { _ in }
  }

  @Test func `what is still open at the lock comes out as the round says`() {
    for (policy, lowest) in [
      (OpenAtPublication.unranked, Exact(1)), (.zero, 0), (.exclude, 1),
    ] {
      var world = GapWorld()
      world.plan.openAtPublication = policy
      world.set.items[4].reachable = 1...2
      world.records[0].entries = []
      let found = world.round.interval(of: 0)?.index
      let rest = Self.sound - 1
      #expect(found?.lowestExact == index(rest + lowest))
      let most = policy == .exclude ? index(rest, of: 15) : index(rest + 2)
      #expect(found?.highestExact == max(most ?? 0, index(rest + 2) ?? 0))
      #expect(found?.isExact == true)
    }
  }

  @Test func `points close to a maximum that does not end are rounded above it`() {
    let most = exact("5/3")
    for (maximum, highest, isExact) in [(most, exact("1.67"), false), (2, Exact(2), true)] {
      var world = GapWorld()
      world.set.items[3].maximum = maximum
      world.set.items[3].reachable = 0...maximum
      world.figure("dossiers.in_time_rate", .missing)
      let found = world.round.interval(of: 0)?.index
      let rest = Self.sound - exact("1.8")
      #expect(found?.highestExact == index(rest + highest, of: 15 + maximum))
      #expect(found?.isExact == isExact)
    }
  }

  // MARK: Places

  private func places(
    _ ties: TieMethod = .competition, _ breakers: [String] = [], units: Int = 2,
    _ spoil: (inout GapWorld) -> Void
  ) -> [PlaceInterval?] {
    var world = GapWorld()
    let block = world.plan.blocks[0]
    world.plan.blocks[0] = Block(
      id: block.id, title: "", council: "", unitTypes: [], grades: [], gradesOn: .rounded,
      rankedOn: .rounded, ties: ties, tieBreakers: breakers, groupsByParent: false,
      conditions: [], conditionFigures: [], gradesUnranked: false, span: GapWorld.span)
    for extra in ["c", "d"].prefix(units - 2) { world.records.append(world.makeRecord(extra)) }
    spoil(&world)
    let intervals = RoundIntervals(world.round)
    return world.records.indices.map { intervals[$0]?.places }
  }

  private func lacksCouncil(_ world: inout GapWorld, _ units: Int...) {
    for unit in units { world.records[unit].entries = [] }
  }

  private func interval(_ best: Int, _ worst: Int, exact: Bool) -> PlaceInterval {
    PlaceInterval(best: best, worst: worst, isExact: exact)
  }

  @Test func `two open units of one block pass each other both ways`() {
    let found = places(units: 3) { lacksCouncil(&$0, 0, 1) }
    #expect(found[0] == interval(1, 3, exact: true))
    #expect(found[1] == interval(1, 3, exact: true))
    // It stands still; either, both or none may come before it.
    #expect(found[2] == interval(1, 3, exact: true))
  }

  @Test func `without rivals one place is left, and it is exact`() {
    let found = places {
      $0.records[1].assessment.inputs = [0, 0, 0].map { .given(.number($0)) }
      lacksCouncil(&$0, 0)
    }
    #expect(found[0] == interval(1, 1, exact: true))
    #expect(found[1] == interval(2, 2, exact: true))
  }

  @Test func `dense places are exact only beside units that stand still`() {
    let one = places(.dense, units: 4) {
      $0.records[3].assessment.inputs[0] = .given(.number(1))
      lacksCouncil(&$0, 0)
    }
    #expect(one[0] == interval(1, 2, exact: true))
    #expect(one[1] == interval(1, 2, exact: false))
    let two = places(.dense, units: 3) { lacksCouncil(&$0, 0, 1) }
    #expect(two[0]?.isExact == false)
  }

  @Test func `tie-breakers make a tie at an end an outer bound`() {
    func open(_ world: inout GapWorld) { world.records[0].assessment.inputs[1] = .blank }
    // At its best it has what the other has, and may come before or behind it.
    #expect(places(.competition, []) { open(&$0) }[0] == interval(1, 2, exact: true))
    #expect(places(.competition, ["1.1"]) { open(&$0) }[0] == interval(1, 2, exact: false))
    // Nobody moves: they stand as they stand.
    let still = places(.competition, ["1.1"]) {
      $0.records[0].assessment.inputs[0] = .given(.number(1))
      $0.figure("reports.late", .known(.number(0)))
      $0.records[1].assessment.inputs[1] = .given(.number(1))
    }
    #expect(still == [interval(2, 2, exact: true), interval(1, 1, exact: true)])
  }

  @Test func `a unit whose files cannot be used may come in before others`() {
    let found = places {
      $0.records[1].assessment.isUnreadable = true
      $0.records[1].assessment.submittedAt = nil
    }
    #expect(found == [interval(1, 2, exact: false), nil])
  }

  // MARK: Others

  @Test func `a value of another unit makes an outer bound`() {
    var world = GapWorld()
    world.records[1].figures[6] = .missing
    let round = world.round
    let found = round.interval(of: 0)?.index
    // The best can only rise, and the share of it fall.
    #expect(found?.highestExact == index(Self.sound))
    #expect(found?.lowestExact == index(Self.sound - 2))
    #expect(found?.isExact == false)
    #expect(round.interval(of: 1)?.index?.isExact == true)
  }

  @Test func `a body below that can move makes an outer bound above, and a settled one none`() {
    for (isOpen, isExact) in [(true, false), (false, true)] {
      var world = GapWorld()
      var above = world.set
      above.items[1].rule = .subordinates(
        SubordinatesRule(
          of: .index, aggregate: .mean, atLeast: nil, absent: .zero, bands: [], from: nil))
      above.items[1].links = .subordinates
      world.records = [world.makeRecord("p"), world.makeRecord("c", parent: "p", block: 1)]
      if isOpen { world.records[1].assessment.answers[0]?.citations = [] }
      let record = world.records[1]
      let below = UnitRecord(
        unit: record.unit, set: 1, block: 1, assessment: record.assessment,
        figures: record.figures, entries: record.entries)
      let round = Round(
        plan: world.plan, sets: [above, world.set],
        records: [world.records[0], below])
      #expect(round.units[0].totals.last??.isProvisional == false)
      let index = round.interval(of: 0)?.index
      #expect(index?.isExact == isExact)
      #expect(index?.isPoint == isExact)
      #expect(round.interval(of: 1)?.index?.isExact == true)
    }
  }

  @Test func `two items that read one missing figure are no longer exact`() {
    for (isShared, isExact) in [(true, false), (false, true)] {
      var world = GapWorld()
      let late = DeductionRule.Kind(
        count: GapWorld.expression(.figure(isShared ? 0 : 2)), points: exact("0.5"))
      world.set.items[3].rule = .deduction(DeductionRule(kinds: [late], floor: 0))
      world.figure("reports.late", .missing)
      world.figure("dossiers.in_time_rate", .missing)
      #expect(world.round.interval(of: 0)?.index?.isExact == isExact)
    }
  }
}
