import Diagnostics
import EventLog
import Foundation
import Grading
import TestSupport
import Testing

@testable import Loading

/// Nobody records anything on files of the round that were changed without a word in its log.
@Suite struct UnrecordedChangeTests {
  private let round: LoggedRound

  init() throws { round = try LoggedRound() }

  private func content(
    _ kind: EventKind, _ change: (inout EventContent) -> Void = { _ in }
  ) throws -> EventContent {
    var content = EventContent(
      time: try #require(EventTime(parsing: "2018-01-02T09:00:00")), author: "to-giup-viec/02",
      role: "helper-team", kind: kind)
    content.unit = "so-y-te"
    change(&content)
    return content
  }

  private var appraised: EventContent {
    get throws {
      try content(.appraised) {
        $0.stage = "appraisal-1"
        $0.subject = .item("1.1.1")
        $0.decision = .accept
        $0.to = .points(.one)
        $0.text = "Đủ tài liệu"
      }
    }
  }

  /// Files that keep the events from being recorded.
  private func inTheWay(_ contents: EventContent...) throws -> [String] {
    let loaded = try round.standing()
    return EventRecording(loaded, loaded.round(), contents).problems
      .filter { $0.code == .fileChangedSince }.map { problem in
        #expect(problem.severity == .error)
        return (problem.primary.span.file.path as NSString).lastPathComponent
      }.sorted()
  }

  @Test func `no decision stands on a register or on criteria that nobody brought in`() throws {
    #expect(try inTheWay(appraised) == [])
    try round.edit("registers/reports.csv") { $0.replacing("so-y-te,0", with: "so-y-te,1") }
    #expect(try inTheWay(appraised) == ["reports.csv"])
    try round.edit("../criteria/so.yaml") { $0.replacing("above: 90%", with: "above: 80%") }
    #expect(try inTheWay(appraised) == ["reports.csv", "so.yaml"])
    let loaded = try round.standing()
    let failure = #expect(throws: LogFailure.self) {
      try EventRecording(loaded, loaded.round(), [appraised]).append()
    }
    #expect(failure?.isForbidden == true)
    // What units hand in does not wait for others' figures.
    #expect(try inTheWay(content(.submitted)) == [])
    #expect(try inTheWay(content(.submitted), appraised) == ["reports.csv", "so.yaml"])
    try round.replace(["registers/reports.csv"], at: "2018-01-01T09:00:00")
    #expect(try inTheWay(appraised) == ["so.yaml"])
    try round.edit("../criteria/so.yaml") { $0.replacing("above: 80%", with: "above: 90%") }
    #expect(try inTheWay(appraised) == [])
  }

  @Test(arguments: [
    ("round.yaml", "above: 0.5", "above: 50"), ("people.yaml", "format:", "# Khác\nformat:"),
  ])
  func `nobody acts by rules that were changed in silence`(
    _ name: String, _ old: String, _ new: String
  ) throws {
    try round.edit(name) { $0.replacing(old, with: new) }
    #expect(try inTheWay(appraised) == [name])
    #expect(try inTheWay(content(.submitted)) == [name])
    // That is how it is put right.
    #expect(try inTheWay(content(.replaced) { $0.unit = nil }) == [])
  }

  @Test func `criteria that came after the log was opened, or are gone, are changes too`() throws {
    let name = "../criteria/so-dac-thu.yaml"
    let url = URL(fileURLWithPath: "\(round.path)/\(name)")
    let bytes = try Data(contentsOf: url)
    try FileManager.default.removeItem(at: url)
    #expect(try inTheWay(appraised) == ["so-dac-thu.yaml"])
    #expect(try inTheWay(content(.submitted)) == [])
    try bytes.write(to: url)
    #expect(try inTheWay(appraised) == [])
    let later = try LoggedRound { try FileManager.default.removeItem(atPath: "\($0.path)/\(name)") }
    try bytes.write(to: URL(fileURLWithPath: "\(later.path)/\(name)"))
    let told = try later.standing().unrecordedChanges
    #expect(told.count == 1)
    #expect(told.first?.message.english.contains("was not there when event 1") == true)
  }

  @Test func `who may act is not settled by taking the list away, or by bringing one`() throws {
    let unnamed = try LoggedRound {
      try $0.edit("round.yaml", UnrecordedChangeTests.withoutNames)
    }
    let people = URL(fileURLWithPath: unnamed.path + "/people.yaml")
    let bytes = try Data(contentsOf: people)
    try FileManager.default.removeItem(at: people)
    let told = try unnamed.standing().unrecordedChanges
    #expect(told.map(\.primary.span.file.path) == [people.path])
    #expect(told.first?.message.english.contains("is gone") == true)
    let nobodys = try LoggedRound {
      try $0.edit("round.yaml", UnrecordedChangeTests.withoutNames)
      try FileManager.default.removeItem(atPath: $0.path + "/people.yaml")
    }
    #expect(try nobodys.standing().unrecordedChanges.isEmpty)
    try bytes.write(to: URL(fileURLWithPath: nobodys.path + "/people.yaml"))
    #expect(try nobodys.standing().unrecordedChanges.count == 1)
  }

  /// The list of people has its usual name, and nobody is assigned anything.
  private static func withoutNames(_ round: String) -> String {
    round.split(separator: "\n", omittingEmptySubsequences: false)
      .filter {
        !$0.hasPrefix("people:") && !$0.contains("assignments:") && !$0.contains("{people: [")
      }
      .joined(separator: "\n")
  }

  @Test func `an emptied log is no ground to publish on`() throws {
    try Data().write(to: URL(fileURLWithPath: round.path + "/events.jsonl"))
    let doubts = try round.load().doubts
    #expect(doubts.map(\.code) == [.logBroken] && doubts.map(\.severity) == [.error])
  }

  @Test func `the file, the event and who puts it right are said`() throws {
    try round.edit("registers/reports.csv") { $0.replacing("so-y-te,0", with: "so-y-te,1") }
    for language in Language.allCases {
      let told = TextRenderer(language: language).render(try round.standing().unrecordedChanges)
      expectGolden(
        told.replacing(round.home.path + "/", with: ""), "unrecorded.\(language.rawValue).txt")
    }
  }
}
