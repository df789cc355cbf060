import TestSupport
import Testing

@testable import Grading

/// Random small rounds, and everything that their open things may come to.
struct IntervalPropertyTests {
  private static let set = Result { try OpenWorld.set() }

  /// Every way to answer questions by their ends, one list of answers each.
  private func combinations(_ questions: [OpenQuestion]) -> [[OpenQuestion.Answer]] {
    questions.reduce([[]]) { lists, question in
      lists.flatMap { list in question.ends.map { list + [$0] } }
    }
  }

  private func holds(_ interval: UnitInterval?, _ result: UnitResult) -> Bool {
    guard let total = result.totals.last ?? nil else { return false }
    if let exact = total.exactIndex {
      guard let index = interval?.index, index.lowestExact <= exact, exact <= index.highestExact
      else { return false }
    }
    guard let place = total.place?.number else { return true }
    return interval?.places.map { $0.best <= place && place <= $0.worst } ?? false
  }

  @Test(arguments: 0..<24)
  func `units that are worked out twice have the same intervals as those that are held`(
    _ seed: UInt64
  ) throws {
    let round = OpenWorld(seed: seed, set: try Self.set.get()).bench.round()
    let held = RoundIntervals(round)
    let anew = RoundIntervals(
      round, of: nil, gaps: nil, held: 0, workers: RoundIntervals.inOrder)
    for unit in round.units.indices { #expect(anew[unit] == held[unit]) }
  }

  @Test(arguments: 0..<24)
  func `every completion lies inside, and exact ends are reached`(_ seed: UInt64) throws {
    let world = OpenWorld(seed: seed, set: try Self.set.get())
    let intervals = RoundIntervals(world.bench.round())
    let names = world.questions.map { $0.map(\.name) }
    var random = SplitMix64(seed: seed &+ 500)
    func anything(_ own: [OpenQuestion]) -> [OpenQuestion.Answer] {
      own.compactMap { ($0.ends + $0.inner).randomElement(using: &random) }
    }
    for _ in 0..<12 {
      let final = world.completed(world.questions.map(anything))
      for (unit, result) in final.units.enumerated() {
        let isInside = holds(intervals[unit], result)
        #expect(isInside, "unit \(unit) of \(names)")
      }
    }
    // The extremes of each unit by itself, with the answers that lead there.
    var extremes: [(lowest: [OpenQuestion.Answer], highest: [OpenQuestion.Answer])] = []
    for unit in world.questions.indices {
      var found: [(index: Exact, answers: [OpenQuestion.Answer])] = []
      for answers in combinations(world.questions[unit]) {
        let all = world.questions.enumerated().map { other, own in
          other == unit ? answers : own.compactMap(\.ends.first)
        }
        let final = world.completed(all)
        for (other, result) in final.units.enumerated() {
          let isInside = holds(intervals[other], result)
          #expect(isInside, "unit \(other) of \(names)")
        }
        let total = try #require(final.units[unit].totals.last ?? nil)
        found.append((try #require(total.exactIndex), answers))
      }
      let lowest = try #require(found.min { $0.index < $1.index })
      let highest = try #require(found.max { $0.index < $1.index })
      extremes.append((lowest.answers, highest.answers))
      let index = try #require(intervals[unit]?.index)
      if index.isExact {
        #expect(lowest.index == index.lowestExact, "unit \(unit) of \(names)")
        #expect(highest.index == index.highestExact, "unit \(unit) of \(names)")
      }
      let isShared = world.questions[unit].contains(where: \.isShared)
      let othersShare = world.questions.joined().contains(where: \.isShared)
      if !othersShare { #expect(index.isExact, "unit \(unit) of \(names)") }
      if isShared, !index.isPoint, world.questions[unit].contains(where: { $0.name == "shared" }) {
        #expect(!index.isExact, "unit \(unit) of \(names)")
      }
    }
    for unit in world.questions.indices {
      let places = try #require(intervals[unit]?.places)
      guard places.isExact else { continue }
      func place(_ isBest: Bool) throws -> Int {
        let final = world.completed(
          extremes.enumerated().map { other, own in
            (other == unit) == isBest ? own.highest : own.lowest
          })
        return try #require(final.units[unit].totals.last??.place?.number)
      }
      #expect(try place(true) == places.best, "unit \(unit) of \(names)")
      #expect(try place(false) == places.worst, "unit \(unit) of \(names)")
    }
  }

  /// The property would say nothing if hardly anything were open, or hardly anything exact.
  @Test func `random rounds hold exact and outer bounds of both kinds, and every question`() throws
  {
    let set = try Self.set.get()
    var (exact, outer, exactPlaces, outerPlaces) = (0, 0, 0, 0)
    var asked: Set<String> = []
    for seed in 0..<24 as Range<UInt64> {
      let world = OpenWorld(seed: seed, set: set)
      asked.formUnion(world.questions.joined().map(\.name))
      let intervals = RoundIntervals(world.bench.round())
      for unit in world.questions.indices {
        if let index = intervals[unit]?.index, !index.isPoint {
          if index.isExact { exact += 1 } else { outer += 1 }
        }
        if let places = intervals[unit]?.places, !places.isPoint {
          if places.isExact { exactPlaces += 1 } else { outerPlaces += 1 }
        }
      }
    }
    #expect(exact > 10 && outer > 10, "\(exact), \(outer)")
    #expect(exactPlaces > 3 && outerPlaces > 3, "\(exactPlaces), \(outerPlaces)")
    let all = OpenQuestion.all(set).joined().map(\.name)
    #expect(all.allSatisfy(asked.contains), "\(Set(all).subtracting(asked))")
  }
}
