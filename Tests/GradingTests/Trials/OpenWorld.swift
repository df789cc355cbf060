import Diagnostics
import TestSupport
import Testing

@testable import Grading

/// One thing that a unit of a random round leaves open, with what it may come to.
struct OpenQuestion: Sendable {
  typealias Answer = @Sendable (inout UnitRecord) -> Void

  let name: String
  /// Among these are the ones with the fewest and with the most points.
  let ends: [Answer]
  let inner: [Answer]
  /// Several items read it, or other units do.
  var isShared = false
  let open: Answer
}

/// A small random round of one block in which some things are left open.
struct OpenWorld {
  var bench: RoundBench
  /// By unit.
  var questions: [[OpenQuestion]] = []

  static func set() throws -> CriteriaSet {
    var page = PageSet(
      PageSet.Entry(
        "2",
        "inputs: {a: {type: count, title: a, range: [0, 5]}}, rule: {per_item: {count: a, points: 1}}, evidence: {required: yes}, may_be_not_applicable: yes"
      ),
      PageSet.Entry(
        "2",
        "inputs: {l: {type: choice, title: l, options: {x: X, y: Y, z: Z}}}, rule: {choice: {x: 2, y: 1, z: -1}}"
      ),
      PageSet.Entry("2", "rule: {per_item: {count: staff, points: 1}}"),
      PageSet.Entry(
        "2",
        "rule: {deduction: {per: [{count: reports.late, points: 0.5}]}}, scored_by: register, if_missing: pending"
      ),
      PageSet.Entry(
        "2",
        "inputs: {c: {type: rate, title: c}}, rule: {proportional: {of: c}}, applies_when: flags.first, effect: full_points"
      ),
      PageSet.Entry(
        "2",
        "inputs: {d: {type: count, title: d}}, rule: {per_item: {count: d, points: 1}}, applies_when: flags.second"
      ),
      PageSet.Entry(
        "2",
        "inputs: {e: {type: count, title: e}}, rule: {best_of: [{per_item: {count: staff, points: 0.5}}, {per_item: {count: e, points: 1}}]}"
      ),
      PageSet.Entry("2", "rule: {council: []}, scored_by: council"),
      PageSet.Entry(
        "2",
        "rule: {relative_to_best: {of: reports.rate, within: block}}, scored_by: register, if_undefined: zero, if_missing: pending"
      ),
      PageSet.Entry(
        "2",
        "rule: {steps: {of: dossiers.late_rate, bands: [{up_to: 5%, points: 2}, {up_to: 10%, points: 1}, {otherwise: 0}]}}, scored_by: dossiers, if_missing: pending, if_undefined: pending"
      ),
      PageSet.Entry(
        "2",
        "inputs: {f: {type: count, title: f}, g: {type: count, title: g}}, rule: {proportional: {of: f / g}}"
      ),
      PageSet.Entry(
        "1",
        "rule: {yes_no: dossiers.late <= 0.5 * dossiers.resolved}, scored_by: dossiers, if_missing: pending"
      )
    ) {
      $0.shared = "{staff: {type: count, title: s}}"
      $0.figures =
        "{reports: {title: a, columns: {late: {type: count, title: b}, rate: {type: number, title: c}}}, flags: {title: f, columns: {first: {type: yes_no, title: g}, second: {type: yes_no, title: h}}}}"
    }
    func area(_ id: String, _ kind: String, _ cap: String) -> String {
      let items = [1, 2].map { place in
        "{id: \(id).\(place), title: a, max_points: 1, inputs: {\(id.lowercased())\(place): {type: count, title: t}}, rule: {per_item: {count: \(id.lowercased())\(place), points: 1}}}"
      }
      return
        "{id: \(id), title: b, kind: \(kind), max_points: \(cap), criteria: [\(items.joined(separator: ", "))]}"
    }
    page.areas = [area("T", "bonus", "1.5"), area("P", "penalty", "1.5")]
    return try page.load()
  }

  init(seed: UInt64, set: CriteriaSet) {
    var random = SplitMix64(seed: seed)
    bench = RoundBench(page: set)
    let breakers = [[], [], ["1.1"], ["1.6", "1.2"]]
    bench.plan.blocks[0] = Block(
      id: "khoi-0", title: "", council: "", unitTypes: [], grades: RoundBench.grades,
      gradesOn: .rounded, rankedOn: Bool.random(using: &random) ? .rounded : .exact,
      ties: Int.random(in: 0..<3, using: &random) == 0 ? .dense : .competition,
      tieBreakers: breakers.randomElement(using: &random) ?? [], groupsByParent: false,
      conditions: [], conditionFigures: [], gradesUnranked: true, span: RoundBench.span)
    for unit in 0..<Int.random(in: 2...4, using: &random) {
      add("u\(unit)", &random)
      // One in turn, so that every question is asked by some seed, and up to two more.
      let all = OpenQuestion.all(set)
      let turns = all.enumerated().flatMap { group, own in own.indices.map { (group, $0) } }
      let (group, place) = turns[(Int(seed) * 2 + unit) % turns.count]
      var own = [all[group][place]]
      for other in all.indices.filter({ $0 != group }).shuffled(using: &random)
        .prefix(Int.random(in: 0...2, using: &random))
      {
        own += [all[other].randomElement(using: &random)].compactMap(\.self)
      }
      // Most rounds have a unit in which nothing is open.
      if unit > 1, Bool.random(using: &random) { own = [] }
      for question in own { question.open(&bench.records[unit]) }
      questions.append(own)
    }
  }

