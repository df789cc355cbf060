extension Rule {
  /// Which way its points go; what it gives at both ends must be points.
  func slope(_ reader: SlopeReader) -> Slope {
    switch self {
    case .yesNo(let expression), .survey(let expression): reader.slope(expression)
    case .steps(let rule): rule.slope(reader)
    case .proportional(let rule):
      rule.ceiling > .zero ? reader.slope(rule.of) : .unknown
    case .deduction(let rule):
      rule.kinds.allSatisfy { !$0.points.isNegative }
        ? rule.kinds.reduce(.constant) { $0 + reader.slope($1.count).reversed } : .unknown
    case .perItem(let rule): rule.points.isNegative ? .unknown : reader.slope(rule.count)
    case .mix(let rule):
      reader.slope(rule.total) == .constant
        ? rule.parts.reduce(.constant) {
          $0 + ($1.factor.isNegative ? reader.slope($1.of).reversed : reader.slope($1.of))
        } : .unknown
    case .bestOf(let rules): rules.reduce(.constant) { $0 + $1.slope(reader) }
    case .choice, .timeliness, .relativeToBest, .subordinates, .council, .formula:
      references.allSatisfy { reader.slope($0) == .constant } ? .constant : .unknown
    }
  }
}

extension StepsRule {
  fileprivate func slope(_ reader: SlopeReader) -> Slope {
    let own = reader.slope(of)
    guard own != .constant, own != .unknown else { return own }
    switch bands.direction {
    case .constant: return .constant
    case .rising: return own
    case .falling: return own.reversed
    case .unknown: return .unknown
    }
  }

}

extension [Band] {
  /// Whether more is never worse, or never better, wherever a band says anything.
  var direction: Slope {
    let bounds = Set(
      flatMap { band -> [Exact] in
        var own: [Exact] = []
        switch band.lower {
        case .above(let bound), .from(let bound): own.append(bound)
        case nil: break
        }
        switch band.upper {
        case .below(let bound), .upTo(let bound): own.append(bound)
        case nil: break
        }
        return own
      }
    ).sorted()
    guard let lowest = bounds.first, let highest = bounds.last else { return .constant }
    var samples = [lowest - 1]
    for (place, bound) in bounds.enumerated() {
      samples.append(bound)
      if place + 1 < bounds.count, let middle = (bound + bounds[place + 1]).divided(by: 2) {
        samples.append(middle)
      }
    }
    samples.append(highest + 1)
    var points = samples.map { value in first { $0.contains(value) }?.points }
    if points.first == .some(nil) { points.removeFirst() }
    if points.last == .some(nil) { points.removeLast() }
    let found = points.compactMap(\.self)
    guard found.count == points.count else { return .unknown }
    return zip(found, found.dropFirst()).reduce(.constant) {
      $0 + Slope(from: .number($1.0), to: .number($1.1))
    }
  }
}
