import Diagnostics
import Loading
import TestSupport
import Testing

@testable import Grading

/// SCORING.md, "Places, grades, gaps": points 25 to 29.
struct ScoringPagePlacesTests {
  private func block(
    _ breakers: [String] = [], ties: TieMethod = .competition,
    conditions: [GradeCondition] = [], figures: [FigureName] = [], unranked: Bool = true
  ) -> Block {
    Block(
      id: "so", title: "", council: "", unitTypes: [], grades: RoundBench.grades,
      gradesOn: .rounded, rankedOn: .rounded, ties: ties, tieBreakers: breakers,
      groupsByParent: false, conditions: conditions, conditionFigures: figures,
      gradesUnranked: unranked, span: RoundBench.span)
  }

  @Test func `25. ties are competition or dense, and breakers compare shares of points in order`()
    throws
  {
    let set = try PageSet(PageSet.number("2"), PageSet.number("2", "b"), PageSet.number("4", "c"))
      .load()
    func places(_ block: Block) -> [Int?] {
      var bench = RoundBench(page: set)
      bench.plan.blocks = [block]
      for (id, a, b, c) in [
        ("p", 2, 2, 4), ("q", 1, 2, 1), ("r", 2, 1, 1), ("s", 0, 0, 4), ("t", 0, 0, 0),
      ] as [(String, Int, Int, Int)] {
        bench.add(
          id,
          inputs: ["a": .number(Exact(a)), "b": .number(Exact(b)), "c": .number(Exact(c))])
      }
      let round = bench.round()
      return ["p", "q", "r", "s", "t"].map { round.finalPlaces[$0] }
    }
    #expect(places(block()) == [1, 2, 2, 2, 5])
    #expect(places(block(ties: .dense)) == [1, 2, 2, 2, 3])
    #expect(places(block(["1.3"])) == [1, 3, 3, 2, 5])
    #expect(places(block(["1.3", "1.2"])) == [1, 3, 4, 2, 5])
  }

  @Test func `25. a breaker that does not apply to all tied units is skipped, and that is said`()
    throws
  {
    let set = try PageSet(
      PageSet.number("2"), PageSet.number("2", "b", "not_applicable_for: [q]"),
      PageSet.number("2", "c", "not_applicable_for: [q]")
    ).load()
    var bench = RoundBench(page: set)
    bench.plan.blocks = [block(["1.2", "1.1"])]
    bench.add("p", inputs: ["a": .number(1), "b": .number(0), "c": .number(2)])
    bench.add("q", inputs: ["a": .number(1)])
    let round = bench.round()
    #expect(round.finalPlaces == ["p": 1, "q": 1])
    let place = round.result("q")?.totals.last??.place
    #expect(place?.skipped == ["1.2"])
    #expect(place?.breaker == nil)
  }

  private static let late = CheckedExpression(
    tree: .comparison(.atLeast, .name(.figure(0)), .number(exact("0.1"))), type: .truth,
    source: "dossiers.late_rate >= 10%", references: [.figure(0)])

  private func condition(_ effect: GradeCondition.Effect) -> GradeCondition {
    GradeCondition(
      when: Self.late, effect: effect, reason: "", clause: nil, span: RoundBench.span)
  }

  @Test func `26. grade conditions act from computed on, and the lowest grade results`() throws {
    let set = try PageSet(PageSet.number("2")).load()
    let figure = FigureName(name: "dossiers.late_rate", type: .rate, title: "")
    for (rate, grades, conditions) in [
      ("0.1", [0, 2, 2, 2, 2, 2], [0, 1]), ("0.09", [0, 0, 0, 0, 0, 0], []),
    ] {
      var bench = RoundBench(page: set)
      bench.plan.blocks = [
        block(conditions: [condition(.lowerBy(2)), condition(.atMost(1))], figures: [figure])
      ]
      bench.add("a", inputs: ["a": .number(2)]) {
        $0.conditionFigures = [.known(.number(exact(rate)))]
      }
      let round = bench.round()
      #expect(round.result("a")?.totals.map { $0?.grade?.grade } == grades)
      #expect(round.total("a", layer: 5)?.grade?.conditions == conditions)
      #expect(round.total("a", layer: 5)?.grade?.fromIndex == 0)
    }
  }

  @Test(arguments: [("85", 0), ("84.99", 1), ("70", 1), ("69.99", 2)])
  func `26. grades from the index are inclusive at from`(_ index: String, _ grade: Int) {
    #expect(block().grade(of: exact(index)) == grade)
  }

  @Test
  func `26. the unranked get a grade unless the block says otherwise, the not submitted none`()
    throws
  {
    var files = try PageRound(PageSet(PageSet.number("2")))
    files.units = [
      "{id: so-y-te, name: Sở Y tế, type: so, ranked: no}", "{id: b, name: B, type: so}",
    ]
    try files.handIn("\"1.1\": {inputs: {a: 2}}")
    for policy in ["unranked", "zero"] {
      files.keys["not_submitted"] = policy
      let round = try files.round()
      #expect(round.total("so-y-te", layer: 5)?.grade?.grade == 0)
      #expect(round.total("so-y-te", layer: 5)?.place == nil)
      #expect(round.total("b", layer: 5)?.grade == nil)
    }
    files.block["grade_unranked"] = "no"
    #expect(try files.round().total("so-y-te", layer: 5)?.grade == nil)
  }

