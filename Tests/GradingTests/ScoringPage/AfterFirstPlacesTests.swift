import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Grading

/// SCORING.md, "Decided after a first implementation", places and grades, files: points 51 and 52.
struct ScoringPageAfterFirstPlacesTests {
  @Test
  func `51. skipped tie-breakers are skipped per group of tied units, dense follows breakers`() {
    let block = Block(
      id: "so", title: "", council: "", unitTypes: [], grades: [], gradesOn: .rounded,
      rankedOn: .rounded, ties: .dense, tieBreakers: ["1", "2"], groupsByParent: false,
      conditions: [], conditionFigures: [], gradesUnranked: true, span: RoundBench.span)
    let places = block.places([
      RankedEntry(unit: 0, index: 90, breakers: [nil, 1]),
      RankedEntry(unit: 1, index: 90, breakers: [1, 0]),
      RankedEntry(unit: 2, index: 80, breakers: [1, nil]),
      RankedEntry(unit: 3, index: 80, breakers: [0, nil]),
      RankedEntry(unit: 4, index: 80, breakers: [0, nil]),
      RankedEntry(unit: 5, index: 70, breakers: [nil, nil]),
    ])
    #expect((0..<6).map { places[$0]?.number } == [1, 2, 3, 4, 4, 5])
    #expect((0..<6).map { places[$0]?.breaker } == ["2", "2", "1", "1", "1", nil])
    #expect((0..<6).map { places[$0]?.skipped } == [["1"], ["1"], [], ["2"], ["2"], []])
    #expect((0..<6).map { places[$0]?.isTied } == [false, false, false, true, true, false])
  }

  @Test func `51. group_by ranks each parent's units apart, those without a parent together`()
    throws
  {
    var files = try PageRound(PageSet(PageSet.number("2")))
    files.block["ranking"] = "{by: index, on: rounded, ties: competition, group_by: parent}"
    files.units = [
      "{id: p, name: P, type: so}", "{id: q, name: Q, type: so}",
      "{id: p-1, name: P1, type: so, parent: p}", "{id: p-2, name: P2, type: so, parent: p}",
      "{id: q-1, name: Q1, type: so, parent: q}",
    ]
    for (unit, points) in [("p", 1), ("q", 2), ("p-1", 1), ("p-2", 2), ("q-1", 0)] {
      try files.handIn("\"1.1\": {inputs: {a: \(points)}}", unit: unit)
    }
    #expect(
      try files.round().finalPlaces == ["p": 2, "q": 1, "p-1": 2, "p-2": 1, "q-1": 1])
    files.block["group_by"] = "parent"
    #expect(try files.codes().contains(.unknownKey))
  }

  @Test(arguments: [("rounded", 0), ("exact", 1)])
  func `51. result.index is rounded or exact as grades_on says, and lower_by does not accumulate`(
    _ basis: String, _ grade: Int
  ) throws {
    var files = try PageRound(
      PageSet(PageSet.number("100")) { $0.rounding = "{points: 4, index: 2, mode: half_up}" })
    files.block["grades"] =
      "[{name: A, from: 80}, {name: B, from: 60}, {name: C, from: 40}, {name: D, from: 0}]"
    files.block["grades_on"] = basis
    files.block["grade_conditions"] =
      "[{when: result.index < 90, lower_by: 1, reason: x}, {when: result.areas.1.index < 90, lower_by: 1, reason: y}]"
    // Published as 90.00; the area's index is exact.
    try files.handIn("\"1.1\": {inputs: {a: 89.9981}}")
    let result = try files.round().total("so-y-te", layer: 5)?.grade
    #expect(result?.conditions == (grade == 0 ? [1] : [0, 1]))
    #expect(result?.grade == 1)
    #expect(result?.fromIndex == 0)
  }

  @Test
  func `52. units.yaml and registers have the keys of the page, and an empty cell is missing`()
    throws
  {
    var files = try PageRound(
      PageSet(
        PageSet.Entry(
          "2",
          "rule: {deduction: {per: [{count: reports.late, points: 1}]}}, scored_by: register, if_missing: pending"
        )
      ) {
        $0.figures = "{reports: {title: a, columns: {late: {type: count, title: b}}}}"
      })
    files.units = [
      "{id: p, name: P, type: so, block: so, order: 2, traits: [remote], aliases: [PP], codes: [H1], ranked: no}",
      "{id: q, name: Q, type: so, parent: p}", "{id: r, name: R, type: so}",
      "{id: s, name: S, type: so}",
    ]
    files.keys["registers"] =
      "{reports: {file: reports.csv, owner: so-noi-vu, columns: {late: {type: count}}, covers: [p, q, r], closed_on: 2017-12-31, absent: zero}}"
    try files.folder.write("round/reports.csv", "unit,late\np,1\nq,\n")
    for unit in ["p", "q", "r", "s"] { try files.handIn("", unit: unit) }
    let round = try files.round()
    let unit = round.units[0].record.unit
    #expect(unit.order == 2 && unit.traits == ["remote"] && !unit.isRanked)
    #expect(unit.aliases == ["PP"] && unit.codes == ["H1"])
    #expect(round.outcome("p", layer: 1)?.points == 1)
    #expect(round.outcome("q", layer: 1)?.state == .pending(.figure))
    #expect(round.outcome("r", layer: 1)?.points == 2)
    // Not covered: nothing is said of it.
    #expect(round.outcome("s", layer: 1)?.state == .pending(.figure))
  }
}
