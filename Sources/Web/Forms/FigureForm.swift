internal import EventLog
internal import Grading
internal import Loading
internal import Procedure

/// What the office that keeps a figure says of it, as it is typed or was when it was proposed: it is
/// put right as the unit claims, or otherwise, or stays.
struct FigureForm {
  /// As typed, by the form's names; nothing else of what was sent.
  let fields: [String: String]
  /// What cannot be meant, by the field's name.
  private(set) var problems: [String: String] = [:]
  /// nil while something cannot be meant.
  private(set) var content: EventContent?

  init(
    _ form: [String: String], _ work: DisputeWork, by person: String, role: String,
    at time: EventTime, _ frame: PageFrame
  ) {
    let names = [
      DisputePage.choice, DisputePage.value, AppraisalForm.ground, AppraisalForm.reason,
      AppraisalForm.basis,
    ]
    fields = form.filter { names.contains($0.key) && !$0.value.isEmpty }
    guard let value = value(work, frame) else { return }
    var content = EventContent(time: time, author: person, role: role, kind: .corrected)
    content.unit = work.unit
    content.subject = work.subject
    content.stage = work.snapshot.plan.stages.current([.appraisal], at: time)?.id
    content.ground = fields[AppraisalForm.ground]
    content.text = fields[AppraisalForm.reason]
    content.basis = fields[AppraisalForm.basis]
    WrittenDecision.value(value).fill(
      &content, EventDrafting(work.snapshot.round, unit: work.place, subject: work.subject))
    // The kind says what it is.
    content.decision = nil
    self.content = content
  }

  /// What the figure becomes, as files write it; nil: that cannot be meant.
  private mutating func value(_ work: DisputeWork, _ frame: PageFrame) -> String? {
    let name = work.figure.name
    switch fields[DisputePage.choice].flatMap(DisputePage.Choice.init) {
    case .accept?:
      if let claim = work.dispute.flatMap({ name.written($0.claim) }) { return claim }
    case .keep?:
      if work.dispute != nil, let held = work.figure.written { return held }
    case .other?:
      if let typed = fields[DisputePage.value] { return TypedValue.filed(typed, as: name.type) }
      problems[DisputePage.value] = frame.say("ghi giá trị đúng", "give the right value")
      return nil
    case nil: break
    }
    problems[DisputePage.choice] = frame.say(
      "chọn một việc làm được với số liệu này", "choose what can be done about it")
    return nil
  }
}
