extension SubordinatesRule {
  /// Every body below with its value, counted or not: who raised a mean and who was left out.
  func bodies(_ data: Evaluator, _ links: LinkedValues, _ figures: [FigureName]) -> [BodyTrace] {
    let bodies = from.map { links.outside[$0] ?? [] } ?? links.children
    return bodies.map { body in
      let treatment: BodyTrace.Treatment =
        switch value(of: body, data, links, figures) {
        case .known(let value): .counted(value)
        case .broken: .impossible
        case .absent:
          switch absent {
          case .zero: .countedAsZero
          case .exclude: .leftOut
          case .pending: .awaited
          }
        }
      return BodyTrace(
        name: body.name, isSubmitted: body.isSubmitted, isProvisional: body.isProvisional,
        grade: body.grade, value: measured(body, data, figures), treatment: treatment,
        origin: body.origin)
    }
  }

  /// The measure itself, before it is compared with a threshold.
  private func measured(_ body: SubordinateResult, _ data: Evaluator, _ figures: [FigureName])
    -> Exact?
  {
    switch of {
    case .index: return body.index
    case .grade: return nil
    case .figure(let expression):
      var own = data
      own.figures = figures.map { body.figures[$0.name] ?? .missing }
      return try? own.number(expression).get()
    }
  }
}
