internal import Diagnostics
internal import Grading
internal import YAMLReading

extension UnitReading {
  /// Whether a stage may hold such an entry on such a subject; what may not is reported.
  func isAllowed(
    _ nodes: EntryNodes, _ kind: DecisionKind?, _ subject: AppraisalEntry.Subject?, _ place: Int?
  ) -> Bool {
    let span = (nodes[.decision] ?? nodes[.text] ?? nodes.node).headSpan
    var own: [EntryKey] = [.text, .evidence]
    if let kind {
      own = kind.ownKeys
    } else if nodes[.text] == nil {
      problems.add(.missingKey("decision", in: nodes.node))
      return false
    }
    for key in nodes.keys where EntryKey.partial.contains(key) && !own.contains(key) {
      let node = nodes[key] ?? nodes.node
      problems.add(.decision(.keyWithoutUse(key.rawValue, kind?.rawValue), at: node.headSpan))
    }
    if let place, let refusal = refusal(kind, tables.plan.stages[place]) {
      problems.add(.decision(refusal, at: span))
      return false
    }
    switch subject {
    case .figure(let name):
      if kind != .correctFigure {
        problems.add(.decision(.figureTakesOnlyCorrection(name), at: span))
        return false
      }
    case .item(let item):
      if kind == .correctFigure {
        problems.add(.decision(.correctionNeedsFigure, at: span))
        return false
      }
      if let place, let kind, kind.decidesPoints, tables.set.items[item].scoredBy == .council,
        tables.plan.stages[place].kind != .council
      {
        problems.add(.decision(.councilOnly(tables.set.items[item].id), at: span))
        return false
      }
    case nil: break
    }
    return true
  }

  private func refusal(_ kind: DecisionKind?, _ stage: Stage) -> DecisionRefusal? {
    switch stage.kind {
    case .claim: .claimStage(stage.id)
    case .explanation: kind.map { .explainsOnly(stage.id, $0.rawValue) }
    case .appraisal, .council: kind == nil ? .textDecidesNothing(stage.id) : nil
    }
  }

  /// What the entry decides; nil, with diagnostics, when it cannot.
  func decision(
    _ kind: DecisionKind?, _ nodes: EntryNodes, _ subject: AppraisalEntry.Subject, _ stage: Int
  ) -> AppraisalEntry.Decision? {
    switch kind {
    case .accept: return .accept
    case .adjust: return adjustment(nodes, subject)
    case .setPoints: return givenPoints(nodes, subject, tables.plan.stages[stage])
    case .rejectEvidence: return rejection(nodes)
    case .requestExplanation: return .requestExplanation
    case .markNotApplicable: return .markNotApplicable
    case .correctFigure: return correction(nodes, subject)
    case nil:
      guard let text = nodes[.text]?.readString(key: "text", into: problems) else { return nil }
      return .explanation(text)
    }
  }

  private func adjustment(
    _ nodes: EntryNodes, _ subject: AppraisalEntry.Subject
  ) -> AppraisalEntry.Decision? {
    guard case .item(let item) = subject else { return nil }
    guard let node = nodes[.inputs] else {
      problems.add(.missingKey("inputs", in: nodes.node))
      return nil
    }
    guard let entries = node.readEntries(key: "inputs", into: problems) else { return nil }
    var inputs: [Int: InputValue] = [:]
    var places: [Int: YAMLNode] = [:]
    for (key, value) in entries {
      guard
        let place = tables.inputs.find(key, scope: item + 1) ?? tables.inputs.find(key)
      else {
        reportUnknown(key, item: item)
        continue
      }
      let typed = typed(value, tables.shapes[place])
      if case .blank = typed {
        problems.add(.missingValue(key))
        continue
      }
      inputs[place] = typed
      places[place] = value
    }
    if inputs.isEmpty, node.count == 0 { problems.add(.missingKey("inputs", in: nodes.node)) }
    checkLimits(&inputs, places)
    corrected.merge(inputs) { _, new in new }
    return .adjust(inputs)
  }

  /// Corrected inputs against their limits, corrected or not.
  private func checkLimits(_ inputs: inout [Int: InputValue], _ places: [Int: YAMLNode]) {
    let before = inputs
    func inForce(_ place: Int) -> InputValue {
      before[place] ?? corrected[place] ?? assessment.inputs[place]
    }
    for (place, limit) in tables.limits {
      guard let node = places[place] ?? places[limit],
        case .given(let value) = inForce(place), case .given(let most) = inForce(limit),
        value.isAbove(most)
      else { continue }
      reportAbove(node, place, limit, most)
      inputs[place] = .impossible
    }
  }

  private func givenPoints(
    _ nodes: EntryNodes, _ subject: AppraisalEntry.Subject, _ stage: Stage
  ) -> AppraisalEntry.Decision? {
    guard case .item(let place) = subject else { return nil }
    let item = tables.set.items[place]
    let allowance = nodes[.beyondRule]?.readYesNo(key: "beyond_rule", into: problems) ?? false
    guard let node = nodes[.points] else {
      problems.add(.missingKey("points", in: nodes.node))
      return nil
    }
    guard let value = points(node, key: "points") else { return nil }
    if tables.excludes(unit, item: place) {
      problems.add(.decision(.doesNotApply(item.id, unit.id), at: node.span))
      return nil
    }
    checkPrecision(value, node, item.maximum)
    let isBeyond = !tables.set.rounding.reaches(value, in: item.reachable)
    if isBeyond, !stage.allowsBeyondRule || !allowance {
      problems.add(
        .decision(
          .beyondRule(
            item.id, reach: item.reachable, stage: stage.allowsBeyondRule ? nil : stage.id),
          at: node.span))
      return nil
    }
    return .setPoints(value, beyondRule: isBeyond)
  }

  private func rejection(_ nodes: EntryNodes) -> AppraisalEntry.Decision? {
    guard let list = nodes[.documents] else { return .rejectEvidence([]) }
    guard let elements = list.readElements(key: "documents", into: problems) else { return nil }
    let found = elements.compactMap { document($0) }
    // Naming nothing rejects all; that is not what a list of unknown names means.
    guard !found.isEmpty else {
      if elements.isEmpty { problems.add(.missingKey("documents", in: nodes.node)) }
      return nil
    }
    return .rejectEvidence(found.map { assessment.shelf[$0].id })
  }

  private func correction(
    _ nodes: EntryNodes, _ subject: AppraisalEntry.Subject
  ) -> AppraisalEntry.Decision? {
    guard case .figure(let name) = subject, let shape = tables.figures[name] else { return nil }
    guard let node = nodes[.value] else {
      problems.add(.missingKey("value", in: nodes.node))
      return nil
    }
    guard case .given(let value) = typed(node, shape) else { return nil }
    return .correctFigure(value)
  }
}

extension EntryKey {
  /// Keys that not every entry has.
  fileprivate static let partial: [EntryKey] = [
    .inputs, .points, .beyondRule, .documents, .value, .text, .evidence,
  ]
}