  private mutating func add(_ id: String, _ random: inout SplitMix64) {
    func small() -> Value { .number(Exact(Int.random(in: 0...2, using: &random))) }
    func share() -> Value { .number(Exact(Int.random(in: 0...4, using: &random), over: 4) ?? 0) }
    let level = ["x", "y", "z"].randomElement(using: &random) ?? "x"
    var inputs: [String: Value] = ["l": .text(level), "c": share(), "f": small(), "g": .number(2)]
    for name in ["a", "staff", "d", "e", "t1", "t2", "p1", "p2"] { inputs[name] = small() }
    let late = Exact(Int.random(in: 0...12, using: &random))
    bench.add(
      id, inputs: inputs,
      figures: [
        "reports.late": .known(small()), "reports.rate": .known(small()),
        "flags.first": .known(.truth(Bool.random(using: &random))),
        "flags.second": .known(.truth(Bool.random(using: &random))),
        "dossiers.late": .known(.number(late)), "dossiers.resolved": .known(.number(100)),
        "dossiers.late_rate": .known(.number(late.divided(by: 100) ?? 0)),
      ],
      entries: [RoundBench.entry(7, PageStage.council, .setPoints(1, beyondRule: false))]
    ) {
      $0.cite("plan")
      $0.assessment.shelf[0].isShownInPerson = true
    }
  }

  /// The round when unit by unit these answers are given.
  func completed(_ answers: [[OpenQuestion.Answer]]) -> Round {
    var copy = bench
    for (unit, own) in answers.enumerated() {
      for answer in own { answer(&copy.records[unit]) }
    }
    return copy.round()
  }
}

extension OpenQuestion {
  /// Questions by the item that they are about; at most one of each is asked of a unit.
  static func all(_ set: CriteriaSet) -> [[OpenQuestion]] {
    [
      [blank("a", 0, set, of: 2), asked, claimed, unproven, impossible],
      [level(set), askedLevel],
      [staff(set)],
      [missing("reports.late", set, [0, 4], [1, 3]), disputed(set, "reports.late", 1, 3, 2)],
      [flag("flags.first", 4, set)], [flag("flags.second", 5, set)],
      [council], [rate(set)],
      [disputed(set, "dossiers.late", 12, 3, 7), missing("dossiers.late_rate", set, [0, 1], [])],
      [undefined(set)],
      [blank("t1", 12, set, of: 1)], [blank("t2", 13, set, of: 1)],
      [blank("p1", 14, set, of: 1)], [blank("p2", 15, set, of: 1)],
    ]
  }

  private static func points(_ item: Int, _ points: Exact) -> Answer {
    {
      $0.entries.append(
        RoundBench.entry(item, PageStage.second, .setPoints(points, beyondRule: false)))
    }
  }

  private static func decide(_ item: Int, _ decision: AppraisalEntry.Decision) -> Answer {
    { $0.entries.append(RoundBench.entry(item, PageStage.second, decision)) }
  }

  private static func type(_ name: String, _ set: CriteriaSet, _ value: InputValue) -> Answer {
    let place = set.inputs.firstIndex { $0.name == name }
    return { record in
      guard let place else {
        Issue.record("no input \(name)")
        return
      }
      record.assessment.inputs[place] = value
    }
  }

  private static func figure(_ name: String, _ set: CriteriaSet, _ value: FigureValue) -> Answer {
    let place = set.figures.firstIndex { $0.name == name }
    return { record in
      guard let place else {
        Issue.record("no figure \(name)")
        return
      }
      record.figures[place] = value
    }
  }

  private static func blank(_ name: String, _ item: Int, _ set: CriteriaSet, of most: Int)
    -> OpenQuestion
  {
    var ends = [
      type(name, set, .given(.number(0))), type(name, set, .given(.number(Exact(most)))),
    ]
    if item == 0 { ends.append(decide(0, .markNotApplicable)) }
    return OpenQuestion(
      name: "blank \(name)", ends: ends,
      inner: [points(item, Exact(1, over: 2) ?? 0), type(name, set, .given(.number(1)))],
      open: type(name, set, .blank))
  }

