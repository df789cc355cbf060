import Diagnostics
import Foundation
import Grading
import Loading
import Testing

@testable import Site

/// The small round of this folder, loaded once, and sites of it.
struct SmallSite {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Round").path

  private static let shared = Result { () throws -> Round in
    let loading = loadRound(folder)
    let loaded = try #require(loading.loaded, "\(loading.diagnostics)")
    let errors = loading.diagnostics.filter { $0.severity == .error }
    try #require(errors.isEmpty, "\(errors.map { $0.message[.english] })")
    return loaded.round()
  }

  static var round: Round { get throws { try shared.get() } }

  /// The same round with another plan: what the plan says beside scores can be changed.
  static func round(_ change: (inout RoundPlan) -> Void) throws -> Round {
    let loading = loadRound(folder)
    let loaded = try #require(loading.loaded)
    var plan = loaded.round().plan
    change(&plan)
    let round = try Self.round
    return Round(plan: plan, sets: round.sets, drafts: loaded.drafts)
  }

  /// A page by its path.
  static func page(_ path: String, of site: Site) throws -> String {
    let page = try #require(site.pages.first { $0.path == path }, "there is no \(path)")
    return String(decoding: page.render(), as: UTF8.self)
  }
}
