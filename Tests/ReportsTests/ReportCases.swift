import Diagnostics
import Foundation
import Grading
import Loading
import Testing

/// The files that tests of Reports read, and how they read them.
enum ReportCases {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let root = folder.deletingLastPathComponent().deletingLastPathComponent()

  /// A criteria file that must be without fault.
  static func set(_ name: String) throws -> CriteriaSet {
    try load(folder.appendingPathComponent("Cases/\(name).yaml").path)
  }

  static func shipped(_ name: String) throws -> CriteriaSet {
    try load(root.appendingPathComponent("Criteria/khanh-hoa-2017/\(name).yaml").path)
  }

  static func load(_ path: String) throws -> CriteriaSet {
    let loading = loadCriteriaSet(path)
    try #require(
      loading.diagnostics.isEmpty,
      "\(TextRenderer(language: .english).render(loading.diagnostics))")
    return try #require(loading.set)
  }

  static let calendar = RoundCalendar(
    year: 2017,
    deadlines: ["self_assessment": LocalMoment(CalendarDay(number: 17520), minute: 17 * 60)])
}
