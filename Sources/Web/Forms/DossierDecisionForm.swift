internal import Diagnostics
internal import DossierCounting
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// What an office decides of what units say of their dossiers: the same of all that are chosen.
struct DossierDecisionForm: Sendable {
  enum Choice: String, CaseIterable {
    case accept = "chap-nhan"
    case refuse = "khong-chap-nhan"
  }

  static func request(_ subject: DossierSubject) -> String { "h.\(subject.key)" }

  /// Who decides.
  let person: Person
  let chosen: [DossierSubject]
  /// What was sent here and is named, whether it still waits or not.
  let named: Set<Int64>
  let choice: Choice?
  private(set) var problems: [String: String] = [:]
  /// What is written into the tables; a correction that is refused stands in none.
  private(set) var decisions: [DossierDecision] = []
  /// What was sent here and ends with it, each in the version that was looked at.
  private(set) var ended: [Int64: Int] = [:]

  init(
    _ form: FormFields, _ subjects: [DossierSubject], by person: Person, on day: CalendarDay,
    _ rules: DossierRules, _ frame: PageFrame
  ) {
    self.person = person
    chosen = subjects.filter { !form[Self.request($0)].isEmpty }
    choice = Choice(rawValue: form[AppraisalForm.choice])
    named = Set(
      form.values.filter { $0.key.hasPrefix("h.y") && !$0.value.isEmpty }
        .compactMap { Int64($0.key.dropFirst(3)) })
    if chosen.isEmpty {
      problems[Self.request(.none)] = frame.say("chọn ít nhất một hồ sơ", "choose some dossiers")
    }
    if choice == nil { problems[AppraisalForm.choice] = frame.say("chọn một việc", "choose one") }
    for (field, vi, en) in [
      (AppraisalForm.reason, "ghi lý do", "say why"),
      (AppraisalForm.basis, "ghi văn bản", "name the document"),
    ] where form[field].isEmpty {
      problems[field] = frame.say(vi, en)
    }
    for subject in chosen {
      guard form[Self.request(subject)] == String(subject.version) else {
        problems[Self.request(subject)] = frame.say(
          "đơn vị vừa sửa: xem lại nội dung", "the unit has just changed it: look at it again")
        continue
      }
      if let unit = subject.unit, unit == person.unit {
        problems[Self.request(subject)] = frame.say(
          "không ai quyết định hồ sơ của cơ quan mình: người của cơ quan khác quyết định",
          "nobody decides about their own office's dossiers: somebody of another office does")
        continue
      }
      if choice == .accept, let fault = subject.fault(rules, frame) {
        problems[Self.request(subject)] = fault
      }
      if let number = subject.number { ended[number] = subject.version }
      if let choice, let decision = subject.decision(choice, by: person.id, on: day) {
        decisions.append(decision)
      }
    }
  }
}

extension DossierDecisionForm {
  /// What was decided so before, by the same account: a second click says the same.
  func repeated(_ requests: [DossierRequest], by login: String, _ note: String) -> DossierRequest? {
    guard let choice, !named.isEmpty, chosen.isEmpty else { return nil }
    let state: DossierRequest.State = choice == .accept ? .accepted : .refused
    let ended = requests.filter { named.contains($0.number) }
    let isSame = ended.allSatisfy { $0.state == state && $0.closedBy == login && $0.note == note }
    return ended.count == named.count && isSame ? ended.last : nil
  }
}

/// What is to be decided of one dossier: sent here, or standing in the round's table without a
/// decision.
struct DossierSubject: Hashable, Sendable {
  /// Of what was sent here.
  let number: Int64?
  /// 0: of the table.
  let version: Int
  let dossier: String
  /// nil: no unit has it any more.
  let unit: String?
  let content: DossierRequest.Content
  let sentOn: CalendarDay?

  static let none = DossierSubject(
    number: nil, version: 0, dossier: "", unit: nil,
    content: .init(cause: nil, finished: nil, text: "", evidence: ""), sentOn: nil)

  /// What stands for it in a form.
  var key: String { number.map { "y\($0)" } ?? "b.\(dossier)" }

  /// Why it cannot be accepted; nil: it can.
  func fault(_ rules: DossierRules, _ frame: PageFrame) -> String? {
    guard content.finished == nil else {
      return content.evidence.isEmpty
        ? frame.say("không nêu tài liệu: không đính chính được", "it names no evidence") : nil
    }
    if rules.causes.isEmpty { return nil }
    guard let cause = rules.causes.first(where: { $0.id == content.cause }) else {
      return frame.say("không nêu nguyên nhân của quy định", "it names no cause of the rules")
    }
    guard cause.isConsidered else {
      return frame.say(
        "quy định không xem xét nguyên nhân này", "the rules do not consider this cause")
    }
    if let end = rules.explanationsUntil, let sentOn, LocalMinute(startOf: sentOn) >= end {
      return frame.say("gửi quá hạn giải trình", "it came too late")
    }
    return nil
  }

  /// The row that says it; nil: no table has one.
  func decision(
    _ choice: DossierDecisionForm.Choice, by person: String, on day: CalendarDay
  ) -> DossierDecision? {
    let nowhere = SourceSpan(whole: SourceFile(path: ""))
    let evidence = content.evidence.isEmpty ? nil : content.evidence
    if let finished = content.finished {
      guard choice == .accept, let moment = LocalMoment(parsing: finished) else { return nil }
      return .correction(
        DossierCorrection(
          dossier: dossier, finished: LocalMinute(lastOf: moment),
          reason: content.text.replacing("\n", with: " "), evidence: evidence, decidedBy: person,
          decidedOn: day, span: nowhere))
    }
    return .explanation(
      DossierExplanation(
        dossier: dossier, cause: content.cause, handedIn: sentOn.map { LocalMinute(startOf: $0) },
        decision: choice == .accept ? .accepted : .refused, decidedBy: person, evidence: evidence,
        span: nowhere))
  }
}
