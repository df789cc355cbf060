/// Claims that differ from what the rule says.
///
/// A claim above the item's maximum is no gap: the check of the file reports it.
extension GapSearch {
  mutating func findClaims() {
    for undecided in undecidedAnswers {
      guard let answer = record.assessment.answers[undecided], answer.claim != nil,
        let claim = reading.scorer.claim(undecided, record),
        claim <= set.items[undecided].maximum,
        let own = reading.ruleOutcome(undecided), own.state == .scored,
        claim != own.points
      else { continue }
      let item = set.items[undecided]
      let detail = GapDetail.claim(claim, computed: own.points)
      let free = [GapEffect(free: item.index)]
      let place = citation(answer)
      if !set.rounding.reaches(claim, in: item.reachable) {
        add(
          .claimOutOfReach, free,
          .reach(
            claim: claim, from: item.reachable.lowerBound, through: item.reachable.upperBound),
          at: place, due: unitDeadline)
      } else if claim > own.points {
        let closed = Outcome(.scored, points: now(item).points + claim - own.points)
        add(
          .claimAboveComputed, [GapEffect(item.index, now: now(item), closed: closed)], detail,
          at: place, due: unitDeadline)
      } else {
        // Only where the lower of the two counts does the claim hold points back.
        let closed = now(item).basis == .lowerClaim ? own : nil
        add(
          .claimBelowComputed, [GapEffect(item.index, now: now(item), closed: closed)], detail,
          at: place, due: unitDeadline)
      }
      if !answer.hasNote {
        add(.claimWithoutNote, free, detail, at: place, due: unitDeadline)
      }
    }
  }
}
