internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading

/// What somebody decides of an item in a form: an appraiser, the council, or the organiser who puts it
/// before the council.
struct AppraisalForm {
  /// What is chosen; raw values stand in forms.
  enum Choice: String, Sendable, CaseIterable {
    case accept = "chap-nhan"
    case points = "cho-diem"
    case inputs = "sua-so-lieu"
    case reject = "khong-cong-nhan"
    case notApplicable = "khong-ap-dung"
    case figure = "dinh-chinh"
    case ask = "yeu-cau"
    case agenda = "trinh"
  }

  static let choice = "quyet-dinh"
  static let points = "diem"
  static let beyond = "ngoai-khung"
  static let figure = "so-lieu"
  static let value = "gia-tri"
  static let ground = "can-cu"
  static let reason = "ly-do"
  static let basis = "co-so"
  static let due = "han"
  static let votes = ["tan-thanh", "khong-tan-thanh", "khong-bieu-quyet"]
  static let seen = "seen"
  static let step = "buoc"

  static func input(_ name: String) -> String { "i.\(name)" }
  static func document(_ id: String) -> String { "d.\(id)" }

  /// As typed, by the form's names; nothing else of what was sent.
  let fields: [String: String]
  /// What cannot be meant, by the field's name.
  private(set) var problems: [String: String] = [:]
  private(set) var content: EventContent?

  /// - Parameters:
  ///   - form: what was sent, or what was kept of it.
  ///   - kind: what a decision becomes: `appraised` or `decided`.
  ///   - choices: those that the sender has.
  init(
    _ form: [String: String], _ kind: EventKind, _ choices: [Choice], of matter: Matter,
    by person: String, role: String, at time: EventTime, _ frame: PageFrame
  ) {
    let known = AppraisalForm.names(matter)
    fields = form.filter { known.contains($0.key) && !$0.value.isEmpty }
    guard let choice = fields[AppraisalForm.choice].flatMap(Choice.init), choices.contains(choice)
    else {
      problems[AppraisalForm.choice] = frame.say("chọn một việc", "choose one")
      return
    }
    let kind: EventKind =
      switch choice {
      case .ask: .explanationRequested
      case .agenda: .agenda
      case .accept, .points, .inputs, .reject, .notApplicable, .figure: kind
      }
    var content = EventContent(time: time, author: person, role: role, kind: kind)
    content.unit = matter.unit
    content.stage = kind.stages.flatMap { matter.snapshot.plan.stages.current($0, at: time) }?.id
    content.subject = .item(matter.item.id)
    content.ground = fields[AppraisalForm.ground]
    content.text = fields[AppraisalForm.reason]
    content.basis = fields[AppraisalForm.basis]
    if choice == .figure { content.subject = fields[AppraisalForm.figure].map(EventSubject.figure) }
    let drafting = EventDrafting(
      matter.snapshot.round, unit: matter.place, subject: content.subject ?? .item(matter.item.id))
    take(choice, of: matter, drafting, &content, frame)
    if kind == .decided { takeVote(&content, frame) }
    if problems.isEmpty { self.content = content }
  }

  private mutating func take(
    _ choice: Choice, of matter: Matter, _ drafting: EventDrafting, _ content: inout EventContent,
    _ frame: PageFrame
  ) {
    let typed = fields
    switch choice {
    case .accept: WrittenDecision.accept.fill(&content, drafting)
    case .points:
      guard let points = number(AppraisalForm.points, frame) else { return }
      WrittenDecision.points(points, beyondRule: typed[AppraisalForm.beyond] != nil)
        .fill(&content, drafting)
    case .inputs:
      let changed = matter.changedInputs(typed)
      guard !changed.isEmpty else {
        problems[AppraisalForm.choice] = frame.say(
          "chưa sửa số liệu nào", "no input is another than it was")
        return
      }
      WrittenDecision.inputs(changed).fill(&content, drafting)
    case .reject: WrittenDecision.reject(documents(matter)).fill(&content, drafting)
    case .notApplicable: WrittenDecision.notApplicable.fill(&content, drafting)
    case .figure:
      guard let figure = matter.figure(typed[AppraisalForm.figure] ?? "") else {
        problems[AppraisalForm.figure] = frame.say("chọn số liệu", "choose a figure")
        return
      }
      guard let value = typed[AppraisalForm.value] else {
        problems[AppraisalForm.value] = frame.say("ghi giá trị đúng", "give the right value")
        return
      }
      WrittenDecision.value(TypedValue.filed(value, as: figure.type)).fill(&content, drafting)
    case .ask:
      if content.text == nil {
        problems[AppraisalForm.reason] = frame.say("ghi nội dung yêu cầu", "say what is asked")
      }
      content.documents = documents(matter)
      guard let due = typed[AppraisalForm.due] else { return }
      guard let moment = LocalMoment(parsing: TypedValue.date(due)) else {
        problems[AppraisalForm.due] = frame.say(
          "ghi ngày giờ như 31/01/2018 17:00", "give a day and time like 2018-01-31T17:00")
        return
      }
      guard content.time < EventTime(LocalMoment(moment.day, minute: moment.minute ?? 0)) else {
        problems[AppraisalForm.due] = frame.say(
          "hạn phải sau lúc này", "it has to be later than now")
        return
      }
      content.due = moment
    case .agenda:
      content.from = drafting.points.map(EventValue.points)
      if typed[AppraisalForm.points] != nil {
        content.to = number(AppraisalForm.points, frame).map(EventValue.points)
        content.isBeyondRule = typed[AppraisalForm.beyond] != nil
      }
    }
  }

  /// The event that put the very inputs in force that this form gives: then it is no change any more.
  /// - Parameter newer: what happened since the form was made.
  func repeated(by newer: [RoundEvent], of matter: Matter, from person: String) -> Int? {
    guard newer.count == 1, let event = newer.first, event.content.author == person,
      fields[AppraisalForm.choice] == Choice.inputs.rawValue, event.content.decision == .adjust,
      case .inputs? = event.content.to, matter.changedInputs(fields).isEmpty
    else { return nil }
    return event.sequence
  }

  private mutating func takeVote(_ content: inout EventContent, _ frame: PageFrame) {
    let counts = AppraisalForm.votes.map { fields[$0] ?? "" }
    guard counts.contains(where: { !$0.isEmpty }) else { return }
    content.vote = EventVote(typed: counts.map { $0.isEmpty ? "0" : $0 }.joined(separator: "/"))
    if content.vote == nil {
      problems[AppraisalForm.votes[0]] = frame.say(
        "số phiếu là số nguyên", "votes are whole numbers")
    }
  }

  private mutating func number(_ name: String, _ frame: PageFrame) -> Exact? {
    if let number = Exact(parsing: TypedValue.number(fields[name] ?? "")) { return number }
    problems[name] = frame.say("ghi một số, như 0,75", "give a number, like 0.75")
    return nil
  }

  private func documents(_ matter: Matter) -> [String] {
    matter.citedDocuments.filter { fields[AppraisalForm.document($0)] != nil }
  }

  private static func names(_ matter: Matter) -> Set<String> {
    Set(
      [choice, points, beyond, figure, value, ground, reason, basis, due] + votes
        + matter.inputs.map { input($0.name) } + matter.citedDocuments.map(document))
  }
}
