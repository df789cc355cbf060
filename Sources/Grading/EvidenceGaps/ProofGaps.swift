internal import Diagnostics

/// Points that nothing proves, and what appraisal asked for.
extension GapSearch {
  /// Points claimed without evidence, and no word on why there is none.
  mutating func findProof() {
    for place in undecidedAnswers where set.items[place].evidence.isRequired {
      let isRejected =
        reading.standings[place].map { $0.rejectsAll || !$0.rejected.isEmpty } ?? false
      guard let answer = record.assessment.answers[place],
        isRejected || answer.citations.isEmpty
      else { continue }
      guard let proven = proven(place), proven.points > .zero else { continue }
      if isRejected {
        findRejected(set.items[place], answer, proven)
        continue
      }
      let now = reading.sheet[place]
      let effect =
        switch set.items[place].withoutEvidence {
        case .keep: GapEffect(place, now: now, left: unproven(set.items[place]))
        case .pending, .zero: GapEffect(place, now: now, closed: proven)
        }
      add(.noEvidence, [effect], at: citation(answer), due: unitDeadline)
      if !answer.hasNote {
        add(
          .noExplanation, [GapEffect(free: place)], at: citation(answer), due: unitDeadline)
      }
    }
  }

  private mutating func findRejected(_ item: Item, _ answer: Answer, _ proven: Outcome) {
    let isBare = !reading.scorer.hasEvidence(item.index, record, reading.standings[item.index])
    let entry = lastEntry(item) {
      if case .rejectEvidence = $0 { true } else { false }
    }
    add(
      .evidenceRejected,
      [
        isBare
          ? GapEffect(item.index, now: now(item), closed: proven)
          : GapEffect(free: item.index)
      ],
      .reason(entry?.reason), at: entry?.span.citation ?? citation(answer),
      due: explanationDeadline(after: entry?.stage ?? -1))
  }

  /// What the item comes to when nothing is wrong with its evidence; nil without points.
  func proven(_ place: Int) -> Outcome? {
    guard let own = reading.ruleOutcome(place), own.state == .scored else { return nil }
    return reading.scorer.proven(place, record, own)
  }

  /// What the item comes to when its evidence is found to be none: what the set says, and
  /// nothing at all once it has been rejected (SCORING 22, 37).
  func unproven(_ item: Item) -> Outcome {
    guard now(item).state == .scored else { return now(item) }
    return switch item.withoutEvidence {
    case .pending: Outcome(.pending(.evidence), basis: .withoutEvidence)
    case .keep, .zero:
      Outcome(.scored, points: min(now(item).points, .zero), basis: .withoutEvidence)
    }
  }

  /// Explanations asked for: not given by the unit, or given and not decided on.
  mutating func findExplanations() {
    for place in set.items.indices {
      guard let standing = reading.standings[place], standing.asksExplanation else { continue }
      let item = set.items[place]
      let request = lastEntry(item) {
        if case .requestExplanation = $0 { true } else { false }
      }
      let place = request?.span.citation
      let outcome = now(item)
      if standing.isExplained {
        add(
          .explanationUndecided, [GapEffect(free: item.index)], at: place,
          due: appraisalDeadline)
        continue
      }
      let left = Outcome(.scored, points: min(outcome.points, .zero))
      add(
        .explanationNotGiven,
        [GapEffect(item.index, now: outcome, left: outcome.state == .scored ? left : nil)],
        .reason(request?.reason), at: place,
        due: explanationDeadline(after: request?.stage ?? -1))
    }
  }

  private func lastEntry(
    _ item: Item, where matches: (AppraisalEntry.Decision) -> Bool
  ) -> AppraisalEntry? {
    record.entries(of: item.index).filter { matches(record.entries[$0].decision) }.max()
      .map { record.entries[$0] }
  }
}
