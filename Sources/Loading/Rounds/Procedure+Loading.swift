internal import Diagnostics
internal import Grading
internal import Procedure
internal import YAMLReading

extension RoundSettingBuilder {
  /// The people of the round; nil: it lists none.
  mutating func readPeople(_ units: [Unit]) -> PeopleList? {
    guard let path = round.people else { return round.namesPeople ? PeopleList() : nil }
    let (document, text, diagnostics) = files.yaml(path)
    problems.add(contentsOf: diagnostics)
    if let text { texts.append(text) }
    guard let document else { return PeopleList() }
    return loadPeople(document.root, units: lacksUnits ? [] : units, into: problems)
  }

  /// The rules of procedure, from `procedure:`, the stages and the people.
  func procedureRules(of setting: RoundSetting, _ people: PeopleList?) -> ProcedureRules {
    var rules = ProcedureRules()
    rules.people = people?.people
    rules.stages = round.stages
    rules.holidays = round.holidays
    rules.statesOpenAtPublication = round.statesOpenAtPublication
    let appraising = Set(setting.sets.flatMap { $0.items.compactMap(\.appraisedBy) })
    rules.offices = appraising.intersection(setting.units.map(\.id))
    rules.places = round.places.merging(people?.places ?? [:]) { first, _ in first }
    guard let node = round.procedure,
      var loader = ProcedureLoader(node, self, setting, people)
    else { return rules }
    loader.read(into: &rules)
    if !lacksUnits, !lacksSets { checkStandIns(setting, rules, at: node) }
    return rules
  }

  /// Offices that nobody stands in for on items of their own sheet that they would appraise.
  private func checkStandIns(_ setting: RoundSetting, _ rules: ProcedureRules, at node: YAMLNode) {
    for member in setting.members {
      let id = member.unit.id
      guard rules.offices.contains(id), rules.standIns[id] == nil else { continue }
      let items = setting.sets[member.set].items.filter { $0.appraisedBy == id }
      guard let first = items.first else { continue }
      problems.add(
        .noStandIn(
          id, count: items.count, first: first.id,
          at: rules.places["procedure.stand_ins"] ?? round.places["procedure"] ?? node.headSpan))
    }
  }
}

/// Reads `procedure:` of round.yaml.
struct ProcedureLoader {
  private var reader: MappingReader
  private let setting: RoundSetting
  private let builder: RoundSettingBuilder
  private let people: PeopleList?
  private let units: Set<String>
  private let problems: DiagnosticCollector

  init?(
    _ node: YAMLNode, _ builder: RoundSettingBuilder, _ setting: RoundSetting,
    _ people: PeopleList?
  ) {
    problems = builder.problems
    guard let reader = MappingReader(node, key: "procedure", into: problems) else { return nil }
    self.reader = reader
    self.setting = setting
    self.builder = builder
    self.people = people
    units = Set(setting.units.map(\.id))
  }

  mutating func read(into rules: inout ProcedureRules) {
    rules.grounds = grounds()
    if var approval = reader.mapping("second_approval") {
      rules.secondApprovalAbove = approval.points("above", .required)
      approval.finish()
    }
    rules.standIns = standIns()
    for node in reader.elements("assignments") ?? [] {
      if let assignment = assignment(node, rules) { rules.assignments.append(assignment) }
    }
    rules.requiresAgenda = reader.choice("agenda", of: AgendaRule.self) == .required
    rules.quorum = quorum()
    if var limits = reader.mapping("reconsideration") {
      rules.reconsideration = limits.dayLimit("within")
      rules.answer = limits.dayLimit("answer_within")
      limits.finish()
    }
    reader.finish()
    for (key, _) in reader.node.entries {
      if let name = key.text { rules.places["procedure.\(name)"] = key.span }
    }
  }

  // MARK: Parts

