internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Checks who may act in a round (`parindex/people@1`): id, name, role, unit, from and until.
func checkPeople(_ root: YAMLNode, units: [Unit], into problems: DiagnosticCollector) {
  guard var reader = MappingReader(root, into: problems) else { return }
  _ = reader.format("parindex/people")
  let nodes = reader.elements("people", .required) ?? []
  reader.finish()
  let known = Set(units.map(\.id))
  var first: [String: SourceSpan] = [:]
  for node in nodes {
    guard var person = MappingReader(node, into: problems) else { continue }
    let id = person.string("id", .required)
    _ = person.string("name", .required)
    _ = person.string("role", .required)
    if let unit = person.string("unit"), !known.isEmpty, !known.contains(unit) {
      problems.add(
        .unknownUnit(unit, known: known.sorted(), at: person.value("unit")?.span ?? node.span))
    }
    let from = person.moment("from")
    let until = person.moment("until")
    if let from, let until, until.day < from.day, let value = person.value("until") {
      problems.add(
        .badValue(
          value, key: "until",
          expected: Wording(
            vi: "một ngày không trước \(from.day.vietnameseText)",
            en: "a day not before \(from.day.vietnameseText)")))
    }
    person.finish()
    guard let id else { continue }
    let span = person.value("id")?.span ?? node.span
    if let earlier = first[id] {
      problems.add(.duplicateID(id, at: span, first: earlier))
    } else {
      first[id] = span
    }
  }
}
