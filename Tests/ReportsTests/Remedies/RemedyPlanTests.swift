import Diagnostics
import Grading
import Testing

@testable import Reports

/// What counts as a lost point, and what as planned, done, late and overdue.
struct RemedyPlanTests {
  private let round: Round
  private let unit: Int
  private let set: CriteriaSet

  init() throws {
    let sample = try SampleRound()
    round = sample.round
    unit = try sample.unit("so-tai-chinh")
    set = round.sets[round.units[unit].record.set]
  }

  private func remedy(_ item: Int, done: CalendarDay? = nil) -> Remedy {
    Remedy(
      item: item, cause: "Chậm", measure: "Làm sớm", person: "Văn phòng",
      due: SampleRound.day(2018, 6, 30), done: done, span: SampleRound.span("remedies.yaml", 7))
  }

  private func plan(_ remedies: [Remedy], isDraft: Bool = false, asOf day: CalendarDay? = nil)
    -> RemedyPlan
  {
    RemedyPlan(
      round, unit: unit,
      submission: RemedySubmission(
        submittedAt: isDraft ? nil : LocalMoment(SampleRound.day(2018, 2, 28)), remedies: remedies),
      asOf: day)
  }

  private func state(done: (Int, Int)?, asOf day: (Int, Int)?, isDraft: Bool = false) throws
    -> RemedyState
  {
    let lost = try #require(plan([]).items.first).item
    func date(_ part: (Int, Int)) -> CalendarDay { SampleRound.day(2018, part.0, part.1) }
    let made = plan(
      [remedy(lost, done: done.map(date))], isDraft: isDraft, asOf: day.map(date))
    return try #require(made.items.first).state
  }

  @Test func `every unit loses what its sheet lacks, item by item, and nothing else`() {
    for place in round.units.indices {
      let plan = RemedyPlan(round, unit: place, submission: nil)
      let result = round.units[place]
      let set = round.sets[result.record.set]
      let sheet = result.sheets[round.layers.count - 1]
      #expect(plan.open == set.items.indices.filter { sheet[$0].state.isOpen })
      let found = Dictionary(uniqueKeysWithValues: plan.items.map { ($0.item, $0.lost) })
      for item in set.items {
        let outcome = sheet[item.index]
        let lost: Exact =
          switch (outcome.state, set.areas[item.area].kind) {
          case (.scored, .regular): item.maximum - outcome.points
          case (.scored, .penalty): outcome.points
          default: .zero
          }
        #expect(found[item.index] ?? .zero == max(.zero, lost), "\(item.id)")
      }
      #expect(plan.items.map(\.lost) == plan.items.map(\.lost).sorted(by: >))
      #expect(plan.sums.lost == plan.items.map(\.lost).reduce(.zero, +))
      #expect(plan.sums.missing == plan.sums.lost && plan.sums.missingItems == plan.items.count)
    }
  }

  @Test func `the final points of a unit that is complete are its maximum less what it lost`()
    throws
  {
    let complete = round.units.indices.filter { place in
      let set = round.sets[round.units[place].record.set]
      let plan = RemedyPlan(round, unit: place, submission: nil)
      return plan.open.isEmpty && set.areas.allSatisfy { $0.kind == .regular }
    }
    try #require(!complete.isEmpty)
    for place in complete {
      let total = try #require(round.units[place].totals.last ?? nil)
      let plan = RemedyPlan(round, unit: place, submission: nil)
      #expect(total.points == total.maximum - plan.sums.lost)
    }
  }

  @Test func `what is planned and what is not add up to what was lost`() {
    let lost = plan([]).items
    for count in 0...lost.count {
      let sums = plan(lost.prefix(count).map { remedy($0.item) }).sums
      #expect(sums.covered + sums.missing == sums.lost)
      #expect(sums.coveredItems == count && sums.missingItems == lost.count - count)
      #expect(sums.covered == lost.prefix(count).map(\.lost).reduce(.zero, +))
    }
  }

  @Test func `a draft covers nothing`() throws {
    let lost = plan([]).items
    let sums = plan(lost.map { remedy($0.item, done: SampleRound.day(2018, 3, 1)) }, isDraft: true)
      .sums
    #expect(sums.coveredItems == 0 && sums.done == 0 && sums.missing == sums.lost)
    #expect(try state(done: nil, asOf: (12, 31), isDraft: true) == .drafted)
  }

  @Test func `a plan is overdue from the day after its last day`() throws {
    #expect(try state(done: nil, asOf: nil) == .planned)
    #expect(try state(done: nil, asOf: (6, 30)) == .planned)
    #expect(try state(done: nil, asOf: (7, 1)) == .overdue)
  }

  @Test func `what is done on the last day is in time, a day later it is late`() throws {
    #expect(try state(done: (6, 30), asOf: nil) == .done)
    #expect(try state(done: (7, 1), asOf: nil) == .doneLate)
  }

  @Test func `on an earlier day what was done later is not done yet`() throws {
    #expect(try state(done: (5, 15), asOf: (5, 14)) == .planned)
    #expect(try state(done: (5, 15), asOf: (5, 15)) == .done)
    #expect(try state(done: (7, 20), asOf: (7, 10)) == .overdue)
    #expect(try state(done: (7, 20), asOf: (7, 20)) == .doneLate)
  }

  @Test func `a plan where nothing was lost is named and counts for nothing`() throws {
    var tried = 0
    for place in round.units.indices {
      let bare = RemedyPlan(round, unit: place, submission: nil)
      let lost = Set(bare.items.map(\.item))
      let set = round.sets[round.units[place].record.set]
      for whole in set.items.indices where !lost.contains(whole) {
        tried += 1
        let made = RemedyPlan(
          round, unit: place,
          submission: RemedySubmission(
            submittedAt: LocalMoment(SampleRound.day(2018, 2, 28)), remedies: [remedy(whole)]))
        #expect(made.unneeded.map(\.item) == [whole])
        #expect(made.sums == bare.sums)
      }
    }
    #expect(tried > 20)
  }

  @Test func `an item of another id is said to be gone, and one of another title to be renamed`()
    throws
  {
    let lost = plan([]).items
    try #require(lost.count > 1)
    let same = RemedyFollowUp(plan([]), of: round, in: round, unit: unit).entries
    #expect(same.map(\.item) == lost.map(\.item) && same.allSatisfy { !$0.isRenamed })
    let other = try #require(
      round.units.firstIndex { $0.record.set != round.units[unit].record.set })
    let set = round.sets[round.units[other].record.set]
    for entry in RemedyFollowUp(plan([]), of: round, in: round, unit: other).entries {
      let item = self.set.items[entry.last.item]
      #expect(entry.item == set.itemIndex(item.id))
      #expect(entry.isRenamed == (entry.item.map { set.items[$0].title != item.title } ?? false))
    }
  }
}
