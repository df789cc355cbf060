import Foundation
import TestRounds
import Testing

@testable import Grading

extension GapExample: CustomTestStringConvertible {
  public var testDescription: String { code.rawValue }
}

/// Every kind of gap: what brings it up, and what it costs.
struct GapKindTests {
  @Test func `a sound round has no gap`() {
    #expect(GapWorld().gaps.gaps.isEmpty)
    #expect(GapWorld().gaps.total == GapAmount())
  }

  @Test(arguments: GapExample.all)
  func `each kind is found and costs what it should`(_ example: GapExample) throws {
    var world = GapWorld()
    example.spoil(&world)
    let gap = try #require(world.gap(example.code))
    #expect(gap.withheld == example.withheld)
    #expect(gap.endangered == example.endangered)
  }

  @Test func `every kind has an example`() {
    #expect(Set(GapExample.all.map(\.code)) == Set(GapCode.allCases))
  }

  @Test func `every kind stands in the table of the criteria language`() throws {
    let readme = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Criteria/README.md")
    let text = try String(contentsOf: readme, encoding: .utf8)
    for code in GapCode.allCases {
      #expect(
        text.contains("\n| `\(code.rawValue)` | \(code.group.rawValue) | \(code.severity) |"),
        "\(code.rawValue)")
    }
  }
}
