extension StepsRule {
  func result(_ data: Evaluator) -> RuleResult {
    switch data.number(of) {
    case .failure(let failure): RuleResult(failure)
    case .success(let value):
      if let band = bands.firstIndex(where: { $0.contains(value) }) {
        .points(bands[band].points, .band(band, value: value))
      } else {
        .undefined
      }
    }
  }
}