  private static func level(_ set: CriteriaSet) -> OpenQuestion {
    OpenQuestion(
      name: "blank level",
      ends: ["x", "z"].map { type("l", set, .given(.text($0))) },
      inner: [type("l", set, .given(.text("y"))), points(1, 0)], open: type("l", set, .blank))
  }

  private static let askedLevel = OpenQuestion(
    name: "explanation of a level", ends: [points(1, -1), points(1, 2)],
    inner: [decide(1, .accept), points(1, 1)], open: decide(1, .requestExplanation))

  private static let asked = OpenQuestion(
    name: "explanation", ends: [points(0, 0), points(0, 2), decide(0, .markNotApplicable)],
    inner: [decide(0, .accept), points(0, 1)], open: decide(0, .requestExplanation))

  private static let claimed = OpenQuestion(
    name: "claimed not applicable",
    ends: [decide(0, .accept), points(0, 0), points(0, 2)], inner: [points(0, 1)],
    open: { $0.answer(0) { $0.notApplicable = "không phát sinh" } })

  private static let unproven = OpenQuestion(
    name: "no evidence", ends: [decide(0, .accept), decide(0, .rejectEvidence([]))], inner: [],
    open: { $0.answer(0) { $0.citations = [] } })

  private static let impossible = OpenQuestion(
    name: "broken", ends: [points(0, 0), points(0, 2), decide(0, .markNotApplicable)],
    inner: [points(0, 1), { $0.assessment.inputs[1] = .given(.number(1)) }],
    open: { $0.assessment.inputs[1] = .given(.number(9)) })

  private static func staff(_ set: CriteriaSet) -> OpenQuestion {
    OpenQuestion(
      name: "shared", ends: [0, 4].map { type("staff", set, .given(.number($0))) },
      inner: [type("staff", set, .given(.number(1)))], isShared: true,
      open: type("staff", set, .blank))
  }

  private static func missing(
    _ name: String, _ set: CriteriaSet, _ ends: [Exact], _ inner: [Exact]
  ) -> OpenQuestion {
    OpenQuestion(
      name: "missing \(name)", ends: ends.map { figure(name, set, .known(.number($0))) },
      inner: inner.map { figure(name, set, .known(.number($0))) },
      open: figure(name, set, .missing))
  }

  /// What other units are compared with.
  private static func rate(_ set: CriteriaSet) -> OpenQuestion {
    OpenQuestion(
      name: "missing rate", ends: [0, 9].map { figure("reports.rate", set, .known(.number($0))) },
      inner: [figure("reports.rate", set, .known(.number(1)))], isShared: true,
      open: figure("reports.rate", set, .missing))
  }

  private static func flag(_ name: String, _ item: Int, _ set: CriteriaSet) -> OpenQuestion {
    func applying(_ own: Exact) -> Answer {
      { record in
        figure(name, set, .known(.truth(true)))(&record)
        points(item, own)(&record)
      }
    }
    return OpenQuestion(
      name: "unknown \(name)",
      ends: [figure(name, set, .known(.truth(false))), applying(0), applying(2)],
      inner: [applying(1), figure(name, set, .known(.truth(true)))],
      open: figure(name, set, .missing))
  }

  private static func disputed(
    _ set: CriteriaSet, _ name: String, _ held: Exact, _ claim: Exact, _ between: Exact
  ) -> OpenQuestion {
    func answer(_ decision: AppraisalEntry.Decision) -> Answer {
      {
        $0.entries.append(
          AppraisalEntry(
            subject: .figure(name), stage: PageStage.second, decision: decision, reason: "…",
            author: "to", at: nil, span: RoundBench.span))
      }
    }
    return OpenQuestion(
      name: "disputed \(name)", ends: [answer(.accept), answer(.correctFigure(.number(claim)))],
      inner: [answer(.correctFigure(.number(between)))],
      open: { record in
        figure(name, set, .known(.number(held)))(&record)
        if name == "dossiers.late" {
          figure("dossiers.late_rate", set, .known(.number(held.divided(by: 100) ?? 0)))(&record)
        }
        record.assessment.disputes.append(
          Dispute(figure: name, claim: .number(claim), ground: "…", line: 1))
      })
  }

  private static let council = OpenQuestion(
    name: "council",
    ends: [0, 2].map { given in
      {
        $0.entries.append(
          RoundBench.entry(7, PageStage.council, .setPoints(given, beyondRule: false)))
      }
    }, inner: [], open: { record in record.entries.removeAll { $0.subject == .item(7) } })

  private static func undefined(_ set: CriteriaSet) -> OpenQuestion {
    OpenQuestion(
      name: "undefined", ends: [points(10, 0), points(10, 2)],
      inner: [points(10, 1), type("g", set, .given(.number(4)))],
      open: type("g", set, .given(.number(0))))
  }
}
