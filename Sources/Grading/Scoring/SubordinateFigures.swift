extension [SubordinateResult] {
  /// Figures with `subordinates.*`, which stand at these places, filled in.
  func filling(_ places: [Int], _ names: [FigureName], _ base: [FigureValue]) -> [FigureValue] {
    var figures = base
    for place in places { figures[place] = figure(names[place]) }
    return figures
  }

  /// One figure of `subordinates.*`.
  package func figure(_ name: FigureName) -> FigureValue {
    switch name.column {
    case "count": .known(.number(Exact(count)))
    case "submitted": .known(.number(Exact(count(where: \.isSubmitted))))
    case "not_submitted": .known(.number(Exact(count { !$0.isSubmitted })))
    case "lowest_grade":
      .known(.number(Exact(count { $0.grade != nil && $0.grade == $0.grades.last })))
    default: pooled(String(name.column))
    }
  }

  /// The sum of a figure over all units below; missing when one of them has none.
  private func pooled(_ name: String) -> FigureValue {
    var sum = Exact.zero
    for body in self {
      guard case .known(.number(let value)) = body.figures[name] ?? .missing else {
        return .missing
      }
      sum += value
    }
    return isEmpty ? .missing : .known(.number(sum))
  }
}

extension [FigureName] {
  /// The figures of the units below that `subordinates.*` pools, as those units name them.
  var namesBelow: [FigureName] {
    filter { $0.namespace == "subordinates" && $0.column.contains(".") }
      .map { FigureName(name: String($0.column), type: $0.type, title: $0.title) }
  }
}

extension CriteriaSet {
  /// Every figure of the units below that an item of the set reads.
  var namesBelow: [FigureName] {
    var places: Set<Int> = []
    for item in items {
      for case .figure(let place) in item.rule.expressionsBelow.flatMap(\.references) {
        places.insert(place)
      }
    }
    return figures.namesBelow + places.sorted().map { figures[$0] }
  }
}

extension ItemScorer {
  /// A unit's figures by name, as corrected so far; its own set need not read them.
  func figures(_ names: [FigureName], _ record: UnitRecord, _ layer: Layer)
    -> [String: FigureValue]
  {
    guard !names.isEmpty else { return [:] }
    let corrected = corrections(record, layer)
    var figures: [String: FigureValue] = [:]
    for name in names {
      figures[name.name] = corrected[name.name] ?? figure(name, record)
    }
    return figures
  }
}
