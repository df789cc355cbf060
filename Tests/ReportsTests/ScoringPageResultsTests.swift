import Diagnostics
import Foundation
import Grading
import Loading
import Reports
import TestSupport
import Testing

/// SCORING.md, "Results": points 30 to 33.
struct ScoringPageResultsTests {
  private static let set = """
    format: parindex/criteria@1
    id: thu/so
    title: Thử
    year: 2017
    unit_type: so
    CLAUSE
    max_points: 10
    rounding: {points: 2, index: 2, mode: half_up}
    without_evidence: keep
    areas:
      - id: "1"
        title: Lĩnh vực
        max_points: 10
        AREA
        criteria:
          - {id: "1.1", title: a, max_points: 6, inputs: {a: {type: number, title: a}}, rule: {proportional: {of: a, ceiling: 6}}}
          - {id: "1.2", title: b, max_points: 4, ITEM inputs: {b: {type: number, title: b}}, rule: {proportional: {of: b, ceiling: 4}}}

    """

  private func set(_ set: String = "", _ area: String = "", _ item: String = "") -> String {
    Self.set.replacing("CLAUSE", with: set.isEmpty ? "# không có" : set)
      .replacing("AREA", with: area.isEmpty ? "# không có" : area).replacing("ITEM", with: item)
  }

