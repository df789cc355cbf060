import Diagnostics
import EventLog
import Foundation
import Grading
import Loading
import Reports
import TestSupport
import Testing

@testable import Papers
@testable import Typesetting

/// The annexes of the shipped round against the result that programs read.
struct ShippedAnnexTests {
  private static let shared = Result { () throws -> (papers: RoundPapers, json: [String: Any]) in
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let loading = loadRound("\(root)/Submissions/khanh-hoa-2017")
    let loaded = try #require(loading.loaded)
    let round = loaded.round()
    let bytes = ResultJSON(round, language: .vietnamese).bytes(
      provenance: nil, workers: { (0..<$0).map($1) }, digest: FileAccess.digest)
    let json = try JSONSerialization.jsonObject(with: Data(bytes))
    var options = PaperOptions()
    let (office, problems) = PaperOffice.read(in: round.plan.folder)
    try #require(problems.isEmpty)
    options.office = office
    options.seal = loaded.log?.seal
    return (
      RoundPapers(
        round, .vietnamese, options, events: try loaded.log?.events(after: 0) ?? []),
      try #require(json as? [String: Any])
    )
  }.map(Shared.init)

  /// Read once, never changed.
  private struct Shared: @unchecked Sendable {
    let papers: RoundPapers
    let json: [String: Any]

    init(_ both: (papers: RoundPapers, json: [String: Any])) {
      papers = both.papers
      json = both.json
    }
  }

  private func tables(_ paper: Paper) -> [PaperTable] {
    paper.sections.flatMap(\.blocks).compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
  }

  /// Digits of a figure of the JSON with two decimals.
  private func digits(_ value: Any?) -> String? {
    (value as? String).flatMap { Exact(parsing: $0) }?.fixedText(places: 2)
  }