  @Test func `27. a gap tells points withheld and endangered and the place for either`() throws {
    let set = try PageSet(PageSet.number("10", "a", "evidence: {required: yes}")).load()
    var bench = RoundBench(page: set)
    bench.add("p", inputs: ["a": .number(9)]) { $0.answer(0) { $0.hasNote = true } }
    bench.add("q", inputs: ["a": .number(8)]) { $0.cite("x") }
    bench.add("blank")
    let round = bench.round()
    let finder = GapFinder(round)
    let ladder = try #require(finder.ladder(of: 0))
    let kept = finder.priced(finder.gaps(of: 0), on: ladder)
    let bare = try #require(kept.gaps.first { $0.code == .noEvidence })
    #expect(bare.endangered == 9)
    #expect(bare.withheld == 0)
    #expect(bare.places?.now == 1)
    // Without its 9 points it stands with the blank one, behind the 8.
    #expect(bare.places?.ifLeft == 2)
    #expect(bare.places?.ifClosed == 1)
    let open = finder.gaps(of: 2)
    #expect(open.gaps.first { $0.code == .unanswered }?.withheld == 10)
    // Amounts are not summed over one item.
    #expect(kept.total.endangered == 9)
  }

  @Test(arguments: [
    ("\"1.1\": {points: 2}", DiagnosticCode.missingInput, true),
    ("\"1.1\": {inputs: {a: 3}}", .inputOutOfRange, true),
    ("\"1.1\": {inputs: {a: 2}, points: 3, note: x}", .claimAboveMaximum, true),
    ("", .missingInput, false),
  ])
  func `27. a fact is a diagnostic or a gap, never both`(
    _ answer: String, _ code: DiagnosticCode, _ isDiagnostic: Bool
  ) throws {
    let files = try PageRound(
      PageSet(
        PageSet.Entry(
          "2",
          "inputs: {a: {type: number, title: a, range: [0, 2]}}, rule: {proportional: {of: a, ceiling: 2}}"
        )
      ))
    try files.handIn(answer)
    #expect(try files.codes().contains(code) == isDiagnostic)
    let gaps = GapFinder(try files.round()).gaps(of: 0)
    let about = gaps.gaps.filter {
      [.unanswered, .figuresImpossible, .claimAboveComputed, .claimOutOfReach].contains($0.code)
    }
    #expect(about.isEmpty == isDiagnostic)
  }

  @Test func `28. a faulty but readable round is computed and says what it found`() throws {
    let files = try PageRound(
      PageSet(
        PageSet.Entry(
          "2",
          "inputs: {a: {type: number, title: a, range: [0, 2]}}, rule: {proportional: {of: a, ceiling: 2}}"
        )))
    try files.handIn("\"1.1\": {inputs: {a: 3}}")
    let loading = try files.load()
    #expect(loading.diagnostics.map(\.code) == [.inputOutOfRange])
    let round = try #require(loading.loaded).round()
    #expect(round.outcome("so-y-te", layer: 5)?.state == .broken(.input))
    #expect(PathCheck([files.folder.path("round")]).diagnostics.map(\.code) == [.inputOutOfRange])
  }

  @Test(arguments: [("yes", GapCode.ownDocumentShared), ("no", .documentShared)])
  func `29. the same file under several units is a note, an error only for own_document`(
    _ own: String, _ code: GapCode
  ) throws {
    var files = try PageRound(
      PageSet(PageSet.number("2", "a", "own_document: \(own), evidence: {required: yes}")))
    files.units = [
      "{id: so-y-te, name: A, type: so}", "{id: b, name: B, type: so}",
      "{id: c, name: C, type: so}",
    ]
    for (unit, content) in [("so-y-te", "chung"), ("b", "chung"), ("c", "riêng")] {
      try files.handIn(
        "\"1.1\": {inputs: {a: 2}, evidence: [{id: x, section: I, pages: 1}]}", unit: unit)
      try files.write(
        "evidence", unit: unit,
        "documents: [{id: x, kind: kế hoạch, number: 1/KH, date: 2017-02-01, issuer: A, file: evidence/x.txt}]"
      )
      try files.folder.write("round/units/\(unit)/evidence/x.txt", content)
    }
    let round = try files.round()
    let gaps = (0..<3).map { unit in
      GapFinder(round).gaps(of: unit).gaps.filter {
        [.ownDocumentShared, .documentShared].contains($0.code)
      }
    }
    #expect(gaps.map { $0.map(\.code) } == [[code], [code], []])
    #expect(gaps[0].map(\.code.severity) == [own == "yes" ? .error : .note])
  }
}
