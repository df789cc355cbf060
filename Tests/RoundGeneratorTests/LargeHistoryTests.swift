import Diagnostics
import EventLog
import Grading
import Loading
import RoundGenerator
import TestSupport
import Testing

/// The log of a large round is whole, is about that round's units and items, and can be had again.
struct LargeHistoryTests {
  private func write(_ events: Int, seed: UInt64 = 2017) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try LargeRound(units: 7, seed: seed, events: events).write(to: folder.path)
    return folder
  }

  @Test func `it has as many events as asked for, and its chain holds`() throws {
    for count in [11, 12, 100, 400] {
      let folder = try write(count)
      let (events, reading) = LogReader(folder.path("events.jsonl"), round: "do-toc-do").events()
      #expect(reading.diagnostics.isEmpty)
      #expect(events.count == count)
      let units = Set(events.compactMap(\.content.unit))
      #expect(units == Set((1...7).map { "don-vi-0000\($0)" }))
      #expect(events.count { $0.content.kind == .submitted } == 7)
      for event in events {
        guard let number = event.content.answers else { continue }
        let asked = events[number - 1].content
        #expect(asked.kind == .explanationRequested)
        #expect(asked.unit == event.content.unit && asked.subject == event.content.subject)
      }
    }
  }

  @Test func `the same seed gives the same log, another one another`() throws {
    func log(_ folder: TemporaryFolder) throws -> [String] { try folder.lines(of: "events.jsonl") }
    let first = try log(try write(200))
    #expect(try log(try write(200)) == first)
    #expect(try log(try write(200, seed: 2018)) != first)
  }

  @Test func `the round is computed with its log`() throws {
    let folder = try write(400)
    let loading = loadRound(folder.path)
    #expect(
      loading.diagnostics.isEmpty, "\(TextRenderer(language: .english).render(loading.diagnostics))"
    )
    let loaded = try #require(loading.loaded)
    #expect(loaded.log?.count == 400)
    let round = loaded.round()
    #expect(round.units.allSatisfy { $0.isSubmitted && !$0.record.entries.isEmpty })
    #expect(round.refusals.isEmpty)
  }
}