  /// Writes a round of two units; `units` says what stands in round.yaml and the self-assessment.
  private func files(_ head: String = "", _ assessment: String = "", layout: String = "") throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write("criteria/so.yaml", set("clause: {document: 1590/QĐ-UBND}"))
    try folder.write(
      "round/round.yaml",
      """
      format: parindex/round@1
      id: thu-2017
      title: Thử
      year: 2017
      criteria: ../criteria
      before_appraisal: computed
      \(head)
      stages: [{id: self-assessment, kind: claim, who: unit, through: 2017-12-20}]
      blocks:
        - {id: so, council: province, unit_types: [so], grades: [{name: Tốt, from: 85}, {name: Yếu, from: 0}], ranking: {by: index, on: rounded}, grades_on: rounded}

      """)
    try folder.write(
      "round/units.yaml",
      "format: parindex/units@1\nunits:\n  - {id: a, name: Sở A, type: so}\n  - {id: b, name: Sở B, type: so}\n"
    )
    for (unit, points) in [("a", 5), ("b", 4)] {
      try folder.write(
        "round/units/\(unit)/self-assessment.yaml",
        "\(layout)format: parindex/self-assessment@1\nround: thu-2017\nunit: \(unit)\n\(assessment)\nsubmitted_at: 2017-12-19\nanswers:\(layout.isEmpty ? " " : "\n  ")\(layout.isEmpty ? "{\"1.1\": {inputs: {a: \(points)}}}" : "\"1.1\":\n    inputs:\n      a: \(points).0")\n"
      )
    }
    return folder
  }

  private func round(_ folder: TemporaryFolder) throws -> Round {
    let loading = loadRound(folder.path("round"))
    return try #require(
      loading.loaded, "\(TextRenderer(language: .english).render(loading.diagnostics))"
    ).round()
  }

  private func digest(_ round: Round, engine: String = "1", files: Int = 0) throws -> String {
    let bytes = ResultJSON(round).bytes(
      provenance: .init(
        engine: engine,
        files: (0..<files).map { .init(path: "f\($0)", sha256: "00") }),
      digest: FileAccess.digest)
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    return try #require(object?["digest"] as? String)
  }

  @Test func `30. the digest covers the canonical result without digest and provenance`() throws {
    let round = try round(files())
    let first = try digest(round)
    #expect(try digest(round, engine: "2", files: 3) == first)
    #expect(first == FileAccess.digest(ResultJSON(round).canonical()))
    // Another result has another digest.
    let open = try self.round(files("not_submitted: zero"))
    #expect(try digest(open) != first)
  }

  @Test func `30. the same content in another layout of the files gives the same bytes`() throws {
    let flow = try round(files())
    let block = try round(files(layout: "# ghi chú\n"))
    #expect(ResultJSON(flow).canonical() == ResultJSON(block).canonical())
  }

  @Test func `30. numbers are decimal strings`() throws {
    let object = try JSONSerialization.jsonObject(
      with: Data(ResultJSON(round(files())).canonical()))
    var numbers: [Any] = []
    func walk(_ value: Any, _ key: String) {
      if let object = value as? [String: Any] {
        for (key, inner) in object { walk(inner, key) }
      } else if let list = value as? [Any] {
        for inner in list { walk(inner, key) }
      } else if ["points", "index", "exact_index", "maximum", "from"].contains(key),
        !(value is NSNull)
      {
        numbers.append(value)
      }
    }
    walk(object, "")
    #expect(numbers.count > 10)
    #expect(numbers.allSatisfy { $0 is String })
    #expect(numbers.contains { $0 as? String == "50" })
  }

  @Test(arguments: [
    ("clause: {document: 1/QĐ, article: 5}", "", "", ["5", "5"]),
    (
      "clause: {document: 1/QĐ, article: 5}", "clause: {document: 1/QĐ, article: 6}", "",
      ["6", "6"]
    ),
    (
      "clause: {document: 1/QĐ, article: 5}", "",
      "clause: {document: 1/QĐ, article: 7},", ["5", "7"]
    ),
  ])
  func `31. a clause may stand at any level and is inherited downwards`(
    _ set: String, _ area: String, _ item: String, _ articles: [String]
  ) throws {
    let folder = try TemporaryFolder()
    let loading = loadCriteriaSet(try folder.write("so.yaml", self.set(set, area, item)))
    #expect(loading.set?.items.map { $0.clause?.article ?? "" } == articles)
    #expect(!loading.diagnostics.contains { $0.code == .noClause })
  }

  @Test func `31. check warns where a scored item has no clause`() throws {
    let folder = try TemporaryFolder()
    let none = loadCriteriaSet(
      try folder.write("so.yaml", set("", "", "clause: {document: 1/QĐ},")))
    let told = none.diagnostics.filter { $0.code == .noClause }
    #expect(told.map(\.severity) == [.warning])
  }

  @Test(arguments: [("illustrative: yes", ""), ("", "illustrative: yes")])
  func `32. every output made from illustrative data says so`(_ head: String, _ assessment: String)
    throws
  {
    let words = "số liệu minh họa"
    func outputs(_ round: Round) -> [String] {
      [
        RankingText(round, .vietnamese).text(), ScoreSheetText(round, .vietnamese).text(unit: 0),
        RankingCSV(round, .vietnamese).text(),
        ScoreSheetCSV(round, .vietnamese).text(units: [0]),
      ]
    }
    for text in outputs(try round(files(head, assessment))) {
      #expect(text.lowercased().contains(words))
    }
    for text in outputs(try round(files())) { #expect(!text.lowercased().contains(words)) }
    let json = String(
      decoding: ResultJSON(try round(files(head, assessment))).canonical(), as: UTF8.self)
    #expect(json.contains(#""illustrative":true"#))
    #expect(
      !String(decoding: ResultJSON(try round(files())).canonical(), as: UTF8.self)
        .contains(#""illustrative":true"#))
  }

  @Test func `33. only Round computes, and a trial leaves the round and its result as they are`()
    throws
  {
    let round = try round(files())
    let before = ResultJSON(round).canonical()
    // A trial gives totals and places to read and is no round that a result could be made of.
    let trial: RoundTrial = round.trying([.points(item: 1, 4)], of: 1)
    #expect(trial.total(of: 1, layer: round.layers.count - 1)?.index == 80)
    #expect(trial.place(of: 1)?.number == 1)
    #expect(trial.place(of: 0)?.number == 2)
    #expect(trial.moves.count == 2)
    #expect(round.units[1].totals.last??.place?.number == 2)
    #expect(ResultJSON(round).canonical() == before)
  }
}
