internal import Diagnostics
internal import Grading
internal import YAMLReading

extension RuleLoader {
  mutating func proportional(_ node: YAMLNode) -> Rule? {
    guard var reader = MappingReader(node, key: "proportional", into: problems) else { return nil }
    let of = reader.value("of", .required).flatMap { expression($0, .number) }
    let floor = reader.exact("floor")
    let ceiling = reader.exact("ceiling") ?? .one
    reader.finish()
    if ceiling <= .zero {
      problems.add(.floorAboveCeiling(at: reader.value("ceiling")?.span ?? node.headSpan))
    } else if let floor, floor > ceiling {
      problems.add(.floorAboveCeiling(at: reader.value("floor")?.span ?? node.headSpan))
    }
    return of.map { .proportional(ProportionalRule(of: $0, floor: floor, ceiling: ceiling)) }
  }

  mutating func mix(_ node: YAMLNode) -> Rule? {
    guard var reader = MappingReader(node, key: "mix", into: problems) else { return nil }
    let total = reader.value("total", .required).flatMap { expression($0, .number) }
    var parts: [MixRule.Part] = []
    for element in reader.elements("parts", .required) ?? [] {
      guard var part = MappingReader(element, into: problems) else { continue }
      let of = part.value("of", .required).flatMap { expression($0, .number) }
      let factor = part.exact("factor", .required)
      part.finish()
      if let of, let factor { parts.append(.init(of: of, factor: factor)) }
    }
    reader.finish()
    return total.map { .mix(MixRule(total: $0, parts: parts)) }
  }

  mutating func deduction(_ node: YAMLNode) -> Rule? {
    guard var reader = MappingReader(node, key: "deduction", into: problems) else { return nil }
    var kinds: [DeductionRule.Kind] = []
    for element in reader.elements("per", .required) ?? [] {
      guard var kind = MappingReader(element, into: problems) else { continue }
      let count = kind.value("count", .required).flatMap { expression($0, .number) }
      refuseBoth("points", "percent", in: element)
      let points = kind.exact("points")
      let percent = kind.exact("percent")
      kind.finish()
      if points == nil, percent == nil {
        problems.add(.missingKey("points", of: id, at: element.span))
      }
      if let count, let amount = points ?? percent.map({ $0 * maximum }) {
        kinds.append(.init(count: count, points: amount, percent: percent))
      }
    }
    let floor = reader.exact("floor") ?? .zero
    reader.finish()
    if floor > maximum {
      problems.add(.floorAboveCeiling(at: reader.value("floor")?.span ?? node.headSpan))
    }
    return kinds.isEmpty ? nil : .deduction(DeductionRule(kinds: kinds, floor: floor))
  }

  mutating func perItem(_ node: YAMLNode) -> Rule? {
    guard var reader = MappingReader(node, key: "per_item", into: problems) else { return nil }
    let count = reader.value("count", .required).flatMap { expression($0, .number) }
    let points = reader.exact("points", .required)
    reader.finish()
    guard let count, let points else { return nil }
    return .perItem(PerItemRule(count: count, points: points))
  }

  mutating func subordinates(_ node: YAMLNode) -> Rule? {
    guard var reader = MappingReader(node, key: "subordinates", into: problems) else { return nil }
    let measure: SubordinatesRule.Measure? =
      switch reader.string("of", .required) {
      case "index": .index
      case "grade": .grade
      case nil: nil
      default: reader.value("of").flatMap { expression($0, .number) }.map { .figure($0) }
      }
    let aggregate = reader.choice("aggregate", of: SubordinatesRule.Aggregate.self, .required)
    var threshold: SubordinatesRule.Threshold?
    if let bound = reader.string("at_least") {
      if case .grade = measure {
        threshold = .grade(bound)
      } else {
        threshold = reader.exact("at_least").map { .value($0) }
      }
    }
    let absent = reader.choice("absent", of: SubordinatesRule.Absent.self, .required)
    let from = reader.string("from")
    let (bands, places, _) = bands(reader.elements("bands") ?? [])
    reader.finish()
    guard let measure, let aggregate, let absent else { return nil }
    if bands.isEmpty, ![.mean, .share].contains(aggregate) {
      problems.add(
        .ruleMismatch(
          Wording(
            vi: "`\(aggregate.rawValue)` là một số đếm nên phải có `bands`",
            en: "`\(aggregate.rawValue)` is a number and needs `bands`"), at: node.headSpan))
    }
    if case .grade = measure, [.mean, .sum].contains(aggregate) {
      problems.add(
        .ruleMismatch(
          Wording(
            vi:
              "mức xếp hạng không cộng hay lấy bình quân được; dùng `share`, `count` hoặc `below`",
            en: "grades have no sum or mean; use `share`, `count` or `below`"), at: node.headSpan))
    }
    if threshold == nil, [.share, .count, .below].contains(aggregate) {
      problems.add(.missingKey("at_least", of: id, at: node.headSpan))
    }
    if !bands.isEmpty { checkBands(bands, at: places, in: node.headSpan) }
    return .subordinates(
      SubordinatesRule(
        of: measure, aggregate: aggregate, atLeast: threshold, absent: absent, bands: bands,
        from: from))
  }
}
