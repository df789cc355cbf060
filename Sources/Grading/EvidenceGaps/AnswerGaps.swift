/// What a unit has not done: hand in, in time, all answers, with its lists.
extension GapSearch {
  /// Nothing was handed in: one gap that touches every item of the unit's own.
  mutating func findNotSubmitted() {
    let effects = set.items.compactMap { item -> GapEffect? in
      let outcome = now(item)
      guard item.scoredBy == .unit,
        outcome.state == .unanswered || outcome.basis == .notSubmitted
      else { return nil }
      return GapEffect(item.index, now: outcome, closed: best(item), isUpTo: true)
    }
    add(.notSubmitted, effects, at: fileCitation(0), due: unitDeadline)
  }

  /// What an open item comes to at best.
  func best(_ item: Item) -> Outcome {
    Outcome(.scored, points: max(item.reachable.upperBound, .zero))
  }

  mutating func findLateness() {
    guard let submitted = record.assessment.submittedAt, let deadline = plan.claimDeadline,
      submitted.isAfter(deadline)
    else { return }
    add(
      .submittedLate, [], .submitted(submitted, deadline: deadline), at: fileCitation(0), due: nil)
  }

  mutating func findAnswers() {
    for place in set.items.indices where reading.sheet[place].state == .unanswered {
      let item = set.items[place]
      var blank = blankInputs(item)
      // The check of the file says so where an answer is there and its inputs are not.
      if isIncomplete(item) { blank.removeAll { item.inputs.contains($0) } }
      if blank.isEmpty, isIncomplete(item) {
        diagnosed.append(item.index)
        continue
      }
      let claim = reading.scorer.claim(item.index, record)
      let proven = claim.flatMap { set.rounding.reaches($0, in: item.reachable) ? $0 : nil }
      let closed = proven.map { Outcome(.scored, points: $0) } ?? best(item)
      add(
        .unanswered,
        [GapEffect(item.index, now: now(item), closed: closed, isUpTo: proven == nil)],
        blank.isEmpty ? .none : .inputs(blank), at: citation(item), due: unitDeadline)
    }
  }

  /// Whether an answer gives points or some inputs, and leaves others blank: the file cannot mean
  /// that.
  private func isIncomplete(_ item: Item) -> Bool {
    guard let answer = record.assessment.answers[item.index], answer.notApplicable == nil else {
      return false
    }
    if case .bestOf = item.rule { return false }
    let blank = item.inputs.count { record.assessment.inputs[$0] == .blank }
    return blank > 0 && (blank < item.inputs.count || answer.claim != nil)
  }

  /// Blank inputs that the item's rule or its applicability reads, each once.
  private func blankInputs(_ item: Item) -> [Int] {
    let values = reading.values(of: item)
    var seen: Set<Int> = []
    return item.rule.references.compactMap { reference in
      switch reference {
      case .input(let place), .sharedInput(let place):
        guard values.inputs.indices.contains(place), values.inputs[place] == .blank,
          seen.insert(place).inserted
        else { return nil }
        return place
      case .figure, .trait, .deadline, .year: return nil
      }
    }
  }

  /// Dossiers were late with others and no list of them is there.
  mutating func findLinkedList() {
    guard !record.assessment.listsLinkedLate else { return }
    let linked = figure("dossiers.late_linked")
    guard let late = linked ?? figure("dossiers.late"), late > .zero else { return }
    guard let place = set.figures.firstIndex(where: { $0.name == "submission.linked_list" }) else {
      return add(
        .linkedListMissing, [], .lateDossiers(late, areLinked: linked != nil),
        at: fileCitation(0), due: deadline(RoundCalendar.dossierExplanations) ?? unitDeadline)
    }
    let effects = set.items.compactMap { item -> GapEffect? in
      guard item.rule.references.contains(.figure(place)), !reading.isDecided(item)
      else { return nil }
      let closed = reading.outcome(item) { $0.figures[place] = .known(.truth(true)) }
      return GapEffect(item.index, now: now(item), closed: closed)
    }
    add(
      .linkedListMissing, effects, .lateDossiers(late, areLinked: linked != nil),
      at: fileCitation(0), due: deadline(RoundCalendar.dossierExplanations) ?? unitDeadline)
  }

  /// A figure of the unit by its dotted name, whether the set reads it or not.
  private func figure(_ name: String) -> Exact? {
    let value =
      set.figures.firstIndex { $0.name == name }
      .flatMap { record.figures.indices.contains($0) ? record.figures[$0] : nil }
      ?? plan.figures.value(
        FigureName(name: name, type: .count, title: name), unit: record.unit.id)
    if case .known(.number(let number)) = value { return number }
    return nil
  }
}
