extension UnitRecord {
  /// Whether any deciding layer can differ from the computed one without reading other results.
  func touchesDecidingLayers(_ scorer: ItemScorer) -> Bool {
    if !entries.isEmpty { return true }
    if scorer.plan.beforeAppraisal == .lowerOfClaimAndComputed { return true }
    return scorer.asksForEvidence
  }

  /// Disputed figures that no entry up to a stage has answered: an open dispute is open (SCORING 23).
  package func openDisputes(through stage: Int) -> [Dispute] {
    assessment.disputes.filter { dispute in
      !entries.contains { entry in
        guard entry.stage <= stage, entry.subject == .figure(dispute.figure) else { return false }
        switch entry.decision {
        case .correctFigure, .accept: return true
        case .adjust, .setPoints, .rejectEvidence, .requestExplanation, .explanation,
          .markNotApplicable:
          return false
        }
      }
    }
  }

  /// Items that an entry up to a stage is of, each once, in the log's order.
  func touchedItems(through stage: Int) -> [Int] {
    index.items.compactMap { $0.stage <= stage ? $0.item : nil }
  }

  /// Places in the log of an item's entries, by stage and then by place.
  func entries(of item: Int) -> ArraySlice<Int> { index[item] }

  /// The same, of one stage only.
  func entries(of item: Int, in stage: Int) -> [Int] {
    index[item].filter { entries[$0].stage == stage }
  }

  /// Whether an entry has effect, as far as is known.
  func stands(_ entry: Int) -> Bool { refusals.isEmpty || refusals[entry] == nil }

  func citedDocuments(_ item: Int) -> [String] {
    assessment.answers[item]?.citations.map { assessment.shelf[$0.document].id } ?? []
  }
}

/// One unit's results in all layers.
package struct UnitResult: Sendable {
  package internal(set) var record: UnitRecord
  /// By layer, then by item.
  package internal(set) var sheets: [[Outcome]]
  /// By layer.
  package internal(set) var totals: [Total?]
  /// By layer: subordinate and other figures the round itself filled in.
  var linkedFigures: [[FigureValue]]
  /// By layer: something it reads from others is not final.
  package internal(set) var isLinkedProvisional: [Bool]
  /// By layer, then by item that compares with the best: the best value, and whose it is.
  package internal(set) var best: [[Int: BestTrace]]
  /// By layer: an explanation was asked for, and the item has not been decided since.
  package internal(set) var hasOpenRequests: [Bool]
  /// By layer: a figure that the unit disputes has not been decided.
  package internal(set) var hasOpenDisputes: [Bool]
  /// Stages in which something was decided that its group's results depend on.
  var decidedStages: Set<Int> = []
  /// Self-scored totals for items on the accuracy of self-scoring.
  var selfScored: (claimed: Exact, appraised: Exact)?
  /// In a trial only: what items come to, by item, in every layer behind the claimed one.
  var forced: [Int: Outcome] = [:]

  /// Scores what stands alone, as may be done for many units at once; items that read other results
  /// hold a placeholder.
  init(_ record: UnitRecord, _ scorer: ItemScorer) {
    let layers = scorer.plan.layers
    self.record = record
    self.record.refusals = [:]
    sheets = []
    hasOpenRequests = Array(repeating: false, count: layers.count)
    hasOpenDisputes = layers.map { layer in
      layer != .claimed && !record.assessment.disputes.isEmpty
        && !record.openDisputes(through: scorer.plan.lastStage(of: layer)).isEmpty
    }
    totals = Array(repeating: nil, count: layers.count)
    linkedFigures = []
    isLinkedProvisional = Array(repeating: false, count: layers.count)
    best = Array(repeating: [:], count: layers.count)
    let computed = scorer.plain(self.record, .computed)
    let isTouched = record.touchesDecidingLayers(scorer)
    for (place, layer) in layers.enumerated() {
      switch layer {
      case .claimed: sheets.append(scorer.claimed(self.record, computed))
      case .computed: sheets.append(computed)
      case .stage, .final:
        let before = scorer.plan.lastStage(of: layers[place - 1])
        let last = scorer.plan.lastStage(of: layer)
        if !isTouched {
          sheets.append(computed)
        } else if before >= 0, !record.index.stages.contains(where: { $0 > before && $0 <= last }) {
          // Nothing was decided since the layer before.
          sheets.append(sheets[place - 1])
          hasOpenRequests[place] = hasOpenRequests[place - 1]
        } else {
          let refusals = scorer.plainRefusals(self.record, layer, from: computed)
          self.record.refusals.merge(refusals) { _, new in new }
          sheets.append(scorer.plain(self.record, layer, from: computed))
          hasOpenRequests[place] = scorer.hasOpenRequest(self.record, layer)
        }
      }
    }
  }

  /// Something beside its items keeps the total open.
  func isOpen(in layer: Int) -> Bool {
    record.assessment.isUnreadable || isLinkedProvisional[layer] || hasOpenRequests[layer]
      || hasOpenDisputes[layer]
  }

  package var isSubmitted: Bool {
    record.assessment.submittedAt != nil && !record.assessment.isUnreadable
  }
}
