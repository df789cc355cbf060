internal import Diagnostics
internal import Grading
internal import YAMLReading

/// The names that a case of one item may give, and those of each unit below.
struct CaseNames {
  /// Inputs by name: their places in the set.
  var inputs: [String: Int] = [:]
  var figures: [String: Int] = [:]
  var traits: Set<String> = []
  /// Figures of the units below.
  var below: [String: Int] = [:]
  var readsBlock = false
  var readsBelow = false
  var namesUnits = false

  init(_ item: Item, _ set: CriteriaSet) {
    for place in item.inputs { inputs[set.inputs[place].name] = place }
    let under = item.rule.expressionsBelow
    for expression in under {
      for case .figure(let place) in expression.references {
        let figure = set.figures[place]
        below[figure.name] = place
        // Bodies outside the round stand in one register, whose columns need no prefix.
        if let register = item.rule.outsideRegister, figure.namespace == register[...] {
          below[String(figure.column)] = place
        }
      }
    }
    let underSources = Set(under.map(\.source))
    let own = item.rule.expressions.filter { !underSources.contains($0.source) }
    let bounds = item.inputs.flatMap { [set.inputs[$0].low, set.inputs[$0].high] }
    let conditions = item.applicability.map(\.appliesWhen) + bounds
    let references =
      own.flatMap(\.references) + conditions.flatMap { $0?.references ?? [] }
      + item.rule.references.filter { if case .sharedInput = $0 { true } else { false } }
    for reference in references {
      switch reference {
      case .input(let place), .sharedInput(let place): inputs[set.inputs[place].name] = place
      case .figure(let place): figures[set.figures[place].name] = place
      case .trait(let trait): traits.insert(trait)
      case .deadline, .year: break
      }
    }
    for place in Array(inputs.values) {
      if let limit = set.inputs[place].atMost { inputs[set.inputs[limit].name] = limit }
    }
    // What `subordinates:` can fill in.
    for name in figures.keys where name.hasPrefix("subordinates.") {
      let column = String(name.dropFirst("subordinates.".count))
      readsBelow = true
      if column.contains(".") { below[column] = figures[name] }
    }
    traits.formUnion(item.applicability.flatMap(\.notApplicableFor))
    namesUnits = item.applicability.contains { !$0.notApplicableFor.isEmpty }
    readsBlock = item.links.contains(.block)
    if item.rule.asksSubordinates { readsBelow = true }
  }

  /// Every name, for messages.
  var all: [String] {
    inputs.keys.sorted() + figures.keys.sorted() + traits.sorted().map { "unit.\($0)" }
      + (readsBlock ? ["block"] : []) + (readsBelow ? ["subordinates"] : [])
      + (namesUnits ? ["unit"] : [])
  }
}

/// The data of one case, as a round would hold them.
struct CaseData {
  let set: CriteriaSet
  let item: Item
  let names: CaseNames
  let problems: DiagnosticCollector
  private var assessment: SelfAssessment
  private var figures: [FigureValue]
  private var traits: Set<String> = []
  private var unit = "unit"
  private(set) var block: [Exact] = []
  private(set) var below: [SubordinateResult] = []
  /// Something could not be read, so the case proves nothing.
  private(set) var isFaulty = false

  init(_ set: CriteriaSet, _ item: Item, _ names: CaseNames, _ problems: DiagnosticCollector) {
    self.set = set
    self.item = item
    self.names = names
    self.problems = problems
    assessment = SelfAssessment(set: set)
    assessment.submittedAt = LocalMoment(CalendarDay(number: 0))
    figures = Array(repeating: .missing, count: set.figures.count)
  }

  mutating func read(_ node: YAMLNode) {
    guard let entries = node.readEntries(key: "given", into: problems) else {
      isFaulty = true
      return
    }
    var children: YAMLNode?
    for (key, value) in entries {
      guard let name = key.text else { continue }
      switch name {
      case "block" where names.readsBlock: readBlock(value)
      case "subordinates" where names.readsBelow: children = value
      case "not_applicable" where item.mayBeNotApplicable:
        guard value.readYesNo(key: name, into: problems) == true else { continue }
        assessment.answers[item.index] = Answer(notApplicable: name)
      case "unit" where names.namesUnits:
        if let id = keep(value.readString(key: name, into: problems)) { unit = id }
      default: read(name, key, value)
      }
    }
    if let children { readBelow(children) }
  }

