import Diagnostics
import Foundation
import Grading
import Reports
import TestRounds
import TestSupport
import Testing

/// Cross-checks as they are read.
struct CrossCheckReportTests {
  /// Something for every section.
  private var report: (Language) -> CrossCheckReport {
    var world = CrossWorld(units: 5)
    let before = CrossWorld(units: 2).round
    world.set.items[0].evidence.atMostItems = 1
    world.share(file: String(repeating: "ab", count: 32), 0, 2)
    world.number("141/QĐ-UBND", "UBND tỉnh", of: 3)
    world.number("141/QĐ-UBND", "UBND tỉnh", of: 4)
    world.cite(0, by: 7, in: 1)
    world.records[1].assessment.inputs[2] = .given(.number(1604))
    world.records[2].assessment.disputes = [
      Dispute(figure: "dossiers.in_time_rate", claim: .number(1), ground: "…", line: 9)
    ]
    world.records[0].figures[5] = .missing
    for (unit, points) in [Exact(1), 2, 1, 2, 2].enumerated() {
      world.claim(2, 0, of: unit)
      world.enter(
        0, 1, .setPoints(points, beyondRule: false), by: "helper-team/0\(unit % 2 + 1)", of: unit)
    }
    world.claim(1, 7, of: 0)
    world.enter(7, 1, .accept, by: "helper-team/01", of: 0)
    let round = world.round
    let checks = CrossChecks(round, previous: before, leastCases: 2)
    return { CrossCheckReport(round, checks, previous: before, $0) }
  }

  @Test(arguments: [Language.vietnamese, .english])
  func `a page and a table in both languages`(_ language: Language) {
    let report = self.report(language)
    expectGolden(report.text(), "crosscheck.\(language.rawValue).txt")
    expectGolden(report.csv, "crosscheck.\(language.rawValue).csv")
    // Nobody is ranked or blamed.
    for word in ["vi phạm", "gian lận", "sai phạm", "fraud", "worst", "suspicious"] {
      #expect(!report.text().contains(word))
    }
  }

  @Test func `JSON has the keys of its schema and no others`() throws {
    let json = report(.vietnamese).json
    expectGolden(json, "crosscheck.json")
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let root = try #require(object as? [String: Any])
    let schema = SchemaName.crosscheck.schema
    guard case .object(let properties)? = schema["properties"] else {
      Issue.record("no properties")
      return
    }
    #expect(Set(root.keys).isSubset(of: properties.map(\.key)))
    guard case .array(let required)? = schema["required"] else {
      Issue.record("nothing required")
      return
    }
    for case .string(let key) in required { #expect(root[key] != nil, "\(key)") }
  }

  @Test func `nothing stands out in a sound round`() {
    let round = CrossWorld().round
    let report = CrossCheckReport(round, CrossChecks(round), .vietnamese)
    expectGolden(report.text(), "crosscheck-nothing.vi.txt")
  }
}
