import Diagnostics
import Grading

/// A round put together by hand.
struct RoundBench {
  static let grades = [
    Grade(name: "Tốt", from: 85), Grade(name: "Khá", from: 70), Grade(name: "Yếu", from: 0),
  ]
  static let file = SourceFile(path: "round.yaml")
  static let span = SourceSpan(whole: file)

  var plan: RoundPlan
  var sets: [CriteriaSet]
  var records: [UnitRecord] = []

  /// One block for each set.
  init(_ sets: [CriteriaSet]) {
    self.sets = sets
    let stages = [
      Stage(
        id: "tu-cham", title: "", kind: .claim, who: nil, deadline: nil, allowsBeyondRule: false),
      Stage(
        id: "lan-1", title: "", kind: .appraisal, who: nil, deadline: nil, allowsBeyondRule: false),
    ]
    plan = RoundPlan(
      id: "thu", title: "", calendar: RoundCalendar(year: 2017), stages: stages,
      blocks: sets.indices.map { Self.block("khoi-\($0)") }, beforeAppraisal: .computed,
      notSubmitted: .unranked, surveysNotHeld: [], isIllustrative: false)
  }

  static func block(
    _ id: String, grades: [Grade] = RoundBench.grades, ties: TieMethod = .competition,
    conditions: [GradeCondition] = [], conditionFigures: [FigureName] = []
  ) -> Block {
    Block(
      id: id, title: "", council: "", unitTypes: [], grades: grades, gradesOn: .rounded,
      rankedOn: .rounded, ties: ties, tieBreakers: [], groupsByParent: false,
      conditions: conditions, conditionFigures: conditionFigures, gradesUnranked: true, span: span)
  }

  /// Adds a unit that handed in these inputs, by name.
  mutating func add(
    _ id: String, set: Int = 0, parent: String? = nil, inputs: [String: Value] = [:],
    figures: [String: FigureValue] = [:], entries: [AppraisalEntry] = [],
    _ change: (inout UnitRecord) -> Void = { _ in }
  ) {
    let criteria = sets[set]
    var assessment = SelfAssessment(set: criteria)
    assessment.submittedAt = LocalMoment(parsing: "2017-12-20T16:00")
    for (place, input) in criteria.inputs.enumerated() {
      if let value = inputs[input.name] { assessment.inputs[place] = .given(value) }
    }
    var record = UnitRecord(
      unit: Unit(id: id, name: id, type: criteria.unitType, parent: parent, span: Self.span),
      set: set, block: set, assessment: assessment,
      figures: criteria.figures.map { figures[$0.name] ?? .missing }, entries: entries)
    change(&record)
    records.append(record)
  }

  /// An entry of the first appraisal.
  static func entry(_ subject: AppraisalEntry.Subject, _ decision: AppraisalEntry.Decision)
    -> AppraisalEntry
  {
    AppraisalEntry(
      subject: subject, stage: 1, decision: decision, reason: "…", author: "to-giup-viec", at: nil,
      span: span)
  }

  func round() -> Round {
    Round(plan: plan, sets: sets, records: records)
  }
}

extension Round {
  /// An item's outcome; layers: 0 claimed, 1 computed, 2 first appraisal, 3 final.
  func outcome(_ unit: String, layer: Int, item: Int = 0) -> Outcome? {
    units.first { $0.record.unit.id == unit }?.sheets[layer][item]
  }

  func total(_ unit: String, layer: Int) -> Total? {
    units.first { $0.record.unit.id == unit }?.totals[layer]
  }
}
