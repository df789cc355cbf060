/// One column of points: what the unit claims, what the rules say, what each stage left.
package enum Layer: Hashable, Sendable {
  case claimed
  case computed
  /// A deciding stage, by its place in `RoundPlan.stages`.
  case stage(Int)
  case final
}

extension RoundPlan {
  /// All layers in order: claimed, computed, each deciding stage, final.
  package var layers: [Layer] {
    [.claimed, .computed] + stages.indices.filter { stages[$0].decides }.map(Layer.stage)
      + [.final]
  }

  /// What stands for a stage in an entry that amends a published result: it is behind all of them,
  /// so that what each stage decided stays what it was.
  package var amending: Int { stages.count }

  /// The last stage whose decisions a layer holds; -1 before any.
  func lastStage(of layer: Layer) -> Int {
    switch layer {
    case .claimed, .computed: -1
    case .stage(let stage): stage
    case .final: amending
    }
  }

  /// The stage whose decisions a layer is the first to hold; nil: it is none's own.
  func ownStage(of layer: Layer) -> Int? {
    switch layer {
    case .claimed, .computed: nil
    case .stage(let stage): stage
    case .final: amending
    }
  }

  /// The first appraisal, which the accuracy of self-scoring is measured against.
  var firstAppraisal: Int? { stages.firstIndex { $0.kind == .appraisal } }
}
