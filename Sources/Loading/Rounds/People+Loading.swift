internal import Diagnostics
internal import Grading
internal import Procedure
internal import YAMLReading

/// Who may act in a round.
struct PeopleList {
  var people: [String: Person] = [:]
  /// Where each stands, by `people.<id>`.
  var places: [String: SourceSpan] = [:]
  /// Some could not be read at all, so what names them is not at fault.
  var isWhole = false

  /// Whether somebody is listed, be it with faults.
  func lists(_ id: String) -> Bool { places["people.\(id)"] != nil }
}

/// Reads who may act in a round (`parindex/people@1`).
func loadPeople(
  _ root: YAMLNode, units: [Unit], into problems: DiagnosticCollector
) -> PeopleList {
  var list = PeopleList()
  guard var reader = MappingReader(root, into: problems) else { return list }
  _ = reader.format("parindex/people")
  let elements = reader.elements("people", .required)
  let nodes = elements ?? []
  list.isWhole = elements != nil && nodes.allSatisfy { $0["id"]?.text != nil }
  reader.finish()
  list.places["people"] = reader.keyNode("people")?.span
  let known = Set(units.map(\.id))
  for node in nodes {
    guard var person = MappingReader(node, into: problems) else { continue }
    let loaded = loadPerson(&person, known)
    person.finish()
    guard let id = person.node["id"]?.text else { continue }
    let span = person.node["id"]?.span ?? node.span
    let key = "people.\(id)"
    if let earlier = list.places[key] {
      problems.add(.duplicateID(id, at: span, first: earlier))
      continue
    }
    list.places[key] = span
    list.people[id] = loaded
  }
  return list
}

private func loadPerson(_ reader: inout MappingReader, _ known: Set<String>) -> Person? {
  let id = reader.string("id", .required)
  let name = reader.string("name", .required)
  let role = reader.choice("role", of: Role.self, .required)
  let unit = reader.string("unit")
  let council = reader.string("council")
  for (key, value) in [("unit", unit), ("council", council == Person.province ? nil : council)] {
    guard let value, !known.isEmpty, !known.contains(value), let node = reader.node[key] else {
      continue
    }
    reader.problems.add(.unknownUnit(value, known: known.sorted(), at: node.span))
  }
  if unit == nil, role == .unit || role == .registerOwner, reader.node["unit"] == nil {
    reader.problems.add(.missingKey("unit", in: reader.node))
  }
  let from = reader.moment("from")
  let until = reader.moment("until")
  if let from, let until, until.day < from.day, let node = reader.node["until"] {
    reader.problems.add(.untilBeforeFrom(node, from: from.day))
  }
  guard let id, let name, let role else { return nil }
  return Person(
    id: id, name: name, role: role, unit: unit, council: council, from: from?.day,
    until: until?.day)
}