  private mutating func grounds() -> [Ground]? {
    guard let nodes = reader.elements("grounds") else { return nil }
    if nodes.isEmpty, let key = reader.keyNode("grounds") { problems.add(.missingValue(key)) }
    var grounds: [Ground] = []
    var first: [String: SourceSpan] = [:]
    for node in nodes {
      guard var ground = MappingReader(node, into: problems) else { continue }
      let id = ground.string("id", .required)
      let title = ground.string("title", .required)
      ground.finish()
      guard let id, let place = node["id"] else { continue }
      if !isSlug(id) { problems.add(.badID(place)) }
      if let earlier = first[id] {
        problems.add(.duplicateID(id, at: place.span, first: earlier))
      } else {
        first[id] = place.span
        grounds.append(Ground(id: id, title: title ?? id))
      }
    }
    return grounds
  }

  private mutating func standIns() -> [String: String] {
    var standIns: [String: String] = [:]
    for (key, value) in reader.pairs("stand_ins") {
      guard let office = key.text,
        let other = value.readString(key: office, into: problems)
      else { continue }
      if !builder.lacksUnits {
        for (name, node) in [(office, key), (other, value)] where !units.contains(name) {
          problems.add(.unknownUnit(name, known: units.sorted(), at: node.span))
        }
      }
      if office == other { problems.add(.standsInForItself(value)) }
      standIns[office] = other
    }
    return standIns
  }

  private mutating func assignment(_ node: YAMLNode, _ rules: ProcedureRules) -> Assignment? {
    guard var reader = MappingReader(node, into: problems) else { return nil }
    defer { reader.finish() }
    let stages = rules.stages.map(\.id)
    let assigned = names("people", .required, of: &reader) { name, node in
      guard let people else { return problems.add(.noPeople(node)) }
      if people.isWhole, !people.lists(name) {
        problems.add(.unknownPerson(node, known: people.people.keys.sorted()))
      }
    }
    let ofStages = names("stages", of: &reader) { name, node in
      if !stages.contains(name) { problems.add(.stageUnknown(node, known: stages)) }
    }
    let parts = Set(
      setting.sets.flatMap { set in
        set.areas.map(\.id) + set.criteria.map(\.id) + set.items.map(\.id)
      })
    let areas = names("areas", of: &reader) { name, node in
      if !builder.lacksSets, !parts.contains(name) {
        problems.add(.unknownPart(node, known: parts.sorted()))
      }
    }
    let known = setting.plan.blocks.map(\.id)
    let blocks = names("blocks", of: &reader) { name, node in
      if !builder.lacksBlocks, !known.contains(name) {
        problems.add(.blockUnknown(node, known: known))
      }
    }
    guard let assigned else { return nil }
    return Assignment(people: assigned, stages: ofStages, areas: areas, blocks: blocks)
  }

  private func names(
    _ key: String, _ presence: MappingReader.Presence = .optional, of reader: inout MappingReader,
    check: (String, YAMLNode) -> Void
  ) -> Set<String>? {
    guard let nodes = reader.elements(key, presence) else { return nil }
    if nodes.isEmpty, let place = reader.keyNode(key) { problems.add(.missingValue(place)) }
    var names: Set<String> = []
    for node in nodes {
      guard let name = node.readString(key: key, into: problems) else { continue }
      check(name, node)
      names.insert(name)
    }
    return names
  }

  private mutating func quorum() -> Exact? {
    guard let quorum = reader.exact("quorum"), let node = reader.node["quorum"] else { return nil }
    guard quorum > .zero, quorum <= .one else {
      problems.add(.badQuorum(node))
      return nil
    }
    return quorum
  }
}

/// What the council may decide.
private enum AgendaRule: String, CaseIterable {
  case required
  case optional
}

extension MappingReader {
  /// `10 working days` or `15 days`.
  fileprivate mutating func dayLimit(_ key: String) -> DayLimit? {
    guard let node = value(key), let text = node.readString(key: key, into: problems) else {
      return nil
    }
    let words = text.split { $0 == " " || $0 == "_" }
    if let first = words.first, let days = Int(first), (1...1000).contains(days) {
      switch words.dropFirst() {
      case ["working", "days"], ["working", "day"]: return DayLimit(days: days, isWorking: true)
      case ["days"], ["day"]: return DayLimit(days: days, isWorking: false)
      default: break
      }
    }
    problems.add(.badDayLimit(node, key: key))
    return nil
  }
}
