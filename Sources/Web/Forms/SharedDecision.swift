internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// One decision, with one reason, of the same item of several units: an act for each, all or none.
struct SharedDecision {
  /// What can be said of several at once; what differs from unit to unit is said one by one.
  static let choices: [AppraisalForm.Choice] = [.accept, .points, .reject, .notApplicable, .ask]

  /// The most units of one form.
  static let most = 200

  static func unit(_ id: String) -> String { "u.\(id)" }

  let chosen: [MatterWork]
  /// Typed once, for all.
  let fields: [String: String]
  private(set) var problems: [String: String] = [:]
  /// One for each unit; empty while something cannot be meant.
  private(set) var contents: [EventContent] = []
  /// A unit about which the sender may not say it, with why.
  private(set) var refused: (unit: String, refusal: ActRefusal)?

  func isAbout(_ unit: String) -> Bool { chosen.contains { $0.matter.unit == unit } }

  /// - Parameter works: the units that can be chosen.
  init(
    _ form: [String: String], _ works: [MatterWork], by person: Person, at time: EventTime,
    _ frame: PageFrame
  ) {
    // In the round's order, whatever was decided since: what is sent twice is the same.
    chosen = works.filter { form[SharedDecision.unit($0.matter.unit)]?.isEmpty == false }
      .sorted { $0.matter.place < $1.matter.place }
    let names = [
      AppraisalForm.choice, AppraisalForm.points, AppraisalForm.ground, AppraisalForm.reason,
      AppraisalForm.basis, AppraisalForm.due,
    ]
    fields = form.filter { names.contains($0.key) && !$0.value.isEmpty }
    guard !chosen.isEmpty else {
      problems[SharedDecision.unit("")] = frame.say("chọn ít nhất một nơi", "choose some units")
      return
    }
    let choice = fields[AppraisalForm.choice].flatMap(AppraisalForm.Choice.init)
    var contents: [EventContent] = []
    for work in chosen {
      if let choice, SharedDecision.choices.contains(choice),
        let refusal = work.rights.refusal(
          of: MatterWork.act(choice, work.matter.id, work.account.role), by: work.account)
      {
        refused = (work.matter.unit, refusal)
        return
      }
      let own = AppraisalForm(
        fields, work.kind, work.choices.filter(SharedDecision.choices.contains), of: work.matter,
        by: person.id, role: person.role.rawValue, at: time, frame)
      problems.merge(own.problems) { first, _ in first }
      if let content = own.content { contents.append(content) }
    }
    if problems.isEmpty { self.contents = contents }
  }
}
