internal import DossierCounting
internal import HTMLWriting
internal import Store

/// How far what a unit says of a dossier has come.
struct DossierState: Hashable, Sendable {
  enum Standing: Hashable, Sendable {
    case waits
    case accepted
    case refused
    case withdrawn
  }

  let standing: Standing
  /// Why it was decided so.
  let note: String?

  /// As it counts: what the rules do not consider is not accepted, whatever was decided.
  static func standing(of explanation: DossierExplanation, _ rules: DossierRules) -> Standing {
    if explanation.decision == .pending { return .waits }
    return switch rules.effect(of: explanation).decision {
    case .pending: .waits
    case .accepted: .accepted
    case .refused: .refused
    }
  }

  func title(_ frame: PageFrame) -> String {
    switch standing {
    case .waits: frame.say("chờ quyết định", "waits")
    case .accepted: frame.say("được chấp nhận", "accepted")
    case .refused: frame.say("không được chấp nhận", "refused")
    case .withdrawn: frame.say("đã rút", "taken back")
    }
  }

  func write(_ frame: PageFrame, _ page: inout HTMLWriter) {
    let name =
      switch standing {
      case .waits, .withdrawn: "state"
      case .accepted: "state done"
      case .refused: "state bad"
      }
    page.element("span", .class(name), text: title(frame))
  }
}

/// What was said of a unit's dossiers, sent here or standing in the round's tables.
struct DossierStates {
  private var sent: [String: DossierRequest] = [:]
  private var corrected: Set<String> = []
  private var explained: [String: DossierExplanation] = [:]
  private let rules: DossierRules

  init(_ requests: [DossierRequest], _ records: CaseRecords, _ rules: DossierRules) {
    self.rules = rules
    for request in requests { sent[request.dossier] = request }
    corrected = Set(records.corrections.map(\.dossier))
    for explanation in records.explanations { explained[explanation.dossier] = explanation }
  }

  /// nil: nothing was said.
  subscript(dossier: String) -> DossierState? {
    let sent = sent[dossier]
    if let sent, sent.state == .open { return DossierState(standing: .waits, note: nil) }
    if corrected.contains(dossier) {
      return DossierState(standing: .accepted, note: sent?.note)
    }
    if let filed = explained[dossier] {
      return DossierState(
        standing: DossierState.standing(of: filed, rules), note: sent?.note)
    }
    guard let sent else { return nil }
    let standing: DossierState.Standing =
      switch sent.state {
      case .open: .waits
      case .accepted: .accepted
      case .refused: .refused
      case .withdrawn: .withdrawn
      }
    return DossierState(standing: standing, note: sent.note)
  }
}
