package import Diagnostics
package import Grading

/// A small round without a single gap, made to be spoilt in one place.
package struct GapWorld {
  package static let file = SourceFile(path: "units/a/self-assessment.yaml")
  package static let shelf = SourceFile(path: "units/a/evidence.yaml")
  package static let span = SourceSpan(whole: SourceFile(path: "so.yaml"))

  package var set = GapWorld.makeSet()
  package var plan = GapWorld.makePlan()
  package var records: [UnitRecord] = []

  package init() { records = [makeRecord("a"), makeRecord("b")] }

  package var round: Round { Round(plan: plan, sets: [set], records: records) }

  package var gaps: UnitGaps { GapFinder(round).gaps(of: 0) }

  package func gap(_ code: GapCode) -> EvidenceGap? { gaps.gaps.first { $0.code == code } }

  // MARK: Spoiling

  package mutating func answer(_ item: Int, _ change: (inout Answer) -> Void) {
    var answer = records[0].assessment.answers[item] ?? Answer()
    change(&answer)
    records[0].assessment.answers[item] = answer
  }

  package mutating func document(_ change: (inout EvidenceDocument) -> Void) {
    change(&records[0].assessment.shelf[0])
  }

  package mutating func figure(_ name: String, _ value: FigureValue) {
    for (place, figure) in set.figures.enumerated() where figure.name == name {
      records[0].figures[place] = value
    }
  }

  package mutating func enter(_ item: Int, _ stage: Int, _ decision: AppraisalEntry.Decision) {
    records[0].entries.append(GapWorld.entry(.item(item), stage, decision))
  }

  package static func entry(
    _ subject: AppraisalEntry.Subject, _ stage: Int, _ decision: AppraisalEntry.Decision
  ) -> AppraisalEntry {
    AppraisalEntry(
      subject: subject, stage: stage, decision: decision, reason: "chưa rõ", author: "to",
      at: nil, span: span)
  }

  // MARK: The sound round

  package static func moment(_ text: String) -> LocalMoment? { LocalMoment(parsing: text) }

  package static func day(_ text: String) -> CalendarDay? { LocalMoment(parsing: text)?.day }

  package static func makePlan() -> RoundPlan {
    func stage(_ id: String, _ kind: Stage.Kind, _ deadline: String) -> Stage {
      Stage(
        id: id, title: id, kind: kind, who: nil, deadline: moment(deadline),
        allowsBeyondRule: kind == .council)
    }
    func block(_ id: String) -> Block {
      Block(
        id: id, title: id, council: "province", unitTypes: [id], grades: [], gradesOn: .rounded,
        rankedOn: .rounded, ties: .competition, tieBreakers: [], groupsByParent: false,
        conditions: [], conditionFigures: [], gradesUnranked: true, span: span)
    }
    return RoundPlan(
      id: "r", title: "Round", calendar: RoundCalendar(year: 2017),
      stages: [
        stage("self-assessment", .claim, "2017-12-20T17:00"),
        stage("appraisal-1", .appraisal, "2018-01-03"),
        stage("explanation", .explanation, "2018-01-08"),
        stage("appraisal-2", .appraisal, "2018-01-13"),
        stage("council", .council, "2018-01-15"),
      ],
      blocks: [block("so"), block("xa")], beforeAppraisal: .computed, notSubmitted: .unranked,
      surveysNotHeld: [], isIllustrative: false)
  }

  package static func expression(_ reference: Reference, _ type: ValueType = .number)
    -> CheckedExpression
  {
    CheckedExpression(
      tree: .name(reference), type: type, source: "\(reference)", references: [reference])
  }

  package static func date(_ text: String) -> CheckedExpression? {
    day(text).map {
      let (year, month, day) = $0.components
      return CheckedExpression(
        tree: .date(
          year: .number(Exact(year)), month: .number(Exact(month)), day: .number(Exact(day))),
        type: .date, source: text, references: [])
    }
  }

  /// Nine items: own with evidence, register, survey, dossiers, council, list, own that may not
  /// apply, own that repeats a dossier figure, compared with the best.
  package static func makeSet() -> CriteriaSet {
    let figures = [
      FigureName(name: "reports.late", type: .count, title: "Số báo cáo trễ hạn"),
      FigureName(name: "survey.overall", type: .rate, title: "Chỉ số hài lòng"),
      FigureName(name: "dossiers.in_time_rate", type: .rate, title: "Tỷ lệ đúng hạn"),
      FigureName(name: "submission.linked_list", type: .yesNo, title: "Có danh sách"),
      FigureName(name: "staffing.autonomous", type: .yesNo, title: "Tự chủ"),
      FigureName(name: "dossiers.resolved", type: .count, title: "Số hồ sơ đã giải quyết"),
      FigureName(name: "online.rate", type: .rate, title: "Tỷ lệ trực tuyến"),
      FigureName(name: "dossiers.late_linked", type: .count, title: "Số hồ sơ liên thông trễ hạn"),
    ]
    var inputs = ["completed", "published", "resolved"].map {
      Input(name: $0, type: .count, title: $0, span: span)
    }
    inputs[2].sameAs = 5
    func perItem(_ place: Int) -> Rule {
      .perItem(PerItemRule(count: expression(.input(place)), points: 1))
    }
    let late = DeductionRule.Kind(
      count: expression(.figure(0)), points: Exact(1, over: 2) ?? .zero)
    let rules: [(Rule, Exact, ScoredBy)] = [
      (perItem(0), 2, .unit), (.deduction(DeductionRule(kinds: [late], floor: 0)), 2, .register),
      (.survey(expression(.figure(1))), 2, .survey),
      (
        .proportional(ProportionalRule(of: expression(.figure(2)), floor: nil, ceiling: 1)), 2,
        .dossiers
      ),
      (.council(CouncilRule(levels: [])), 2, .council),
      (.yesNo(expression(.figure(3), .truth)), 1, .system), (perItem(1), 2, .unit),
      (perItem(2), 2, .unit), (.relativeToBest(expression(.figure(6))), 2, .register),
    ]
    var items = rules.enumerated().map { place, rule in
      var item = Item(
        index: place, id: "1.\(place + 1)", title: "Tiêu chí \(place + 1)", area: 0, criterion: 0,
        maximum: rule.1, rule: rule.0, span: span)
      item.scoredBy = rule.2
      return item
    }
    items[0].inputs = 0..<1
    items[6].inputs = 1..<2
    items[7].inputs = 2..<3
    items[0].evidence.isRequired = true
    items[0].evidence.kinds = ["kế hoạch"]
    items[0].evidence.datedFrom = date("2017-01-01")
    items[0].evidence.datedThrough = date("2017-12-31")
    items[0].evidence.atMostItems = 2
    items[6].mayBeNotApplicable = true
    items[6].applicability = [
      Applicability(
        appliesWhen: expression(.figure(4), .truth), notApplicableFor: [], effect: .exclude,
        span: span)
    ]
    items[8].links = .block
    return CriteriaSet(
      id: "so", title: "Set", year: 2017, unitType: "so", maximum: 17,
      rounding: Rounding(points: 2, index: 2, mode: .halfUp),
      areas: [
        Area(
          id: "1", title: "Lĩnh vực", kind: .regular, maximum: 17, isOptional: false, clause: nil,
          criteria: 0..<1, items: 0..<9, span: span)
      ],
      criteria: [
        Criterion(
          id: "1", title: "Tiêu chí", area: 0, maximum: 17, isOptional: false, clause: nil,
          items: 0..<9, span: span)
      ],
      items: items, inputs: inputs, sharedInputs: 0..<0, figures: figures, units: [], span: span)
  }

  package func makeRecord(_ id: String, parent: String? = nil, block: Int = 0) -> UnitRecord {
    var assessment = SelfAssessment(set: set)
    assessment.file = GapWorld.file
    assessment.shelfFile = GapWorld.shelf
    assessment.submittedAt = GapWorld.moment("2017-12-19T15:30")
    assessment.inputs = [2, 2, 2].map { .given(.number($0)) }
    assessment.listsLinkedLate = true
    var document = EvidenceDocument(id: "plan", kind: "Kế hoạch", line: 4)
    document.number = "12/KH-\(id)"
    document.date = GapWorld.day("2017-02-01")
    document.issuer = id
    document.file = "evidence/plan.pdf"
    document.state = .present(sha256: "digest of \(id)")
    assessment.shelf = [document]
    assessment.answers[0] = Answer(
      citations: [Citation(document: 0, section: "II", pages: "1-4")], line: 7)
    return UnitRecord(
      unit: Unit(id: id, name: "Sở \(id)", type: "so", parent: parent, span: GapWorld.span),
      set: 0, block: block, assessment: assessment,
      figures: [
        .known(.number(0)), .known(.number(Exact(4, over: 5) ?? .zero)),
        .known(.number(Exact(9, over: 10) ?? .zero)), .known(.truth(true)), .known(.truth(true)),
        .known(.number(2)), .known(.number(Exact(1, over: 2) ?? .zero)), .known(.number(0)),
      ],
      entries: [GapWorld.entry(.item(4), 4, .setPoints(1, beyondRule: false))])
  }
}
