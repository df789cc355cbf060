/// Until when a gap can be closed, from the round's own stages and deadlines.
extension GapSearch {
  /// The unit's next chance: the hand-in, or the explanation once appraisal has begun.
  var unitDeadline: GapDeadline? {
    let isAppraised = record.index.stages.contains {
      $0 == plan.amending || plan.stages[$0].decides
    }
    if reading.isSubmitted, isAppraised, let explanation = deadline(of: .explanation) {
      return explanation
    }
    return deadline(of: .claim)
  }

  /// The explanation that follows a stage.
  func explanationDeadline(after stage: Int) -> GapDeadline? {
    plan.stages.indices.first { $0 > stage && plan.stages[$0].kind == .explanation }
      .flatMap { deadline(ofStage: $0) } ?? deadline(of: .explanation)
  }

  /// The stage that decides next.
  var appraisalDeadline: GapDeadline? {
    let last = record.index.stages.last ?? -1
    return plan.stages.indices.first { $0 > last && plan.stages[$0].decides }
      .flatMap { deadline(ofStage: $0) }
  }

  var councilDeadline: GapDeadline? { deadline(of: .council) }

  /// When the keeper of a table closes it.
  func deadline(ofTable name: some StringProtocol) -> GapDeadline? {
    if name == "dossiers", let closing = deadline("dossier_figures") { return closing }
    return appraisalDeadline
  }

  func deadline(_ id: String) -> GapDeadline? {
    plan.calendar.deadlines[id].map { GapDeadline(id: id, moment: $0) }
  }

  private func deadline(of kind: Stage.Kind) -> GapDeadline? {
    plan.stages.firstIndex { $0.kind == kind }.flatMap { deadline(ofStage: $0) }
  }

  private func deadline(ofStage place: Int) -> GapDeadline? {
    let stage = plan.stages[place]
    return stage.deadline.map { GapDeadline(id: stage.id, moment: $0) }
  }
}
