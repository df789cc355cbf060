internal import EventLog
internal import Grading
internal import Loading
internal import Procedure

/// What the council decides of several points of its agenda at once, each in its own way, with one
/// reason: an act for each, all or none.
struct AgendaDecision {
  /// What is decided of one point; raw values stand in forms.
  enum Choice: String, Sendable, CaseIterable {
    case standing = "giu-tham-dinh"
    case claim = "giu-tu-cham"
    case points = "cho-diem"
  }

  /// The most points of one form.
  static let most = 100

  static func mark(_ event: Int) -> String { "n.\(event)" }
  static func choice(_ event: Int) -> String { "q.\(event)" }
  static func points(_ event: Int) -> String { "d.\(event)" }

  // The page's other form has a reason and a document of its own.
  static let reason = "ly-do-quyet-dinh"
  static let basis = "co-so-quyet-dinh"

  /// Typed once, for all of them.
  static let common =
    [AppraisalForm.ground, reason, basis, AppraisalForm.beyond] + AppraisalForm.votes

  let chosen: [(event: Int, work: MatterWork)]
  let fields: [String: String]
  /// What cannot be meant, by the field's name; of none in particular under an empty one.
  private(set) var problems: [String: String] = [:]
  /// One for each point; empty while something cannot be meant.
  private(set) var contents: [EventContent] = []
  /// A point that the sender may not decide, with why.
  private(set) var refused: (matter: ItemOfUnit, refusal: ActRefusal)?

  /// - Parameter points: those that can be chosen, with the events that put them there.
  init(
    _ form: [String: String], _ points: [(event: Int, work: MatterWork)], by person: Person,
    at time: EventTime, _ frame: PageFrame
  ) {
    chosen = points.filter { form[AgendaDecision.mark($0.event)]?.isEmpty == false }
    let own = points.flatMap {
      [
        AgendaDecision.mark($0.event), AgendaDecision.choice($0.event),
        AgendaDecision.points($0.event),
      ]
    }
    let names = Set(AgendaDecision.common + own)
    fields = form.filter { names.contains($0.key) && !$0.value.isEmpty }
    guard !chosen.isEmpty else {
      problems[""] = frame.say("chọn ít nhất một nội dung", "choose at least one")
      return
    }
    guard Set(chosen.map(\.work.matter.id)).count == chosen.count else {
      problems[""] = frame.say(
        "một tiêu chí chỉ quyết định một lần", "one item is decided only once")
      return
    }
    for (event, work) in chosen {
      if let refusal = work.rights.refusal(of: .decide(work.matter.id), by: work.account) {
        refused = (work.matter.id, refusal)
        return
      }
      take(event, work, by: person, at: time, frame)
    }
    if !problems.isEmpty { contents = [] }
  }

  private mutating func take(
    _ event: Int, _ work: MatterWork, by person: Person, at time: EventTime, _ frame: PageFrame
  ) {
    let names = (choice: AgendaDecision.choice(event), points: AgendaDecision.points(event))
    guard let choice = fields[names.choice].flatMap(Choice.init) else {
      problems[names.choice] = frame.say("chọn một việc", "choose one")
      return
    }
    var own = fields.filter { AgendaDecision.common.contains($0.key) }
    own[AppraisalForm.choice] =
      (choice == .points ? AppraisalForm.Choice.points : .accept).rawValue
    own[AppraisalForm.points] = fields[names.points]
    own[AppraisalForm.reason] = fields[AgendaDecision.reason]
    own[AppraisalForm.basis] = fields[AgendaDecision.basis]
    let form = AppraisalForm(
      own, .decided, [.accept, .points], of: work.matter, by: person.id,
      role: person.role.rawValue, at: time, frame)
    for (name, problem) in form.problems {
      problems[name == AppraisalForm.points ? names.points : name] = problem
    }
    guard var content = form.content else { return }
    if choice == .claim {
      guard let claim = work.matter.claimedPoints else {
        problems[names.choice] = frame.say(
          "nơi này không có điểm tự chấm", "the unit claims no points")
        return
      }
      WrittenDecision.points(claim, beyondRule: own[AppraisalForm.beyond] != nil).fill(
        &content,
        EventDrafting(
          work.snapshot.round, unit: work.matter.place, subject: .item(work.matter.item.id)))
    }
    // Said of all, meant of those that the rule cannot give.
    if let points = content.to?.points, work.matter.item.reachable.contains(points) {
      content.isBeyondRule = false
    }
    contents.append(content)
  }
}

extension Matter {
  /// What the unit claims; nil: nothing that is a number of points.
  var claimedPoints: Exact? {
    guard let layer = snapshot.round.layers.firstIndex(of: .claimed) else { return nil }
    let outcome = result.sheets[layer][item.index]
    return outcome.state == .scored ? outcome.points : nil
  }
}
