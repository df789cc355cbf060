import TestSupport
import Testing

/// What was typed wrong, and what cannot be read: exit codes 2 and 3.
struct UsageTests {
  /// A command line that is wrong whatever the files hold; ROUND stands for a round.
  struct Wrong: CustomTestStringConvertible, Sendable {
    let name: String
    let line: String
    var testDescription: String { line }
  }

  static let usage = [
    Wrong(name: "no-such-command", line: "frobnicate"),
    Wrong(name: "no-round", line: "run"),
    Wrong(name: "no-such-option", line: "run ROUND --fast"),
    Wrong(name: "no-threads", line: "run ROUND --threads 0"),
    Wrong(name: "no-such-format", line: "rank ROUND --format xml"),
    Wrong(name: "no-such-language", line: "rank ROUND --lang fr"),
    Wrong(name: "no-such-block", line: "rank ROUND --block khoi-9"),
    Wrong(name: "no-such-layer", line: "rank ROUND --layer appraisal-7"),
    Wrong(name: "comparison-without-block", line: "rank ROUND --comparison"),
    Wrong(name: "intervals-of-claims", line: "rank ROUND --intervals --layer claimed"),
    Wrong(name: "layer-in-json", line: "rank ROUND --format json --layer claimed"),
    Wrong(name: "no-such-unit", line: "score ROUND don-vi-0003"),
    Wrong(name: "no-unit-near", line: "score ROUND ubnd-tinh-khanh-hoa"),
    Wrong(name: "no-such-item", line: "explain ROUND don-vi-00003 1.1.11"),
    Wrong(name: "for-which-unit", line: "gaps ROUND --for-unit"),
    Wrong(name: "trial-as-csv", line: "run ROUND --criteria ROUND/criteria --format csv"),
    Wrong(name: "compare-no-such-unit", line: "compare ROUND ROUND --unit don-vi-0003"),
    Wrong(name: "no-cases", line: "test ROUND"),
    Wrong(name: "no-such-schema", line: "schema diem"),
    Wrong(name: "criteria-of-no-assessment", line: "schema round --criteria x.yaml"),
    Wrong(name: "form-of-nobody", line: "new self-assessment ROUND don-vi-3"),
    Wrong(name: "type-in-capitals", line: "new criteria x.yaml --unit-type Sở --year 2018"),
    Wrong(name: "size-or-criteria", line: "new sample-round x"),
    Wrong(name: "count-of-nothing", line: "dossiers count"),
    Wrong(name: "as-of-no-day", line: "dossiers count x --as-of 31/02/2019"),
    Wrong(name: "explain-no-dossier", line: "dossiers explain x"),
    Wrong(name: "as-of-a-year", line: "rank ROUND --as-of 2016"),
    Wrong(name: "as-of-a-year-en", line: "rank ROUND --as-of 2016 --lang en"),
    Wrong(name: "log-as-of-a-word", line: "log ROUND --as-of hôm-qua"),
    Wrong(name: "points-no-number", line: "decide ROUND x 1 --by a --points một"),
    Wrong(name: "points-no-number-en", line: "decide ROUND x 1 --by a --points x --lang=en"),
    Wrong(name: "points-behind-them", line: "decide ROUND x 1 --by a --points --lang en"),
    Wrong(name: "ledger-over-rejects", line: "dossiers count x --ledger a --rejects a"),
  ]

  @Test(arguments: usage)
  func `wrong usage ends with 2, says why and prints nothing else`(_ wrong: Wrong) throws {
    let round = try SmallRound.shared
    let ended = try Program().run(Program.words(wrong.line, round))
    #expect(ended.status == 2)
    #expect(ended.text.isEmpty)
    expectGolden(ended.problems.replacing(round, with: "ROUND"), "usage-\(wrong.name).txt")
  }

  @Test(arguments: [
    "run nosuch", "rank nosuch", "compare nosuch ROUND", "compare ROUND nosuch", "score nosuch x",
    "explain nosuch x 1", "gaps nosuch",
    "check nosuch", "check ROUND nosuch", "test nosuch.cases.yaml", "dossiers reconcile nosuch",
    "dossiers count nosuch", "dossiers count nosuch.csv", "dossiers ledger nosuch",
    "dossiers explain nosuch x",
    "criteria diff nosuch ROUND/criteria/so.yaml", "schema self-assessment --criteria nosuch",
    "new self-assessment nosuch x",
  ])
  func `what is not there ends with 3`(_ line: String) throws {
    let round = try SmallRound.shared
    let ended = try Program().run(Program.words(line, round))
    #expect(ended.status == 3)
    // `check` reports on the standard output: problems are its results.
    let told = line.hasPrefix("check") ? ended.text : ended.problems
    #expect(told.contains("nosuch"), "\(told)")
    if !line.hasPrefix("check") { #expect(ended.text.isEmpty) }
  }

  @Test
  func `a round that cannot be used ends with 3 and shows every problem`() throws {
    let round = try SmallRound()
    try round.change("round.yaml") { $0.replacing("before_appraisal: computed\n", with: "") }
    try round.change("units.yaml") { $0.replacing("block: khoi-2", with: "block: khoi-7") }
    for command in [["run", "--no-output"], ["rank"], ["gaps"]] {
      let ended = try Program().run([command[0], round.path] + command.dropFirst())
      #expect(ended.status == 3)
      #expect(ended.text.isEmpty)
      #expect(ended.problems.contains("before_appraisal"))
      #expect(ended.problems.contains("don-vi-00002"))
    }
  }

  @Test
  func `a unit's broken file stops the round, or leaves the unit out when told to`() throws {
    let round = try SmallRound()
    try round.change("units/don-vi-00003/self-assessment.yaml") { $0 + "answers: [\n" }
    let refused = try Program().run("rank", round.path)
    #expect(refused.status == 3)
    #expect(refused.text.isEmpty)
    #expect(refused.problems.contains("units/don-vi-00003/self-assessment.yaml"))
    let kept = try Program().run("run", round.path, "--keep-going", "--no-output", "--brief")
    #expect(kept.status == 0)
    #expect(kept.text.contains("KHÔNG TÍNH 1 cơ quan, đơn vị, địa phương"))
    #expect(kept.problems.contains("units/don-vi-00003/self-assessment.yaml"))
  }
}
