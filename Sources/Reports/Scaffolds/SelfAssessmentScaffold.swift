internal import Diagnostics
package import Grading

/// A unit's empty self-assessment with everything it needs to know beside each item.
///
/// Made from the set, the round's plan and the unit alone: nothing of any other unit can be in it.
/// - Parameter officeNames: names of the offices that appraise or keep registers, by id.
package func selfAssessmentScaffold(
  set: CriteriaSet, unit: Unit, plan: RoundPlan, officeNames: [String: String] = [:]
) -> String {
  var scaffold = SelfAssessmentScaffold(
    set: set, unit: unit, plan: plan, officeNames: officeNames)
  scaffold.write()
  return scaffold.out.text
}

struct SelfAssessmentScaffold {
  let set: CriteriaSet
  let unit: Unit
  let plan: RoundPlan
  let officeNames: [String: String]
  let words: RuleWords
  var out = ScaffoldText()

  init(set: CriteriaSet, unit: Unit, plan: RoundPlan, officeNames: [String: String]) {
    self.set = set
    self.unit = unit
    self.plan = plan
    self.officeNames = officeNames
    words = RuleWords(
      set: set, language: .vietnamese, calendar: plan.calendar, traits: plan.traitTitles)
  }

  mutating func write() {
    writeHeader()
    writeShared()
    writeAnswers()
    writeFoot()
  }

  private mutating func writeHeader() {
    out.comment("Bản tự chấm điểm của \(unit.name)")
    out.comment("Kỳ đánh giá: \(plan.title)")
    out.comment("Bộ tiêu chí: \(set.title)")
    if plan.isIllustrative { out.comment("Kỳ đánh giá này dùng số liệu minh họa.") }
    out.comment(
      "Cách điền: ghi số liệu sau dấu hai chấm; chưa có thì để trống. Số thập phân ghi dấu chấm (0.5), tỷ lệ ghi như 87.5%, ngày ghi như 2017-01-31, không có văn bản thì ghi none, có hoặc không ghi yes hoặc no. Điểm tự chấm mặc định là điểm tính từ số liệu; chỉ ghi points khi chấm khác đi, kèm lý do ở note."
    )
    out.comment(
      "Tài liệu kiểm chứng: ghi mỗi tài liệu một lần trong evidence.yaml, rồi dẫn ở đây như [{id: ke-hoach-cchc, section: II, pages: 1-4}]."
    )
    out.line("format: parindex/self-assessment@1")
    out.line("round: \(ScaffoldText.scalar(plan.id))")
    out.line("unit: \(unit.id)")
    out.entry(
      "submitted_at", "", "ghi khi nộp, như 2017-12-19T15:30; để trống là bản nháp\(deadline)",
      indent: 0)
    out.comment("signed_by: {name: Họ và tên, position: Chức vụ}")
  }

  private var deadline: String {
    guard let stage = plan.stages.first(where: { $0.kind == .claim }), let limit = stage.deadline
    else { return "" }
    return "; hạn nộp: \(limit.minute == nil ? "hết ngày " : "")\(limit.vietnameseText)"
  }

  private mutating func writeShared() {
    guard !set.sharedInputs.isEmpty else { return }
    out.blank()
    out.comment("Dữ liệu dùng chung: ghi một lần, nhiều mục dùng.")
    out.line("shared_inputs:")
    for input in set.inputs[set.sharedInputs] { write(input, indent: 2) }
  }

  private mutating func writeAnswers() {
    out.blank()
    let isAnswered = set.items.contains { $0.scoredBy == .unit && absence($0) == nil }
    out.line(isAnswered ? "answers:" : "answers: {}")
    for area in set.areas {
      out.blank()
      let limit = area.kind == .regular ? "" : ", \(area.kind.wording.vietnamese)"
      out.comment(
        "===== Lĩnh vực \(area.id). \(area.title) (\(words.numbers.points(area.maximum))\(limit))",
        indent: 2)
      for criterion in set.criteria[area.criteria] {
        let items = set.items[criterion.items]
        if !items.contains(where: { $0.id == criterion.id }) {
          out.blank()
          let points = words.numbers.points(criterion.maximum)
          out.comment("--- Tiêu chí \(criterion.id). \(criterion.title) (\(points))", indent: 2)
        }
        for item in items { write(item) }
      }
    }
  }

  private mutating func writeFoot() {
    out.blank()
    let own = ["submission", "subordinates", "assessment", "previous"]
    if let figure = set.figures.first(where: { !own.contains(String($0.namespace)) }) {
      out.comment(
        "Không đồng ý với số liệu do cơ quan khác theo dõi thì bỏ dấu # ở các dòng sau, ghi tên số liệu, số cho là đúng và lý do."
      )
      out.comment("disputes:")
      out.comment(
        "- {figure: \(figure.name), claim: 0, ground: Lý do, evidence: [{id: bao-cao-quy-3}]}")
    }
    if set.figures.contains(where: { $0.namespace == "dossiers" }) {
      out.comment(
        "Có hồ sơ liên thông trễ hạn thì lập danh sách riêng và ghi tệp ở đây (bỏ dấu #).")
      out.comment("linked_late_dossiers: evidence/lien-thong-tre-han.csv")
    }
  }
}

/// What a unit's form says of the items of its set, before anything is filled in.
package struct SelfAssessmentForm {
  private let scaffold: SelfAssessmentScaffold

  package var set: CriteriaSet { scaffold.set }

  package init(
    set: CriteriaSet, unit: Unit, plan: RoundPlan, officeNames: [String: String] = [:]
  ) {
    scaffold = SelfAssessmentScaffold(
      set: set, unit: unit, plan: plan, officeNames: officeNames)
  }

  /// Why an item does not apply, as far as the unit's id and traits decide; nil: it may.
  package func absence(_ item: Item) -> String? { scaffold.absence(item) }

  /// A condition that only the year's data will decide.
  package func openCondition(_ item: Item) -> String? { scaffold.openCondition(item) }
}
