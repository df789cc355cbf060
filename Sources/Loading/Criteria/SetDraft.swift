internal import Diagnostics
internal import Grading
internal import YAMLReading

/// A whole set before it is checked: its header, and areas with the overlay's changes applied.
struct SetDraft {
  var id = ""
  var title = ""
  var year = 0
  var unitType = ""
  var basis: Clause?
  var clause: Clause?
  var standIn: String?
  var maximum = Exact.hundred
  var rounding = Rounding(points: 2, index: 2, mode: .halfUp)
  var withoutEvidence = WithoutEvidence.keep
  var sharedInputs: [(key: YAMLNode, value: YAMLNode)] = []
  var figures: [(key: YAMLNode, value: YAMLNode)] = []
  var areas: [Draft] = []
  var units: [String] = []
  /// What the file itself says that its items were; it is not inherited.
  var counterparts: YAMLNode?
  var isOverlay = false
  var span: SourceSpan

  /// Reads a set that stands on its own.
  init(base reader: inout MappingReader, into problems: DiagnosticCollector) {
    span = reader.node.span
    id = reader.string("id", .required) ?? ""
    span = reader.value("id")?.span ?? span
    title = reader.string("title", .required) ?? ""
    year = reader.year("year", .required) ?? 2000
    unitType = reader.string("unit_type", .required) ?? ""
    units = reader.strings("units") ?? []
    basis = reader.value("basis").flatMap { readClause($0, over: nil, into: problems) }
    clause = reader.value("clause").flatMap { readClause($0, over: nil, into: problems) }
    standIn = reader.string("stand_in")
    maximum = reader.exact("max_points", .required) ?? .hundred
    if let value = reader.value("rounding", .required) { readRounding(value, into: problems) }
    withoutEvidence =
      reader.choice("without_evidence", of: WithoutEvidence.self, .required) ?? .keep
    sharedInputs = reader.entries("shared_inputs").map(Array.init) ?? []
    figures = reader.entries("figures").map(Array.init) ?? []
    let list = reader.elements("areas", .required)
    if let list, list.isEmpty, let key = reader.keyNode("areas") {
      problems.add(.missingValue(key))
    }
    areas = (list ?? [])
      .compactMap { Draft($0, kind: .area, into: problems) }
    counterparts = reader.value("counterparts")
    reader.finish()
  }

  private mutating func readRounding(_ node: YAMLNode, into problems: DiagnosticCollector) {
    guard var reader = MappingReader(node, key: "rounding", into: problems) else { return }
    rounding.points =
      reader.value("points")?.matches("exact") == true ? nil : reader.integer("points", .required)
    rounding.index = reader.integer("index", .required) ?? 2
    rounding.mode = reader.choice("mode", of: RoundingMode.self) ?? .halfUp
    reader.finish()
    for (key, places) in [("points", rounding.points ?? 0), ("index", rounding.index)]
    where !(0...12).contains(places) {
      problems.add(
        .badValue(
          node[key] ?? node, key: key,
          expected: Wording(vi: "từ 0 đến 12 chữ số thập phân", en: "0 to 12 decimals")))
      rounding.points = min(max(rounding.points ?? 0, 0), 12)
      rounding.index = min(max(rounding.index, 0), 12)
    }
  }

