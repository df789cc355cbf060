import Diagnostics
import Foundation
import Grading
import Loading
import Testing

@testable import Papers

/// The small round of the site's tests, and its papers.
struct SmallPapers {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("SiteTests/Round").path

  static var options: PaperOptions {
    var options = PaperOptions()
    options.office.authority = "Ủy ban nhân dân tỉnh Khánh Hòa"
    options.office.place = "Khánh Hòa"
    options.office.organiser = "so-noi-vu"
    options.office.underAuthority = ["so"]
    return options
  }

  /// - Parameter change: what the round says beside scores can be changed.
  static func round(_ change: (inout RoundPlan) -> Void = { _ in }) throws -> Round {
    let loading = loadRound(folder)
    let loaded = try #require(loading.loaded, "\(loading.diagnostics)")
    let round = loaded.round()
    var plan = round.plan
    change(&plan)
    return Round(plan: plan, sets: round.sets, records: loaded.records)
  }

  static func draft(_ plan: inout RoundPlan) { plan.publication = Publication() }

  static func papers(
    _ language: Language = .vietnamese, _ change: (inout RoundPlan) -> Void = { _ in }
  ) throws -> RoundPapers {
    RoundPapers(try round(change), language, options)
  }

  static func unit(_ id: String, _ papers: RoundPapers) throws -> Int {
    try #require(papers.round.units.firstIndex { $0.record.unit.id == id })
  }
}
