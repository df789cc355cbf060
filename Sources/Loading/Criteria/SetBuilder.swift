internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Turns a draft into a checked set; every problem of the whole set is reported.
struct SetBuilder {
  let draft: SetDraft
  let problems: DiagnosticCollector
  var scope = NameScope()
  var inputs: [Input] = []
  var areas: [Area] = []
  var criteria: [Criterion] = []
  var items: [Item] = []
  var registers: [RegisterDeclaration] = []
  var firstUse: [String: SourceSpan] = [:]

  init(_ draft: SetDraft, _ problems: DiagnosticCollector) {
    self.draft = draft
    self.problems = problems
  }

  mutating func build() -> CriteriaSet {
    readFigures()
    for entry in draft.sharedInputs {
      guard let name = entry.key.text, let input = input(name, entry.value, own: []) else {
        continue
      }
      scope.inputs[name] = (.sharedInput(inputs.count), input.type)
      inputs.append(input)
    }
    let shared = 0..<inputs.count
    limitSharedInputs()
    let maxima = maxima(
      draft.areas.filter { isRegular($0) }, of: draft.id, draft.maximum, at: draft.span)
    for area in draft.areas { build(area, maxima[area.id]) }
    var set = CriteriaSet(
      id: draft.id, title: draft.title, year: draft.year, unitType: draft.unitType,
      maximum: draft.maximum, rounding: draft.rounding, areas: areas, criteria: criteria,
      items: items, inputs: inputs, sharedInputs: shared, figures: scope.figures,
      units: draft.units, span: draft.span)
    set.basis = draft.basis
    set.standIn = draft.standIn
    set.registers = registers
    set.counterparts = draft.counterparts.flatMap { counterparts($0, of: set) }
    return set
  }

  /// Limits between shared inputs, which may name one that stands further down.
  private mutating func limitSharedInputs() {
    for entry in draft.sharedInputs {
      guard let place = inputs.firstIndex(where: { entry.key.matches($0.name) }),
        let limit = entry.value["at_most"], let name = limit.text
      else { continue }
      inputs[place].atMost = inputs.firstIndex { $0.name == name }
      if inputs[place].atMost == nil {
        problems.add(.unknownName(name, known: inputs.map(\.name), at: limit.span))
      }
    }
  }

  private func isRegular(_ area: Draft) -> Bool {
    area.fields.first { $0.key.matches("kind") }.map { $0.value.matches("regular") } ?? true
  }

  private mutating func readFigures() {
    for entry in draft.figures {
      guard let register = entry.key.text,
        var reader = MappingReader(entry.value, key: register, into: problems)
      else { continue }
      let registerTitle = reader.string("title", .required)
      var columns: [FigureName] = []
      var spans: [SourceSpan] = []
      for column in reader.entries("columns", .required).map(Array.init) ?? [] {
        guard let name = column.key.text,
          var field = MappingReader(column.value, key: name, into: problems)
        else { continue }
        let type = field.choice("type", of: InputType.self, .required)
        let title = field.string("title", .required)
        _ = field.string("unit")
        field.finish()
        let full = "\(register).\(name)"
        if let type, let title {
          let figure = FigureName(name: full, type: type, title: title)
          scope.columns[full] = figure
          columns.append(figure)
          spans.append(column.key.span)
        }
      }
      registers.append(
        RegisterDeclaration(
          name: register, title: registerTitle ?? register, columns: columns, spans: spans))
      reader.finish()
    }
  }

  // MARK: Maxima

  /// A node's stated maximum or weight.
  private func stated(_ draft: Draft) -> (points: Exact?, weight: Exact?) {
    func read(_ key: String) -> Exact? {
      draft.fields.first { $0.key.matches(key) }?.value.readExact(key: key, into: problems)
    }
    return (read("max_points"), read("weight"))
  }

  /// The maxima of siblings, by id.
  ///
  /// As stated; in an overlay the sum of what remains; or the total shared out by weight.
  mutating func maxima(
    _ siblings: [Draft], of parent: String, _ total: Exact, at span: SourceSpan,
    isCap: Bool = false
  ) -> [String: Exact] {
    let stated = siblings.map { self.stated($0) }
    var result: [String: Exact] = [:]
    let weights = stated.compactMap(\.weight)
    if !weights.isEmpty {
      if weights.count != siblings.count || stated.contains(where: { $0.points != nil }) {
        problems.add(.weightsMixed(parent, at: span))
        for (draft, own) in zip(siblings, stated) {
          result[draft.id] = own.points ?? own.weight ?? .zero
        }
        return result
      }
      let sum = weights.reduce(.zero, +)
      for (draft, own) in zip(siblings, stated) {
        let share = (own.weight ?? .zero).divided(by: sum) ?? .zero
        result[draft.id] = share * total
      }
      return result
    }
    for (draft, own) in zip(siblings, stated) {
      if self.draft.isOverlay, !draft.children.isEmpty {
        result[draft.id] = remaining(draft)
      } else if let points = own.points {
        result[draft.id] = points
      } else {
        problems.add(.missingKey("max_points", of: draft.id, at: draft.span))
      }
    }
    let sum = result.values.reduce(.zero, +)
    // A cap may cut what its parts add up to, but they must be able to reach it.
    let isOff = isCap ? sum < total : sum != total
    if !siblings.isEmpty, isOff, result.count == siblings.count {
      problems.add(.sumMismatch(parent, stated: total, sum: sum, at: span))
    }
    return result
  }

  private func remaining(_ draft: Draft) -> Exact {
    draft.children.isEmpty
      ? stated(draft).points ?? .zero : draft.children.map(remaining).reduce(.zero, +)
  }

  mutating func claim(_ id: String, parent: String?, at span: SourceSpan) {
    if let first = firstUse[id] {
      problems.add(.duplicateID(id, at: span, first: first))
    } else {
      firstUse[id] = span
    }
    if let parent, !id.hasPrefix(parent + ".") {
      problems.add(.idHierarchy(id, parent: parent, at: span))
    }
  }
}
