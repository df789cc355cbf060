internal import Diagnostics
internal import Grading
internal import YAMLReading

extension RuleLoader {
  mutating func choice(_ node: YAMLNode) -> Rule? {
    guard let entries = node.readEntries(key: "choice", into: problems) else { return nil }
    var levelsNode = node
    var named: String?
    if node["levels"] != nil {
      guard var reader = MappingReader(node, into: problems) else { return nil }
      named = reader.string("of")
      levelsNode = reader.value("levels") ?? node
      reader.finish()
    }
    _ = entries
    let own = inputs.enumerated().filter { $0.element.type == .choice }
    let picked: (reference: Reference, input: Input?)
    if let named {
      if let place = inputs.firstIndex(where: { $0.name == named }) {
        picked = (.input(inputStart + place), inputs[place])
        if inputs[place].type != .choice { problems.add(.noChoice(named, at: node.headSpan)) }
      } else if let shared = scope.inputs[named] {
        picked = (shared.reference, nil)
        if shared.type != .choice { problems.add(.noChoice(named, at: node.headSpan)) }
      } else {
        problems.add(.unknownName(named, known: inputs.map(\.name), at: node.span))
        return nil
      }
    } else if own.count == 1, let only = own.first {
      picked = (.input(inputStart + only.offset), only.element)
    } else {
      problems.add(
        .ruleMismatch(
          Wording(
            vi: "`choice` của `\(id)` phải nói dùng dữ liệu nào (`of:`)",
            en: "the `choice` of `\(id)` must say which input it reads (`of:`)"), at: node.span))
      return nil
    }
    var levels: [(id: String, points: Exact)] = []
    for entry in levelsNode.entries {
      guard let level = entry.key.text,
        let points = entry.value.readExact(key: level, into: problems)
      else { continue }
      if let input = picked.input, !input.options.isEmpty,
        !input.options.contains(where: { $0.id == level })
      {
        problems.add(
          .unknownName(
            level, known: input.options.map(\.id), at: entry.key.span, listsKnown: true))
      }
      levels.append((level, points))
    }
    for option in picked.input?.options ?? [] where !levels.contains(where: { $0.id == option.id })
    {
      problems.add(
        .ruleMismatch(
          Wording(
            vi: "mức `\(option.id)` không có điểm", en: "the level `\(option.id)` has no points"),
          at: levelsNode.headSpan))
    }
    return levels.isEmpty ? nil : .choice(ChoiceRule(input: picked.reference, levels: levels))
  }

  mutating func timeliness(_ node: YAMLNode) -> Rule? {
    guard var reader = MappingReader(node, key: "timeliness", into: problems) else { return nil }
    let date = reader.value("date", .required).flatMap { expression($0, .date) }
    var steps: [TimelinessRule.Step] = []
    var places: [SourceSpan] = []
    for element in reader.elements("steps", .required) ?? [] {
      guard var step = MappingReader(element, into: problems) else { continue }
      refuseBoth("by", "before", in: element)
      let by = step.value("by")
      let before = step.value("before")
      let points = step.exact("points", .required)
      step.finish()
      guard let limitNode = by ?? before else {
        problems.add(.missingKey("by", of: id, at: element.span))
        continue
      }
      if let limit = self.date(limitNode), let points {
        steps.append(.init(limit: limit, includesDay: by != nil, points: points))
        places.append(element.headSpan)
      }
    }
    let otherwise = reader.exact("otherwise")
    let missing = reader.exact("missing")
    reader.finish()
    for (place, (earlier, later)) in zip(steps, steps.dropFirst()).enumerated()
    where later.points > earlier.points {
      problems.add(
        .laterGivesMore(later.points, after: earlier.points, at: places[place + 1]))
    }
    guard let date else { return nil }
    return .timeliness(
      TimelinessRule(date: date, steps: steps, otherwise: otherwise, missing: missing))
  }

  mutating func steps(_ node: YAMLNode) -> Rule? {
    guard var reader = MappingReader(node, key: "steps", into: problems) else { return nil }
    let of = reader.value("of", .required).flatMap { expression($0, .number) }
    let (bands, places, isWhole) = bands(reader.elements("bands", .required) ?? [])
    reader.finish()
    let span = reader.keyNode("bands")?.span ?? node.headSpan
    checkBands(bands, at: places, in: span)
    // A step that could not be read is no gap.
    if let of, isWhole { checkGaps(bands, of: of, at: span) }
    return of.map { .steps(StepsRule(of: $0, bands: bands)) }
  }

  /// The steps, where each stands, and whether all of them could be read.
  mutating func bands(_ nodes: [YAMLNode]) -> ([Band], [SourceSpan], isWhole: Bool) {
    let read = nodes.compactMap { node in band(node).map { ($0, node.headSpan) } }
    return (read.map(\.0), read.map(\.1), read.count == nodes.count)
  }

  private func band(_ node: YAMLNode) -> Band? {
    guard var reader = MappingReader(node, into: problems) else { return nil }
    if let otherwise = reader.exact("otherwise") {
      reader.finish()
      return Band(lower: nil, upper: nil, points: otherwise)
    }
    var lower: Band.Lower?
    var upper: Band.Upper?
    refuseBoth("above", "from", in: node)
    refuseBoth("below", "up_to", in: node)
    if let bound = reader.exact("above") { lower = .above(bound) }
    if let bound = reader.exact("from") { lower = .from(bound) }
    if let bound = reader.exact("below") { upper = .below(bound) }
    if let bound = reader.exact("up_to") { upper = .upTo(bound) }
    let lowerText = reader.string("above") ?? reader.string("from")
    let upperText = reader.string("below") ?? reader.string("up_to")
    let points = reader.exact("points", .required)
    reader.finish()
    if lower == nil, upper == nil {
      problems.add(.missingKey("otherwise", in: node))
      return nil
    }
    return points.map {
      Band(lower: lower, upper: upper, points: $0, lowerText: lowerText, upperText: upperText)
    }
  }

  /// Reports two keys of which one excludes the other.
  func refuseBoth(_ first: String, _ second: String, in node: YAMLNode) {
    if node[first] != nil, let other = node[second] {
      problems.add(.eitherKey(first, second, at: other.span))
    }
  }

  mutating func formula(_ node: YAMLNode) -> Rule? {
    var cases: [FormulaRule.Case] = []
    var otherwise: Exact?
    for element in node.readElements(key: "formula", into: problems) ?? [] {
      guard var reader = MappingReader(element, into: problems) else { continue }
      if let rest = reader.exact("otherwise") {
        otherwise = rest
      } else {
        let when = reader.value("when", .required).flatMap { expression($0, .truth) }
        let points = reader.exact("points", .required)
        if let when, let points { cases.append(.init(when: when, points: points)) }
      }
      reader.finish()
    }
    return cases.isEmpty ? nil : .formula(FormulaRule(cases: cases, otherwise: otherwise))
  }
}
