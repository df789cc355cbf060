package import Grading

extension Round {
  /// The names that results and options use for the layers, in order.
  package var layerIDs: [String] {
    layers.map { layer in
      switch layer {
      case .claimed: "claimed"
      case .computed: "computed"
      case .stage(let place): plan.stages[place].id
      case .final: "final"
      }
    }
  }
}
