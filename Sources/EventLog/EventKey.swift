/// The keys of a line, in their canonical order: by code units.
package enum EventKey: String, CaseIterable, Sendable {
  case answers
  case approvedBy = "approved_by"
  case attendance
  case basis
  case beyondRule = "beyond_rule"
  case by
  case decision
  case documents
  case due
  case evidence
  case figure
  case files
  case format
  case from
  case ground
  case item
  case kind
  case previous
  case role
  case round
  case sequence
  case stage
  case text
  case time
  case to
  case unit
  case vote

  /// Every event has them; `previous` all but the first.
  package static let everywhere: [EventKey] = [.by, .kind, .role, .sequence, .time]

  /// Every event may have them.
  package static let anywhere: [EventKey] = [.basis, .evidence, .ground, .previous, .text]
}

extension EventKind {
  /// Keys without which such an event says nothing.
  package var needs: [EventKey] {
    switch self {
    case .opened: [.files, .format, .round]
    case .submitted: [.files, .unit]
    case .corrected: [.stage, .text, .to, .unit]
    case .replaced: [.files, .text]
    case .appraised: [.decision, .stage, .unit]
    case .explanationRequested, .explained: [.stage, .text, .unit]
    case .agenda, .decided: [.stage]
    case .met: [.attendance, .stage, .text]
    case .locked: [.text]
    case .unlocked: [.ground]
    case .publication: [.to]
    case .reconsiderationAsked: [.text, .unit]
    case .reconsiderationAnswered: [.answers, .text, .unit]
    case .amended: [.basis, .text]
    }
  }

  /// Keys that such an event may have beside those of all.
  package var takes: [EventKey] {
    switch self {
    case .opened: []
    case .submitted: [.stage]
    case .corrected: [.approvedBy, .figure, .files, .from, .item]
    case .replaced: [.from]
    case .appraised: [.approvedBy, .decision, .figure, .from, .item, .unit]
    case .decided: [.approvedBy, .decision, .figure, .from, .item, .unit, .vote]
    case .met: []
    case .explanationRequested: [.documents, .due, .figure, .item]
    case .explained: [.answers, .figure, .files, .item]
    case .agenda: [.beyondRule, .figure, .from, .item, .to, .unit]
    case .locked, .unlocked: [.item, .stage, .unit]
    case .publication: [.from]
    case .reconsiderationAsked: [.due, .figure, .item]
    case .reconsiderationAnswered: [.approvedBy, .figure, .from, .item, .to]
    case .amended: [.figure, .files, .from, .item, .to, .unit]
    }
  }

  /// Whether it must say which item or which figure it is about.
  package var needsSubject: Bool {
    switch self {
    case .corrected, .appraised, .explanationRequested, .explained: true
    case .opened, .submitted, .replaced, .agenda, .met, .decided, .locked, .unlocked, .publication,
      .reconsiderationAsked, .reconsiderationAnswered, .amended:
      false
    }
  }
}

extension EventDecision {
  /// Keys without which it decides nothing.
  package var needs: [EventKey] {
    switch self {
    case .accept, .rejectEvidence, .markNotApplicable: []
    case .adjust, .setPoints: [.item, .to]
    case .correctFigure: [.figure, .to]
    }
  }

  /// Keys that it may have beside those of its event.
  package var takes: [EventKey] {
    switch self {
    case .accept, .adjust, .correctFigure: [.to]
    case .setPoints: [.beyondRule, .to]
    case .rejectEvidence: [.documents]
    case .markNotApplicable: []
    }
  }
}
