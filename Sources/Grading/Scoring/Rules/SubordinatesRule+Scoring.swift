extension SubordinatesRule {
  func result(
    _ maximum: Exact, _ data: Evaluator, _ links: LinkedValues, _ figures: [FigureName]
  ) -> RuleResult {
    guard
      let bodies = from.map({ links.outside[$0] ?? [] }) ?? links.children as [SubordinateResult]?,
      !bodies.isEmpty
    else { return .undefined }
    var values: [Exact] = []
    var isAwaited = false
    for body in bodies {
      switch value(of: body, data, links, figures) {
      case .known(let value): values.append(value)
      case .broken: return .broken(.input)
      case .absent:
        switch absent {
        case .zero: values.append(absentValue)
        case .exclude: break
        case .pending: isAwaited = true
        }
      }
    }
    if isAwaited { return .missing }
    // Nobody left to count is no answer, not a good one.
    guard !values.isEmpty, let aggregated = aggregated(values) else { return .undefined }
    return points(aggregated, maximum, counted: values.count, all: bodies.count)
  }

  /// What one body below adds.
  enum BodyValue {
    case known(Exact)
    case absent
    case broken
  }

  /// What an absent body adds: nothing to a mean or sum, a miss to a share, a hit to `below`.
  private var absentValue: Exact {
    switch aggregate {
    case .mean, .share, .count, .sum: .zero
    case .below: .one
    }
  }

  /// The body's value; for share, count and below whether it hits, as 1 or 0.
  func value(
    of body: SubordinateResult, _ data: Evaluator, _ links: LinkedValues, _ figures: [FigureName]
  ) -> BodyValue {
    switch of {
    case .index:
      guard body.isSubmitted, let index = body.index else { return .absent }
      return .known(hit(index))
    case .grade:
      guard body.isSubmitted, let grade = body.grade else { return .absent }
      let order = body.grades.isEmpty ? links.gradeOrder : body.grades
      guard case .grade(let name)? = atLeast, let place = order.firstIndex(of: grade),
        let bound = order.firstIndex(of: name)
      else { return .broken }
      return .known(aggregate == .below ? (place > bound ? 1 : 0) : (place <= bound ? 1 : 0))
    case .figure(let expression):
      guard body.isSubmitted else { return .absent }
      var own = data
      own.figures = Array(repeating: .missing, count: figures.count)
      for case .figure(let place) in expression.references where figures.indices.contains(place) {
        own.figures[place] = body.figures[figures[place].name] ?? .missing
      }
      switch own.number(expression) {
      case .success(let value): return .known(hit(value))
      case .failure(let failure):
        return failure.evaluation == .broken ? .broken : .absent
      }
    }
  }

  private func hit(_ value: Exact) -> Exact {
    guard case .value(let bound)? = atLeast else { return value }
    return switch aggregate {
    case .mean, .sum: value
    case .share, .count: value >= bound ? 1 : 0
    case .below: value < bound ? 1 : 0
    }
  }

  private func aggregated(_ values: [Exact]) -> Exact? {
    let sum = values.reduce(.zero, +)
    return switch aggregate {
    case .mean, .share: sum.divided(by: Exact(values.count))
    case .count, .below, .sum: sum
    }
  }

  private func points(_ value: Exact, _ maximum: Exact, counted: Int, all: Int) -> RuleResult {
    func step(_ band: Int?) -> RuleStep {
      .subordinates(SubordinatesStep(value: value, counted: counted, all: all, band: band))
    }
    if !bands.isEmpty {
      guard let band = bands.firstIndex(where: { $0.contains(value) }) else { return .undefined }
      return .points(bands[band].points, step(band))
    }
    // A mean of indexes is a share of 100; a mean of rates is one already.
    let isIndex = if case .index = of { aggregate == .mean } else { false }
    let share = isIndex ? value.divided(by: .hundred) ?? .zero : value
    return .points(min(max(share, .zero), .one) * maximum, step(nil))
  }
}
