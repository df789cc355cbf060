import Diagnostics
import EventLog
import Foundation
import Grading
import Loading
import RoundGenerator
import TestSupport
import Testing

/// The history of the shipped round: what its files say, as events that break no rule.
@Suite struct SampleHistoryTests {
  /// The round with appraisal files, as the generator writes it, beside the shipped criteria.
  private struct Files {
    let folder: TemporaryFolder
    var round: String { folder.path("Submissions/khanh-hoa-2017") }

    init() throws {
      folder = try TemporaryFolder()
      let manager = FileManager.default
      try manager.createDirectory(atPath: round, withIntermediateDirectories: true)
      try manager.createDirectory(
        atPath: folder.path("Criteria"), withIntermediateDirectories: true)
      try manager.copyItem(
        atPath: SampleRoundTests.root + "/Criteria/khanh-hoa-2017",
        toPath: folder.path("Criteria/khanh-hoa-2017"))
      for name in ["round.yaml", "units.yaml", "dossiers"] {
        try manager.copyItem(
          atPath: SampleRoundTests.round + "/" + name, toPath: round + "/" + name)
      }
      try SampleRound(
        criteriaFolder: folder.path("Criteria/khanh-hoa-2017"), roundFolder: round, year: 2017
      ).write(to: round)
    }
  }

  @Test func `the shipped log is what the generator writes, and means what its files mean`() throws
  {
    let files = try Files()
    let before = try #require(loadRound(files.round).loaded).round()
    try SampleHistory.write(to: files.round)
    let made = try Data(contentsOf: URL(fileURLWithPath: files.round + "/events.jsonl"))
    let shipped = try Data(
      contentsOf: URL(fileURLWithPath: SampleRoundTests.round + "/events.jsonl"))
    #expect(made == shipped)
    let after = try #require(loadRound(files.round).loaded).round()
    for (old, new) in zip(before.units, after.units) {
      #expect(old.totals.last == new.totals.last, "\(old.record.unit.id)")
    }
  }

  @Test func `the shipped log breaks no rule of procedure`() throws {
    let loaded = try #require(ShippedRoundTests.loading.loaded)
    let log = try #require(loaded.log)
    #expect(log.count > 300)
    let problems = loaded.procedureProblems(loaded.round())
    #expect(problems.isEmpty, "\(TextRenderer(language: .english).render(problems))")
  }

  @Test func `the shipped log ends as it did`() throws {
    let path = SampleRoundTests.round + "/events.jsonl"
    let reading = LogReader(path, displayPath: "events.jsonl", round: "khanh-hoa-2017").read()
    #expect(reading.isSound)
    #expect(reading.diagnostics.isEmpty)
    let days = try #require(ShippedRoundTests.loading.loaded?.log).state
    #expect(days.event(1)?.content.time.isoText == "2017-12-01T08:00:00")
    #expect(days.last?.content.time.isoText == "2018-01-15T14:30:00")
  }
}
