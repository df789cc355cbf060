import Diagnostics
import EventLog
import Foundation
import Grading
import RoundGenerator
import TestSupport
import Testing

@testable import Loading
@testable import YAMLReading

/// A folder for what is kept of rounds, and rounds read with it and without.
struct KeptRounds {
  let folder: TemporaryFolder
  var cache: String { folder.path("cache") }

  init() throws { folder = try TemporaryFolder() }

  func load(_ round: String, asOf moment: EventTime?, keeps: Bool) -> RoundLoading {
    var options = RoundOptions()
    options.asOf = moment
    if keeps { options.keeping = .init(folder: cache, engine: "thử", leastUnits: 1) }
    return loadRound(round, options: options)
  }

  /// Everything that entries say, in words that do not depend on how they are kept.
  func words(_ entry: AppraisalEntry) -> String {
    var decision = "\(entry.decision)"
    if case .adjust(let inputs) = entry.decision {
      decision = "adjust \(inputs.sorted { $0.key < $1.key })"
    }
    return "\(entry.event ?? 0) \(entry.subject) \(entry.stage) \(decision) \(entry.reason ?? "–") "
      + "\(entry.author) \(String(describing: entry.at)) \(entry.span.citation) "
      + "\(entry.span.start) \(entry.span.end) \(String(describing: entry.seen)) "
      + "\(entry.citations) \(entry.ground ?? "–") \(entry.amendedBy ?? "–")"
  }

  /// Reads a round twice, plainly and with what is kept, and holds the one against the other.
  func expectSame(
    _ round: String, asOf moment: EventTime?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let plain = load(round, asOf: moment, keeps: false)
    let kept = load(round, asOf: moment, keeps: true)
    #expect(plain.diagnostics == kept.diagnostics, sourceLocation: sourceLocation)
    #expect(plain.loaded?.digests == kept.loaded?.digests, sourceLocation: sourceLocation)
    #expect(plain.loaded?.leftOut == kept.loaded?.leftOut, sourceLocation: sourceLocation)
    guard let before = plain.loaded?.round(), let after = kept.loaded?.round() else {
      #expect((plain.loaded == nil) == (kept.loaded == nil), sourceLocation: sourceLocation)
      return
    }
    #expect(before.refusals == after.refusals, sourceLocation: sourceLocation)
    #expect(before.plan.publication == after.plan.publication, sourceLocation: sourceLocation)
    for (old, new) in zip(before.units, after.units) {
      let id = Comment(rawValue: "\(old.record.unit.id) as of \(moment?.isoText ?? "now")")
      #expect(
        old.record.entries.map(words) == new.record.entries.map(words), id,
        sourceLocation: sourceLocation)
      #expect(old.sheets == new.sheets, id, sourceLocation: sourceLocation)
      #expect(old.totals == new.totals, id, sourceLocation: sourceLocation)
      #expect(old.record.isLocked == new.record.isLocked, id, sourceLocation: sourceLocation)
      #expect(old.hasOpenRequests == new.hasOpenRequests, id, sourceLocation: sourceLocation)
    }
  }

  func times(_ round: String) -> [EventTime] {
    LogReader(round + "/events.jsonl").events().events.map(\.content.time)
  }

  /// A round made at random.
  func write(_ seed: UInt64 = 2017, events: Int = 160) throws -> String {
    let round = folder.path("round-\(seed)")
    try LargeRound(
      units: 6, blocks: seed.isMultiple(of: 2) ? 1 : 2, seed: seed,
      writesEvidence: seed.isMultiple(of: 2), events: events
    ).write(to: round)
    return round
  }

  /// The one file that all is kept in.
  var keptName: String {
    get throws {
      try #require(FileManager.default.contentsOfDirectory(atPath: cache).first)
    }
  }

  /// The bytes that are kept of units, by their names.
  func keptUnits() throws -> [String: [UInt8]] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(cache)/\(keptName)")))
    var found: [String: [UInt8]] = [:]
    var place = 0
    func word(_ number: Int) -> Int {
      bytes[(place + 64 + number * 8)..<(place + 72 + number * 8)].reversed()
        .reduce(0) { $0 << 8 | Int($1) }
    }
    while place < bytes.count {
      let (records, scalars) = (word(0), word(1))
      let start = place + 88 + records * MemoryLayout<NodeRecord>.stride
      if records == 0 {
        found[String(decoding: bytes[place..<place + 64], as: UTF8.self)] =
          Array(bytes[start..<start + scalars])
      }
      place = start + scalars
    }
    return found
  }

  /// Puts other entries in the place of what is kept: the last of each unit is gone.
  func falsify(_ file: SourceFile) throws -> Int {
    let units = try keptUnits()
    let kept = try #require(KeptDocuments(in: cache, name: keptName))
    for (name, bytes) in units {
      let whole = try #require(KeptEntries(bytes, upTo: .max, file))
      let cut = KeptEntries(
        unit: whole.unit, files: whole.files, others: whole.others,
        entries: whole.entries.dropLast())
      kept.keep(try #require(cut.bytes), name)
    }
    return units.count
  }

  func entries(_ loading: RoundLoading) throws -> Int {
    try #require(loading.loaded).records.reduce(0) { $0 + $1.entries.count }
  }
}
