import Diagnostics
import DossierCounting
import Grading
import Loading
import RoundGenerator
import Testing

/// The case records of the shipped round of 2019, as anybody's records are read.
struct ShippedRecordsTests {
  static let round = SampleRoundTests.folder(2019)
  static let loading = countCases(at: round + "/dossiers/records.yaml")

  @Test
  func `the round of 2019 reads without errors`() throws {
    let loading = loadRound(Self.round)
    #expect(try #require(loading.loaded).leftOut.isEmpty)
    for diagnostic in loading.diagnostics {
      #expect(diagnostic.severity != .error, "\(diagnostic)")
    }
  }

  /// The generator counts its own dossiers by the letter, the engine the shipped files by the rules.
  @Test
  func `the engine counts the shipped records as the generator meant them`() throws {
    let result = try #require(Self.loading.result)
    let meant = try SampleRoundTests.sample(2019).counts()
    let linked = try #require(result.rules.lists.firstIndex { $0.id == "linked-late" })
    for (unit, count) in zip(result.units, result.count.units) {
      var counted = SampleCount()
      counted.early = count.value(.early)
      counted.onDueDay = count.value(.onDueDay)
      counted.late = count.value(.late)
      counted.openInTime = count.value(.unresolvedInTime)
      counted.openOverdue = count.value(.unresolvedOverdue)
      counted.online = count.value(.online)
      counted.lateLinked = count.listed(linked)
      for (place, rule) in result.rules.exclusions.enumerated() where count.excluded(by: place) > 0
      {
        counted.excluded[rule.id] = count.excluded(by: place)
      }
      #expect(counted.isSame(as: meant[unit.id] ?? SampleCount()), "\(unit.id)")
    }
  }

  @Test
  func `each exclusion and each list of the letter has shipped dossiers`() throws {
    let result = try #require(Self.loading.result)
    for (place, rule) in result.rules.exclusions.enumerated() {
      #expect(result.count.units.contains { $0.excluded(by: place) > 0 }, "\(rule.id)")
    }
    for (place, list) in result.rules.lists.enumerated() {
      #expect(result.count.units.contains { $0.listed(place) > 0 }, "\(list.id)")
    }
  }

  @Test
  func `rows broken in each way are rejected, and few enough to count the rest`() throws {
    let result = try #require(Self.loading.result)
    // A missing due date is no reject: the rules say what holds.
    for reason in RejectReason.allCases where reason != .noDueDate && !reason.isRepeat {
      #expect(result.count.rejected(for: reason) > 0, "\(reason)")
    }
    #expect(result.repeats == .checked(same: 0, differing: 2))
    #expect(result.count.rejected == 15)
    #expect(result.count.rows > 9000)
    #expect(Self.loading.isUsable)
  }
}