  private mutating func read(_ name: String, _ key: YAMLNode, _ value: YAMLNode) {
    if let place = names.inputs[name] {
      guard !value.isNull else { return }
      let input = set.inputs[place]
      if let read = keep(value.readValue(input.type, of: name, input.options, into: problems)) {
        assessment.inputs[place] = .given(read)
      }
    } else if let place = names.figures[name] {
      if let read = figure(place, name, value) { figures[place] = read }
    } else if name.hasPrefix("unit."), names.traits.contains(String(name.dropFirst(5))) {
      if keep(value.readYesNo(key: name, into: problems)) == true {
        traits.insert(String(name.dropFirst(5)))
      }
    } else {
      problems.add(.caseUnreadName(name, item: item.id, known: names.all, at: key.span))
      isFaulty = true
    }
  }

  private mutating func figure(_ place: Int, _ name: String, _ value: YAMLNode) -> FigureValue? {
    guard !value.isNull else { return nil }
    return keep(value.readValue(set.figures[place].type, of: name, [], into: problems))
      .map { .known($0) }
  }

  private mutating func readBlock(_ node: YAMLNode) {
    let elements = keep(node.readElements(key: "block", into: problems)) ?? []
    block = elements.compactMap { keep($0.readExact(key: "block", into: problems)) }
  }

  private mutating func readBelow(_ node: YAMLNode) {
    for element in keep(node.readElements(key: "subordinates", into: problems)) ?? [] {
      guard let entries = keep(element.readEntries(key: "subordinates", into: problems)) else {
        continue
      }
      var body = SubordinateResult(name: "", isSubmitted: true, index: nil, grade: nil)
      for (key, value) in entries {
        guard let name = key.text else { continue }
        switch name {
        case "index": body.index = keep(value.readExact(key: name, into: problems))
        case "grade": body.grade = keep(value.readString(key: name, into: problems))
        case "absent":
          if keep(value.readYesNo(key: name, into: problems)) == true { body.isSubmitted = false }
        default:
          guard let place = names.below[name] else {
            let known = ["absent", "grade", "index"] + names.below.keys.sorted()
            problems.add(.caseUnreadName(name, item: item.id, known: known, at: key.span))
            isFaulty = true
            continue
          }
          if let read = figure(place, name, value) {
            body.figures[pooledName(place)] = read
          }
        }
      }
      below.append(body)
    }
    // A figure written out by hand stands.
    for (name, place) in names.figures
    where name.hasPrefix("subordinates.") && figures[place] == .missing {
      figures[place] = below.figure(set.figures[place])
    }
  }

  /// The figure as the units below name it.
  private func pooledName(_ place: Int) -> String {
    let figure = set.figures[place]
    return figure.namespace == "subordinates" ? String(figure.column) : figure.name
  }

  private mutating func keep<Read>(_ read: Read?) -> Read? {
    if read == nil { isFaulty = true }
    return read
  }

  func record() -> UnitRecord {
    UnitRecord(
      unit: Unit(id: unit, name: "", type: set.unitType, traits: traits, span: item.span),
      set: 0, block: 0, assessment: assessment, figures: figures)
  }
}

extension YAMLNode {
  /// Reads a value of a type as a person writes it: `12`, `87.5%`, `2017-12-20`, `none`, `yes`.
  func readValue(
    _ type: InputType, of name: String, _ options: [Input.Option],
    into problems: DiagnosticCollector
  ) -> Value? {
    switch type {
    case .count:
      guard let number = readExact(key: name, into: problems) else { return nil }
      guard number.isInteger, !number.isNegative else {
        problems.add(.notACount(self, key: name))
        return nil
      }
      return .number(number)
    case .number: return readExact(key: name, into: problems).map { .number($0) }
    case .rate:
      guard let number = readExact(key: name, into: problems) else { return nil }
      guard number <= .one || text?.hasSuffix("%") == true else {
        problems.add(.rateAboveOne(self, key: name))
        return nil
      }
      return .number(number)
    case .date:
      if matches("none") { return .noDate }
      return readMoment(key: name, into: problems).map { .date($0) }
    case .yesNo: return readYesNo(key: name, into: problems).map { .truth($0) }
    case .choice:
      guard let level = readString(key: name, into: problems) else { return nil }
      guard options.isEmpty || options.contains(where: { $0.id == level }) else {
        problems.add(.badChoice(self, key: name, choices: options.map(\.id)))
        return nil
      }
      return .text(level)
    case .text: return readString(key: name, into: problems).map { .text($0) }
    }
  }
}
