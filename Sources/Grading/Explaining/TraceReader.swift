internal import Diagnostics

/// Lists what an item reads in one layer, with where each value comes from.
struct TraceReader {
  let round: Round
  let record: UnitRecord
  let scorer: ItemScorer
  let item: Item
  let layer: Layer
  let data: Evaluator

  /// Every name that the rule and the conditions of applicability read, each once.
  private var references: [Reference] {
    var seen: Set<Reference> = []
    let all =
      item.rule.ownReferences
      + item.applicability.flatMap { $0.appliesWhen?.references ?? [] }
    return all.filter { seen.insert($0).inserted }
  }

  func inputs(_ standing: Standing?) -> [InputTrace] {
    var places = Array(item.inputs)
    for reference in references {
      switch reference {
      case .input(let place), .sharedInput(let place):
        if !places.contains(place) { places.append(place) }
      case .figure, .trait, .deadline, .year: break
      }
    }
    let written = record.assessment
    return places.map { place in
      let line = written.inputLines.indices.contains(place) ? written.inputLines[place] : 0
      return InputTrace(
        input: scorer.set.inputs[place], place: place,
        isShared: scorer.set.sharedInputs.contains(place),
        value: data.inputs[place], written: written.inputs[place],
        refused: written.refused[place],
        citation: cited(line), correctedBy: correction(of: place))
    }
  }

  /// The last entry up to this layer that corrected an input.
  private func correction(of place: Int) -> Int? {
    let isShared = scorer.set.sharedInputs.contains(place)
    return ordered().last { _, entry in
      guard case .adjust(let corrected) = entry.decision, corrected[place] != nil else {
        return false
      }
      return isShared || entry.subject == .item(item.index)
    }?.place
  }

  func figures() -> [FigureTrace] {
    references.compactMap { reference in
      guard case .figure(let place) = reference else { return nil }
      let name = scorer.set.figures[place]
      let corrected = ordered().last { _, entry in
        if case .correctFigure = entry.decision {
          entry.subject == .figure(name.name)
        } else {
          false
        }
      }
      return FigureTrace(
        name: name, value: data.figures[place],
        recorded: record.figures.indices.contains(place) ? record.figures[place] : .missing,
        origin: round.plan.figures.origin(name, unit: record.unit.id),
        correctedBy: corrected?.place,
        dispute: record.assessment.disputes.first { $0.figure == name.name })
    }
  }

  func traits() -> [TraitTrace] {
    references.compactMap { reference in
      guard case .trait(let name) = reference else { return nil }
      return TraitTrace(name: name, isDeclared: record.unit.traits.contains(name))
    }
  }

  func deadlines() -> [DeadlineTrace] {
    references.compactMap { reference in
      guard case .deadline(let id) = reference else { return nil }
      let stage = round.plan.stages.first { String($0.id.map { $0 == "-" ? "_" : $0 }) == id }
      return DeadlineTrace(
        id: id, title: stage?.title, moment: round.plan.calendar.deadlines[id])
    }
  }

  func evidence(_ standing: Standing?) -> [EvidenceTrace] {
    (record.assessment.answers[item.index]?.citations ?? []).map { citation in
      let document = record.assessment.shelf[citation.document]
      let isRejected =
        standing.map { $0.rejectsAll || $0.rejected.contains(document.id) } ?? false
      return EvidenceTrace(document: document, citation: citation, isRejected: isRejected)
    }
  }

  /// Entries on the item, on figures it reads and on shared inputs it reads.
  func entries(_ figures: [FigureTrace]) -> [EntryTrace] {
    let names = Set(figures.map(\.name.name))
    let shared = references.compactMap { reference -> Int? in
      if case .sharedInput(let place) = reference { place } else { nil }
    }
    let last = round.plan.lastStage(of: layer)
    return ordered(throughStage: .max).filter { _, entry in
      switch entry.subject {
      case .item(item.index): return true
      case .figure(let name): return names.contains(name)
      case .item:
        guard case .adjust(let corrected) = entry.decision else { return false }
        return shared.contains { corrected[$0] != nil }
      }
    }.map { EntryTrace(place: $0.place, entry: $0.entry, isLater: $0.entry.stage > last) }
  }

  func claim() -> ClaimTrace? {
    guard let answer = record.assessment.answers[item.index] else { return nil }
    let points = scorer.claim(item.index, record)
    return ClaimTrace(
      written: answer.claim, points: points, notApplicable: answer.notApplicable,
      note: record.assessment.notes[item.index],
      isReachable: points.map { scorer.set.rounding.reaches($0, in: item.reachable) } ?? true,
      citation: cited(answer.line))
  }

  private func cited(_ line: UInt32) -> String? {
    guard line > 0, let file = record.assessment.file else { return nil }
    return "\(file.path):\(line)"
  }

  /// The log up to this layer, by stage and then by place.
  private func ordered(throughStage limit: Int? = nil) -> [(place: Int, entry: AppraisalEntry)] {
    let last = limit ?? round.plan.lastStage(of: layer)
    return record.entries.enumerated().filter { $0.element.stage <= last }
      .sorted { ($0.element.stage, $0.offset) < ($1.element.stage, $1.offset) }
      .map { (place: $0.offset, entry: $0.element) }
  }
}

extension Rule {
  /// The names read from the unit itself; a measure of the bodies below is read from each of them.
  var ownReferences: [Reference] {
    switch self {
    case .subordinates: []
    case .bestOf(let rules): rules.flatMap(\.ownReferences)
    case .yesNo, .choice, .timeliness, .steps, .proportional, .mix, .deduction, .perItem,
      .relativeToBest, .survey, .council, .formula:
      references
    }
  }

  /// The rule that reads the bodies below, alone or as an alternative.
  package var subordinatesRule: SubordinatesRule? {
    switch self {
    case .subordinates(let rule): rule
    case .bestOf(let rules): rules.lazy.compactMap(\.subordinatesRule).first
    case .yesNo, .choice, .timeliness, .steps, .proportional, .mix, .deduction, .perItem,
      .relativeToBest, .survey, .council, .formula:
      nil
    }
  }
}
