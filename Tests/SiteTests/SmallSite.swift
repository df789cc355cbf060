import Diagnostics
import Foundation
import Grading
import Loading
import TestSupport
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

  /// A round of the year before: less done, and one band elsewhere.
  static let earlier = Result { () throws -> Round in
    let home = try TemporaryFolder()
    let copy = home.path("earlier")
    try FileManager.default.copyItem(atPath: folder, toPath: copy)
    func edit(_ file: String, _ pairs: KeyValuePairs<String, String>) throws {
      let url = URL(fileURLWithPath: "\(copy)/\(file)")
      var text = try String(contentsOf: url, encoding: .utf8)
      for (old, new) in pairs {
        try #require(text.contains(old))
        text = text.replacingOccurrences(of: old, with: new)
      }
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    try edit(
      "round.yaml",
      ["năm 2017": "năm 2016", "ky-nho-2017": "ky-nho-2016", "year: 2017": "year: 2016"])
    try edit("criteria/so.yaml", ["from: 95%": "from: 90%"])
    for unit in FileAccess.names(in: "\(copy)/units") {
      try edit("units/\(unit)/self-assessment.yaml", ["ky-nho-2017": "ky-nho-2016"])
    }
    try edit("units/so-y-te/appraisal.yaml", ["ky-nho-2017": "ky-nho-2016"])
    try edit("units/so-y-te/self-assessment.yaml", ["completed: 2": "completed: 1"])
    let loading = loadRound(copy)
    return try #require(loading.loaded, "\(loading.diagnostics)").round()
  }

  /// The same round with another plan: what the plan says beside scores can be changed.
  static func round(_ change: (inout RoundPlan) -> Void) throws -> Round {
    let loading = loadRound(folder)
    let loaded = try #require(loading.loaded)
    var plan = loaded.round().plan
    change(&plan)
    let round = try Self.round
    return Round(plan: plan, sets: round.sets, records: loaded.records)
  }

  /// A page by its path.
  static func page(_ path: String, of site: Site) throws -> String {
    let page = try #require(site.pages.first { $0.path == path }, "there is no \(path)")
    return String(decoding: page.render(), as: UTF8.self)
  }
}
