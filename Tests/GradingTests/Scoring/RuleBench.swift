import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// A criteria file written in a test.
struct RuleBench {
  let folder: TemporaryFolder

  /// A set of one item with these keys beside its id and title.
  init(
    _ item: String, points: String = "2", rounding: String = "2", figures: String = "{}",
    shared: String = "{}", level: String = ""
  ) throws {
    folder = try TemporaryFolder()
    let keys = item.split(separator: "\n", omittingEmptySubsequences: true)
      .map { "        \($0)\n" }.joined()
    try folder.write(
      "so.yaml",
      """
      format: parindex/criteria@1
      id: thu/so
      title: Thử
      year: 2017
      unit_type: so
      clause: {document: 1590/QĐ-UBND}
      max_points: \(points)
      rounding: {points: \(rounding), index: 2, mode: half_up}
      without_evidence: keep
      shared_inputs: \(shared)
      figures: \(figures)
      areas:
        - id: "1"
          title: Lĩnh vực
      \(level.isEmpty ? "" : "    \(level)\n")    max_points: \(points)
          criteria:
            - id: "1.1"
              title: Tiêu chí
              max_points: \(points)
      \(keys)
      """)
  }

  /// Expects that every case comes out, that they reach every branch and both sides of every bound,
  /// and that nothing is wrong with the files.
  func expect(
    _ cases: [(given: String, expect: String)], deadlines: String = "{}",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let text = cases.enumerated().map { place, worked in
      "  - {name: c\(place + 1), criterion: \"1.1\", given: \(worked.given), "
        + "expect: \(worked.expect)}\n"
    }.joined()
    let head = "format: parindex/cases@1\ncriteria: so.yaml\ndeadlines: \(deadlines)\ncases:\n"
    let run = runCases(try folder.write("so.cases.yaml", head + text))
    let told = TextRenderer(language: .english).render(run.diagnostics)
    #expect(run.diagnostics.isEmpty, "\(told)", sourceLocation: sourceLocation)
    #expect(run.run == cases.count, sourceLocation: sourceLocation)
    #expect(run.failed == 0, sourceLocation: sourceLocation)
  }

  /// The set, with everything said about it.
  func load() -> CriteriaLoading { loadCriteriaSet(folder.path("so.yaml")) }

  /// Codes of what is said about the set.
  var codes: [DiagnosticCode] { load().diagnostics.map(\.code) }
}
