import Diagnostics
import Grading
import Loading
import RoundGenerator
import TestSupport
import Testing

/// The sample round and a large one, read and computed as anybody's rounds are.
struct ShippedRoundTests {
  static let loading = loadRound(SampleRoundTests.round)

  static func standing() throws -> (round: Round, last: Int) {
    let round = try #require(loading.loaded).round()
    return (round, round.layers.count - 1)
  }

  @Test
  func `only the printed tables of the shipped round give cause for complaint`() throws {
    let loading = Self.loading
    #expect(try #require(loading.loaded).leftOut.isEmpty)
    for diagnostic in loading.diagnostics {
      #expect(diagnostic.severity != .error, "\(diagnostic)")
      #expect(diagnostic.primary.span.file.path.contains("/dossiers/"), "\(diagnostic)")
    }
  }

  @Test
  func `the shipped round shows all four grades and a grade lowered by a condition`() throws {
    let (round, last) = try Self.standing()
    let grades = round.units.compactMap { $0.totals[last]?.grade?.grade }
    #expect(Set(grades) == [0, 1, 2, 3])
    // Its late rate is real: 35 of 222.
    let capped = try #require(
      round.units.first { $0.record.unit.id == "ninh-hoa-xa-ninh-trung" }?.totals[last]?.grade)
    #expect(capped.fromIndex == 0)
    #expect(capped.grade == 1)
  }

  @Test
  func `most units of the shipped round stand between sixty and ninety-five`() throws {
    let (round, last) = try Self.standing()
    let indexes = round.units.filter(\.isSubmitted).compactMap { $0.totals[last]?.index }
    #expect(indexes.count == 180)
    #expect(indexes.count { Exact(60) <= $0 && $0 <= Exact(95) } > 170)
  }

  @Test
  func `two ties and one unit without a place are in the shipped round`() throws {
    let (round, last) = try Self.standing()
    func place(_ id: String) -> Place? {
      round.units.first { $0.record.unit.id == id }?.totals[last]?.place
    }
    for pair in [
      ("ban-qlda-nong-nghiep", "ban-qlda-giao-thong"),
      ("khanh-vinh-xa-khanh-nam", "khanh-vinh-xa-khanh-binh"),
    ] {
      #expect(place(pair.0)?.isTied == true)
      #expect(place(pair.0) == place(pair.1))
    }
    #expect(place("ninh-hoa-xa-ninh-tay") == nil)
  }

  /// A unit more in this list is a fault that the scenarios did not ask for.
  @Test
  func `the shipped round is provisional where its scenarios say so and nowhere else`() throws {
    let (round, last) = try Self.standing()
    let provisional = round.units
      .filter { $0.isSubmitted && $0.totals[last]?.isProvisional == true }
      .map { $0.record.unit.id }
    expectGolden(provisional.joined(separator: "\n") + "\n", "provisional-units.txt")
  }

  @Test
  func `a large round is read without any complaint and scored whole`() throws {
    let folder = try TemporaryFolder()
    try LargeRound(units: 9, blocks: 3, writesEvidence: true).write(to: folder.path("big"))
    let loading = loadRound(folder.path("big"))
    #expect(
      loading.diagnostics.isEmpty, "\(TextRenderer(language: .english).render(loading.diagnostics))"
    )
    let round = try #require(loading.loaded).round()
    #expect(round.units.count == 9)
    #expect(round.groups.count == 3)
    for unit in round.units {
      #expect(unit.totals[round.layers.count - 1]?.isProvisional == false)
    }
  }
}
