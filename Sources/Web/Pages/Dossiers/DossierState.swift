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

  /// Of what was sent here, or stands in the round's tables; nil: nothing was said.
  static func one(
    of dossier: String, _ requests: [DossierRequest], _ records: CaseRecords
  ) -> DossierState? {
    let sent = requests.last { $0.dossier == dossier }
    if let sent, sent.state == .open { return DossierState(standing: .waits, note: nil) }
    if records.corrections.contains(where: { $0.dossier == dossier }) {
      return DossierState(standing: .accepted, note: sent?.note)
    }
    if let filed = records.explanations.last(where: { $0.dossier == dossier }) {
      let standing: Standing =
        switch filed.decision {
        case .pending: .waits
        case .accepted: .accepted
        case .refused: .refused
        }
      return DossierState(standing: standing, note: sent?.note)
    }
    guard let sent else { return nil }
    let standing: Standing =
      switch sent.state {
      case .open: .waits
      case .accepted: .accepted
      case .refused: .refused
      case .withdrawn: .withdrawn
      }
    return DossierState(standing: standing, note: sent.note)
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
