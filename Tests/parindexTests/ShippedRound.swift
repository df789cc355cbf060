import Diagnostics
import Grading
import Loading
import Reports
import Testing

/// The shipped round as the commands have it, read and computed once for all tests.
struct ShippedRound: Sendable {
  static let shared = Result { try ShippedRound() }

  let round: Round
  private let places: [String: Int]

  private init() throws {
    let loading = loadRound("\(Program.root)/Submissions/khanh-hoa-2017")
    round = try #require(loading.loaded).round()
    places = Dictionary(
      uniqueKeysWithValues: round.units.enumerated().map { ($1.record.unit.id, $0) })
  }

  func unit(_ id: String) throws -> Int { try #require(places[id]) }

  func item(_ id: String, of unit: Int) throws -> Int {
    try #require(round.sets[round.units[unit].record.set].itemIndex(id))
  }

  func block(_ id: String) throws -> Int {
    try #require(round.plan.blocks.firstIndex { $0.id == id })
  }
}
