internal import EventLog
internal import Grading
internal import Procedure
internal import Store

/// One item of one unit with whoever looks at it: what all of its pages begin with.
struct MatterWork {
  let matter: Matter
  let rights: Rights
  let account: Account
  /// What the account may do about it, in the order of forms.
  let choices: [AppraisalForm.Choice]
  /// What a decision becomes.
  let kind: EventKind
  /// Why it may do nothing; nil: it may, or its role never does.
  let refusal: ActRefusal?

  var snapshot: RoundSnapshot { matter.snapshot }
  var person: Person? { rights.person(of: account) }
  var showsPlaces: Bool { rights.allows(.readRankings, by: account) }

  init(_ matter: Matter, _ rights: Rights, _ account: Account) {
    self.matter = matter
    self.rights = rights
    self.account = account
    kind = account.role == .council ? .decided : .appraised
    var choices = MatterWork.all(account.role)
    if matter.figures.isEmpty { choices.removeAll { $0 == .figure } }
    if matter.inputs.isEmpty { choices.removeAll { $0 == .inputs } }
    if matter.citedDocuments.isEmpty { choices.removeAll { $0 == .reject } }
    let refusals = choices.map {
      rights.refusal(of: MatterWork.act($0, matter.id, account.role), by: account)
    }
    self.choices = zip(choices, refusals).filter { $0.1 == nil }.map(\.0)
    refusal = self.choices.isEmpty ? refusals.compactMap(\.self).first : nil
  }

  private static func all(_ role: AccountRole) -> [AppraisalForm.Choice] {
    switch role {
    case .helperTeam: [.accept, .points, .inputs, .reject, .notApplicable, .figure, .ask]
    case .council: [.accept, .points, .inputs, .notApplicable]
    case .organiser: [.agenda]
    case .unitOfficer, .unitHead, .registerKeeper, .decider, .auditor: []
    }
  }

  static func act(
    _ choice: AppraisalForm.Choice, _ matter: ItemOfUnit, _ role: AccountRole
  ) -> Act {
    switch choice {
    case .ask: .askExplanation(matter)
    case .agenda: .putOnAgenda(matter.unit)
    case .accept, .points, .inputs, .reject, .notApplicable, .figure:
      role == .council ? .decide(matter) : .appraise(matter)
    }
  }

  func sees(_ unit: String) -> Bool {
    unit == matter.unit || rights.allows(.readPlace(unit), by: account)
  }
}
