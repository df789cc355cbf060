import Grading
import Loading
import Reports
import TestSupport
import Testing

/// Two rounds of two units each, under criteria that were changed between them.
struct YearWorld {
  static let head = """
    format: parindex/criteria@1
    title: Bộ tiêu chí
    unit_type: so
    max_points: 10
    rounding: {points: 2, index: 2}
    without_evidence: keep
    clause: {document: minh họa}

    """

  /// A: 4 for a yes, B: 4 by share, C: 2 for a yes.
  static let old = """
    id: cu/so
    year: 2017
    areas:
      - id: "1"
        title: Lĩnh vực một
        max_points: 10
        criteria:
          - {id: "1.1", title: Ban hành kế hoạch, max_points: 4, inputs: {a: {type: yes_no, title: Có}}, rule: {yes_no: a}}
          - {id: "1.2", title: Tỷ lệ nhiệm vụ hoàn thành, max_points: 4, inputs: {b: {type: rate, title: Tỷ lệ}}, rule: {proportional: {of: b}}}
          - {id: "1.3", title: Báo cáo, max_points: 2, inputs: {c: {type: yes_no, title: Có}}, rule: {yes_no: c}}

    """

  /// A: 6 for a yes; B is now 1.3 under another title and asks 50% at least; C is gone and D is new.
  static let new = """
    id: moi/so
    year: 2019
    areas:
      - id: "1"
        title: Lĩnh vực một
        max_points: 10
        criteria:
          - {id: "1.1", title: Ban hành kế hoạch, max_points: 6, inputs: {a: {type: yes_no, title: Có}}, rule: {yes_no: a}}
          - {id: "1.3", title: Mức hoàn thành việc được giao, max_points: 3, inputs: {b: {type: rate, title: Tỷ lệ}}, rule: {proportional: {of: b, floor: 50%}}}
          - {id: "1.4", title: Sáng kiến, max_points: 1, inputs: {d: {type: yes_no, title: Có}}, rule: {yes_no: d}}

    """

  static let declared = """
    counterparts: {of: cu/so, items: {"1.3": "1.2", "1.4": none}}

    """

  let old: CriteriaSet
  let new: CriteriaSet

  init(declaring: String = declared) throws {
    let folder = try TemporaryFolder()
    old = try ReportCases.load(try folder.write("cu.yaml", Self.head + Self.old))
    new = try ReportCases.load(try folder.write("moi.yaml", Self.head + Self.new + declaring))
  }

  /// What units answer, by the name of an input; a unit without answers handed in nothing.
  typealias Answers = [(id: String, values: [String: Value])]

  func round(_ set: CriteriaSet, _ year: Int, _ answers: Answers) -> Round {
    var plan = CriteriaTrialTests.plan
    plan.id = "ky-\(year)"
    plan.title = "Kỳ \(year)"
    plan.calendar.year = year
    plan.stages.append(
      Stage(
        id: "council", title: "Hội đồng", kind: .council, who: "council", deadline: nil,
        allowsBeyondRule: true))
    let records = answers.map { id, values in
      let unit = Grading.Unit(
        id: id, name: "Sở \(id.uppercased())", type: "so", span: ScaffoldTests.span)
      var assessment = SelfAssessment(set: set)
      if !values.isEmpty { assessment.submittedAt = LocalMoment(CalendarDay(number: 17510)) }
      for (place, input) in set.inputs.enumerated() {
        if let value = values[input.name] { assessment.inputs[place] = .given(value) }
      }
      return UnitRecord(
        unit: unit, set: 0, block: 0, assessment: assessment,
        figures: set.figures.map { _ in .missing })
    }
    return Round(plan: plan, sets: [set], records: records)
  }

  func compare(_ before: Answers, _ after: Answers) -> YearComparison {
    YearComparison(
      from: round(old, 2017, before), to: round(new, 2019, after),
      pairing: SetPairs.init(matching:_:))
  }

  static func share(_ percent: Int) -> Value { .number(Exact(percent, over: 100) ?? .zero) }
}
