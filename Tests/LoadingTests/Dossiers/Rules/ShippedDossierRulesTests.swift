import Diagnostics
import DossierCounting
import Foundation
import Grading
import Loading
import Testing

/// The rules of the letter of 2019 load clean and say what the letter says.
struct ShippedDossierRulesTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Criteria/khanh-hoa-2019").path

  private func rules() throws -> DossierRules {
    let loading = loadDossierRules(
      "\(Self.folder)/dossier-rules.yaml", units: ShippedDossierTablesTests.units)
    #expect(
      loading.diagnostics.isEmpty, "\(TextRenderer(language: .english).render(loading.diagnostics))"
    )
    #expect(
      loading.digests.map { $0.path.split(separator: "/").last ?? "" } == [
        "dossier-rules.yaml", "land-procedures.csv", "calendar.yaml",
      ])
    return try #require(loading.rules)
  }

  private func day(_ text: String) throws -> CalendarDay {
    try #require(LocalMoment(parsing: text)).day
  }

  @Test func `every exclusion has its clause, in the order in which they decide`() throws {
    let rules = try rules()
    #expect(
      rules.exclusions.map(\.id) == [
        "previous-year", "after-window", "land-registry", "outage-at-handover", "outage-quarter",
        "software-error",
      ])
    #expect(rules.exclusions.allSatisfy { $0.clause != nil && $0.from == .all })
    #expect(rules.lists.map(\.id) == ["linked-late", "turned-late-after-deadline"])
  }

  @Test func `explanations end with 4 December and subjective causes are not considered`() throws {
    let rules = try rules()
    #expect(rules.explanationsUntil == LocalMinute(startOf: try day("2019-12-05")))
    #expect(rules.causes.filter(\.isConsidered).map(\.id) == ["software-error"])
    #expect(rules.causes.last?.offeredFor == "linked-late")
  }

  @Test func `the periods are the months, without a gap, and end with the window`() throws {
    let rules = try rules()
    #expect(rules.periods.count == 12)
    #expect(rules.periods.first?.span.start == rules.window.start)
    #expect(rules.periods.last?.span.end == rules.window.end)
    for (one, next) in zip(rules.periods, rules.periods.dropFirst()) {
      #expect(one.span.end == next.span.start)
    }
  }

  @Test func `a check of paths knows the format`() {
    let check = PathCheck(["\(Self.folder)/dossier-rules.yaml"])
    #expect(check.diagnostics.isEmpty)
    #expect(check.fileCount == 1)
  }
}
