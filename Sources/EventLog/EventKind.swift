/// What happened to a round, or to a unit in it; raw values stand in logs.
package enum EventKind: String, Sendable, CaseIterable {
  /// The round begins: the first event of its log, and only that.
  case opened
  /// A unit hands in its self-assessment.
  case submitted
  /// An input or a figure is put right outside of an appraisal.
  case corrected
  /// Files of the round's own (a register, the criteria, round.yaml) take the place of earlier ones.
  case replaced
  /// An appraisal stage says something about an item or a figure.
  case appraised
  case explanationRequested = "explanation_requested"
  case explained
  /// An item or a figure is put before the council.
  case agenda
  /// The council meets: who was there, and its minutes.
  case met
  /// The council decides.
  case decided
  case locked
  case unlocked
  /// Publication reaches its next state.
  case publication
  /// A unit asks for reconsideration after publication (kiến nghị).
  case reconsiderationAsked = "reconsideration_asked"
  case reconsiderationAnswered = "reconsideration_answered"
  /// An amended edition stands beside the published one.
  case amended
}

/// What an event of appraisal or of the council decides, in the words of `appraisal.yaml`.
package enum EventDecision: String, Sendable, CaseIterable {
  case accept
  case adjust
  case setPoints = "set_points"
  case rejectEvidence = "reject_evidence"
  case markNotApplicable = "mark_not_applicable"
  case correctFigure = "correct_figure"
}
