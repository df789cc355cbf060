import Diagnostics
import EventLog
import Foundation
import Grading
import TestSupport
import Testing

@testable import Loading

/// A small round with a log, that a test may change.
struct LoggedRound {
  let home: TemporaryFolder
  var path: String { home.path("thử/round") }

  /// - Parameter change: changes its files before the log is opened on them.
  init(_ change: (LoggedRound) throws -> Void = { _ in }) throws {
    home = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: BrokenInputTests.home.appendingPathComponent("Sound").path,
      toPath: home.path("thử"))
    try change(self)
    let loaded = try #require(try load().loaded)
    _ = try LogConversionRun(loaded, loaded.round()).run(
      by: "so-noi-vu/01", at: try #require(EventTime(parsing: "2017-12-01T08:00:00")),
      keepsCopies: true)
  }

  func load(asOf moment: String? = nil) throws -> RoundLoading {
    var options = RoundOptions()
    options.asOf = try moment.map { try #require(EventTime(parsing: $0)) }
    return loadRound(path, options: options)
  }

  func standing(asOf moment: String? = nil) throws -> LoadedRound {
    let loading = try load(asOf: moment)
    return try #require(
      loading.loaded, "\(TextRenderer(language: .english).render(loading.diagnostics))")
  }

  /// Changes one of its files.
  func edit(_ name: String, _ change: (String) -> String) throws {
    let text = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    let changed = change(text)
    try #require(changed != text)
    try changed.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
  }

  func append(_ kind: EventKind, at time: String, _ change: (inout EventContent) -> Void) throws {
    var content = EventContent(
      time: try #require(EventTime(parsing: time)), author: "so-noi-vu/01", role: "organiser",
      kind: kind)
    change(&content)
    _ = try LogWriter(folder: path, round: "vong-thu").append(content)
  }

  /// Records that files as they stand take the place of what the log has.
  func replace(_ names: [String], at time: String) throws {
    let replacement = try FileReplacement(names, in: path, from: nil, earlier: nil)
    try replacement.keep()
    try append(.replaced, at: time) {
      replacement.fill(&$0)
      $0.text = "Số liệu chính thức"
    }
  }

  /// What lies between two moments, told by the log.
  func difference(from: String, to: String? = nil) throws -> RoundDifference {
    let before = try standing(asOf: from)
    let after = try standing(asOf: to)
    let events = try #require(after.log).events(after: try #require(before.log).count)
    return RoundDifference(
      from: .init(before.round()), to: .init(after.round()),
      events: events.compactMap { DifferenceEvent($0.content, number: $0.sequence) })
  }

  /// The causes of a unit's items by their ids.
  func causes(_ difference: RoundDifference, of id: String = "so-y-te") -> [String:
    [DifferenceCause]]
  {
    let round = difference.after.round
    guard let change = difference.units.first(where: { round.units[$0.unit].record.unit.id == id })
    else { return [:] }
    let set = round.sets[round.units[change.unit].record.set]
    return Dictionary(
      uniqueKeysWithValues: change.items.map { (set.items[$0.item].id, $0.causes) })
  }
}
