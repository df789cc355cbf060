extension ProportionalRule {
  func result(_ maximum: Exact, _ data: Evaluator) -> RuleResult {
    switch data.number(of) {
    case .failure(let failure): return RuleResult(failure)
    case .success(let value):
      if let floor, value < floor { return .points(.zero, .belowFloor(value: value)) }
      guard let share = value.divided(by: ceiling) else { return .undefined }
      let cut = min(max(share, .zero), .one)
      return .points(cut * maximum, .share(value: value, isCut: cut != share))
    }
  }
}