  @Test func `each ranking says what the log was, by its length and its last line's digest`() throws
  {
    let papers = try Self.shared.get().papers
    let seal = try #require(papers.options.seal)
    #expect(seal.length == papers.events.count)
    for council in papers.councils {
      let rankings = papers.annexes(council).sections.prefix(council.groups.count)
      for section in rankings {
        let notes = section.blocks.compactMap { block in
          if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
        }
        #expect(
          notes.count {
            $0.contains("có \(seal.length) sự kiện")
              && $0.contains("\(seal.length):\(seal.head.text)")
          } == 1, "\(section.name)")
      }
    }
  }

  @Test
  func `each figure of all 181 units is that of the JSON result`() throws {
    let shared = try Self.shared.get()
    let papers = shared.papers
    let blocks = try #require(shared.json["blocks"] as? [[String: Any]])
    var ranked: [String: [String: Any]] = [:]
    for block in blocks {
      for group in block["groups"] as? [[String: Any]] ?? [] {
        for unit in group["units"] as? [[String: Any]] ?? [] {
          ranked[try #require(unit["name"] as? String ?? (unit["id"] as? String))] = unit
        }
      }
    }
    let units = try #require(shared.json["units"] as? [[String: Any]])
    let totals = Dictionary(
      uniqueKeysWithValues: units.map { ($0["id"] as? String ?? "", $0["totals"]) })
    let idOf = Dictionary(
      grouping: papers.round.units.map(\.record.unit), by: \.name)
    var seen: Set<String> = []
    for council in papers.councils {
      let paper = papers.annexes(council)
      let all = tables(paper)
      #expect(all.count == council.groups.count * 2)
      for (place, group) in council.groups.enumerated() {
        let members = papers.listed(papers.round.groups[group])
        #expect(all[place].rows.count == members.count)
        for (row, unit) in zip(all[place].rows, members) {
          let own = papers.round.units[unit].record.unit
          #expect(row.cells[1].text == own.name && idOf[own.name] != nil)
          seen.insert(own.id)
          let line = try #require((totals[own.id] as? [[String: Any]])?.last)
          guard papers.round.hasShownResult(unit) else {
            #expect(row.cells[5].text == "–")
            continue
          }
          #expect(row.cells[2].number?.digits == digits(line["maximum"]), "\(own.id)")
          #expect(row.cells[3].number?.digits == digits(line["points"]), "\(own.id)")
          #expect(row.cells[4].number?.digits == digits(line["index"]), "\(own.id)")
          #expect(row.cells[5].number.flatMap { Int($0.digits) } == line["rank"] as? Int)
          #expect(row.cells[6].text == line["grade"] as? String ?? "–")
        }
        try compareScores(
          all[council.groups.count + place], members, papers, totals, ranked)
      }
    }
    #expect(seen.count == 181)
  }

  /// Four lines a unit: what applies, what was claimed, what appraisal left, what counts.
  private func compareScores(
    _ table: PaperTable, _ members: [Int], _ papers: RoundPapers, _ totals: [String: Any?],
    _ ranked: [String: [String: Any]]
  ) throws {
    var rows = table.rows[...]
    let areas = table.columns.count - 7
    for unit in members {
      let own = papers.round.units[unit].record.unit
      let lines = rows.prefix(papers.round.hasShownResult(unit) ? 4 : 1)
      rows = rows.dropFirst(lines.count)
      guard lines.count == 4, let first = lines.first else { continue }
      let cells = [Array(first.cells.dropFirst(2))] + lines.dropFirst().map(\.cells)
      let layers = try #require(totals[own.id] as? [[String: Any]])
      for (line, layer) in [(1, 0), (2, try #require(papers.appraised)), (3, layers.count - 1)] {
        #expect(cells[line][areas + 1].number?.digits == digits(layers[layer]["points"]))
        #expect(cells[line][areas + 2].number?.digits == digits(layers[layer]["index"]))
      }
      let shown = try #require(ranked[own.id] ?? ranked[own.name])
      for area in shown["areas"] as? [[String: Any]] ?? [] {
        let id = try #require(area["id"] as? String)
        let column = try #require(table.heads[1].cells.firstIndex { $0.text == id })
        for (line, key) in [(0, "maximum"), (3, "points")] {
          let cell = cells[line][column + 1]
          // An area that does not apply has no points in either.
          let isNone = cell.number == nil && cell.text == "KAD"
          #expect(isNone ? digits(area[key]) == "0.00" : cell.number?.digits == digits(area[key]))
        }
      }
    }
    #expect(rows.isEmpty)
  }

  @Test
  func `the shipped ranking and minutes`() throws {
    let papers = try Self.shared.get().papers
    var annexes = papers.annexes(papers.councils[0])
    annexes.sections = Array(annexes.sections.prefix(4))
    expectGolden(annexes.outline, "shipped-rankings.txt")
    #expect(papers.meetings.count == 1)
    #expect(papers.meetings.first?.decisions.count == 58)
    var minutes = papers.minutes(papers.meetings.first).outline.split(separator: "\n")
    minutes.removeSubrange(60...)
    expectGolden(minutes.joined(separator: "\n") + "\n", "shipped-minutes.txt")
  }

  @Test
  func `a report names what a document is once`() throws {
    let papers = try Self.shared.get().papers
    let reports = papers.round.units.indices.compactMap { papers.report($0)?.outline }
    #expect(!reports.isEmpty)
    var titles = 0
    for line in reports.joined(separator: "\n").split(separator: "\n") {
      titles += line.contains("Bảng số liệu") ? 1 : 0
      #expect(!line.contains("Bảng số liệu “Bảng"), "\(line)")
      #expect(!line.contains("Bảng “Bảng"), "\(line)")
    }
    #expect(titles > 0)
  }

  @Test
  func `a unit's sheet is no longer than two pages and tells of no tie before publication`() throws
  {
    let papers = try Self.shared.get().papers
    for unit in papers.round.units.indices {
      guard let paper = papers.unitSheet(unit) else { continue }
      #expect(!paper.outline.contains("đồng hạng"), "a tie tells of another unit")
      let pages = try FontBook.alone { PageSetter(paper).pages().count }
      #expect(pages <= 2, "\(papers.round.units[unit].record.unit.id): \(pages)")
    }
  }
}