  /// Applies an overlay's header and its changes by id.
  mutating func overlay(_ reader: inout MappingReader, into problems: DiagnosticCollector) {
    isOverlay = true
    id = reader.string("id", .required) ?? ""
    span = reader.value("id")?.span ?? reader.node.span
    if let own = reader.string("title") { title = own }
    if let own = reader.year("year") { year = own }
    if let own = reader.exact("max_points") { maximum = own }
    if let own = reader.value("basis") { basis = readClause(own, over: nil, into: problems) }
    if let own = reader.value("clause") { clause = readClause(own, over: nil, into: problems) }
    if let own = reader.string("stand_in") { standIn = own }
    units = reader.strings("units") ?? []
    counterparts = reader.value("counterparts")
    sharedInputs += reader.entries("shared_inputs").map(Array.init) ?? []
    figures += reader.entries("figures").map(Array.init) ?? []
    for node in reader.elements("remove") ?? [] {
      guard let target = node.readString(into: problems) else { continue }
      if !Draft.edit(&areas, target, { _ in nil }) {
        problems.add(.overlayTarget(target, known: ids, at: node.span))
      }
    }
    for entry in reader.entries("change").map(Array.init) ?? [] {
      guard let target = entry.key.text else { continue }
      guard entry.value.kind == .mapping else {
        problems.add(.wrongType(entry.value, expected: .mapping, key: target))
        continue
      }
      let isThere = Draft.edit(&areas, target) { draft in
        var changed = draft
        changed.change(entry.value)
        return changed
      }
      if !isThere { problems.add(.overlayTarget(target, known: ids, at: entry.key.span)) }
    }
    for node in reader.elements("add") ?? [] { add(node, into: problems) }
    reader.finish()
  }

  private mutating func add(_ node: YAMLNode, into problems: DiagnosticCollector) {
    guard var reader = MappingReader(node, into: problems) else { return }
    let after = reader.string("after", .required)
    let added =
      reader.value("area").flatMap { Draft($0, kind: .area, into: problems) }
      ?? reader.value("criterion").flatMap { Draft($0, kind: .criterion, into: problems) }
      ?? reader.value("sub_criterion").flatMap { Draft($0, kind: .subCriterion, into: problems) }
    reader.finish()
    if ["area", "criterion", "sub_criterion"].allSatisfy({ node[$0] == nil }) {
      problems.add(.addsNothing(at: node.headSpan))
    }
    guard let after, let added else { return }
    if !Draft.insert(added, after: after, in: &areas) {
      problems.add(
        .overlayTarget(after, known: ids, at: reader.value("after")?.span ?? node.span))
    }
  }

  private var ids: [String] {
    areas.flatMap { area in
      [area.id] + area.children.flatMap { [$0.id] + $0.children.map(\.id) }
    }
  }
}

extension Draft {
  /// Replaces the node with this id, or removes it for nil; false when there is none.
  static func edit(_ drafts: inout [Draft], _ id: String, _ change: (Draft) -> Draft?) -> Bool {
    if let place = drafts.firstIndex(where: { $0.id == id }) {
      if let changed = change(drafts[place]) {
        drafts[place] = changed
      } else {
        drafts.remove(at: place)
      }
      return true
    }
    for place in drafts.indices where edit(&drafts[place].children, id, change) { return true }
    return false
  }

  /// Puts a node behind its sibling; false when there is no sibling of its kind with this id.
  static func insert(_ added: Draft, after id: String, in drafts: inout [Draft]) -> Bool {
    if let place = drafts.firstIndex(where: { $0.id == id && $0.kind == added.kind }) {
      drafts.insert(added, at: place + 1)
      return true
    }
    for place in drafts.indices where insert(added, after: id, in: &drafts[place].children) {
      return true
    }
    return false
  }
}

/// Reads a clause; what it does not say is taken from the one above it (SCORING 31).
func readClause(_ node: YAMLNode, over outer: Clause?, into problems: DiagnosticCollector)
  -> Clause?
{
  guard var reader = MappingReader(node, key: "clause", into: problems) else { return outer }
  let document = reader.string("document")
  guard let name = document ?? outer?.document else {
    problems.add(.missingKey("document", in: node))
    return outer
  }
  var clause = document == nil ? outer ?? Clause(document: name) : Clause(document: name)
  if let date = reader.moment("date") { clause.date = date.day }
  if let article = reader.string("article") { clause.article = article }
  if let point = reader.string("point") { clause.point = point }
  if let annex = reader.string("annex") { clause.annex = annex }
  reader.finish()
  return clause
}
