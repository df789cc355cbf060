import Diagnostics
import Grading
import Loading
import Testing

/// The stages of a real round, and so its layers.
enum PageLayer {
  static let claimed = 0
  static let computed = 1
  static let first = 2
  static let second = 3
  static let council = 4
  static let final = 5
}

/// Places of the stages, for entries.
enum PageStage {
  static let first = 1
  static let explanation = 2
  static let second = 3
  static let council = 4
}

extension RoundBench {
  /// One block a set, and the five stages of a real round.
  init(page sets: CriteriaSet...) {
    self.init(sets)
    func stage(_ id: String, _ kind: Stage.Kind) -> Stage {
      Stage(
        id: id, title: id, kind: kind, who: nil, deadline: nil, allowsBeyondRule: kind == .council)
    }
    plan.stages = [
      stage("self-assessment", .claim), stage("appraisal-1", .appraisal),
      stage("explanation", .explanation), stage("appraisal-2", .appraisal),
      stage("council", .council),
    ]
  }

  static func entry(
    _ item: Int, _ stage: Int, _ decision: AppraisalEntry.Decision
  ) -> AppraisalEntry {
    AppraisalEntry(
      subject: .item(item), stage: stage, decision: decision, reason: "…", author: "to", at: nil,
      span: span)
  }

  static func correction(_ figure: String, _ stage: Int, _ value: Exact) -> AppraisalEntry {
    AppraisalEntry(
      subject: .figure(figure), stage: stage, decision: .correctFigure(.number(value)),
      reason: "…", author: "to", at: nil, span: span)
  }
}

extension UnitRecord {
  mutating func answer(_ item: Int, _ change: (inout Answer) -> Void) {
    var answer = assessment.answers[item] ?? Answer()
    change(&answer)
    assessment.answers[item] = answer
  }

  mutating func claim(_ points: String, item: Int = 0) {
    answer(item) { $0.claim = exact(points) }
  }

  /// Puts documents on the shelf and cites them all in one item.
  mutating func cite(_ ids: String..., item: Int = 0) {
    for id in ids {
      assessment.shelf.append(EvidenceDocument(id: id, kind: "kế hoạch", line: 1))
      let place = assessment.shelf.count - 1
      answer(item) {
        $0.citations.append(Citation(document: place, section: "I", pages: "1"))
      }
    }
  }
}

extension Round {
  /// An item's points in every layer; nil where it is not scored.
  func points(_ unit: String, item: Int = 0) -> [Exact?] {
    layers.indices.map { layer in
      guard let outcome = outcome(unit, layer: layer, item: item), outcome.state == .scored else {
        return nil
      }
      return outcome.points
    }
  }

  func states(_ unit: String, item: Int = 0) -> [ItemState?] {
    layers.indices.map { outcome(unit, layer: $0, item: item)?.state }
  }

  func result(_ unit: String) -> UnitResult? { units.first { $0.record.unit.id == unit } }

  /// Final places by unit; units without one are left out.
  var finalPlaces: [String: Int] {
    var places: [String: Int] = [:]
    for unit in units {
      if let place = unit.totals.last??.place { places[unit.record.unit.id] = place.number }
    }
    return places
  }
}
