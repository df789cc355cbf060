import Diagnostics
import Grading
import Loading
import TestSupport
import Testing

/// A round of files that a test writes and the real loaders read.
struct PageRound {
  let folder: TemporaryFolder
  /// Keys of round.yaml that differ from the usual, by name.
  var keys = [
    "before_appraisal": "computed",
    "stages":
      "[{id: self-assessment, kind: claim, who: unit, through: 2017-12-20T17:00}, "
      + "{id: appraisal-1, kind: appraisal, who: team, through: 2018-01-03}, "
      + "{id: explanation, kind: explanation, who: unit, through: 2018-01-08}, "
      + "{id: appraisal-2, kind: appraisal, who: team, through: 2018-01-13}, "
      + "{id: council, kind: council, who: council, through: 2018-01-15, beyond_rule: yes}]",
  ]
  /// Keys of the block that differ from the usual, by name.
  var block = [
    "grades": "[{name: Tốt, from: 85}, {name: Khá, from: 70}, {name: Yếu, from: 0}]",
    "ranking": "{by: index, on: rounded, ties: competition, tie_breakers: []}",
    "grades_on": "rounded",
  ]
  /// Lines of units.yaml.
  var units = ["{id: so-y-te, name: Sở Y tế, type: so}"]

  init(_ set: PageSet) throws {
    folder = try TemporaryFolder()
    try folder.write("criteria/\(set.type).yaml", set.yaml)
  }

  /// Writes one of a unit's files under its header.
  func write(_ kind: String, unit: String = "so-y-te", _ body: String) throws {
    let header =
      kind == "evidence" ? "" : "round: thu-2017\nunit: \(unit)\n"
    try folder.write(
      "round/units/\(unit)/\(kind).yaml", "format: parindex/\(kind)@1\n\(header)\(body)\n")
  }

  /// A self-assessment handed in with these answers, in flow style.
  func handIn(_ answers: String, unit: String = "so-y-te", more: String = "") throws {
    try write(
      "self-assessment", unit: unit,
      "submitted_at: 2017-12-19T15:30\nanswers: {\(answers)}\n\(more)")
  }

  /// An appraisal with these entries, in flow style without author and time.
  func appraise(_ entries: String..., unit: String = "so-y-te") throws {
    let list = entries.enumerated().map { place, entry in
      "  - {\(entry), by: to/01, at: 2017-12-27T09:\(10 + place)}"
    }.joined(separator: "\n")
    try write("appraisal", unit: unit, "entries:\n\(list)")
  }

  func load() throws -> RoundLoading {
    func lines(_ keys: [String: String]) -> [String] {
      keys.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    }
    let head = """
      format: parindex/round@1
      id: thu-2017
      title: Thử
      year: 2017
      criteria: ../criteria

      """
    let block =
      "blocks:\n  - id: so\n    council: province\n    unit_types: [so]\n"
      + lines(block).map { "    \($0)\n" }.joined()
    try folder.write(
      "round/round.yaml", head + lines(keys).map { $0 + "\n" }.joined() + block)
    try folder.write(
      "round/units.yaml",
      "format: parindex/units@1\nunits:\n" + units.map { "  - \($0)\n" }.joined())
    return loadRound(folder.path("round"))
  }

  /// The computed round, which must be usable.
  func round(sourceLocation: SourceLocation = #_sourceLocation) throws -> Round {
    let loading = try load()
    let told = TextRenderer(language: .english).render(loading.diagnostics)
    return try #require(loading.loaded, "\(told)", sourceLocation: sourceLocation).round()
  }

  /// Codes of everything that is said of the round, what only the computed round knows included.
  func codes() throws -> [DiagnosticCode] {
    let loading = try load()
    let computed = loading.loaded.map { $0.refusals($0.round()) } ?? []
    return (loading.diagnostics + computed).map(\.code)
  }
}
