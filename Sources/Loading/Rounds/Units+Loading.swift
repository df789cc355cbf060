package import Diagnostics
package import Grading
package import YAMLReading

/// The register of units of a round.
package struct UnitRegister: Sendable {
  package var units: [Unit] = []
  /// What traits are called, by name; nil: the register does not declare its traits.
  package var traitTitles: [String: String]?
}

/// Reads the units of a register of units (`parindex/units@1`).
package func loadUnits(_ root: YAMLNode, into problems: DiagnosticCollector) -> [Unit] {
  loadUnitRegister(root, into: problems).units
}

/// Reads the register of units (`parindex/units@1`).
///
/// Everything wrong with it is reported at once: ids twice, parents that are not there, parents in
/// a circle, traits that are not declared.
package func loadUnitRegister(_ root: YAMLNode, into problems: DiagnosticCollector)
  -> UnitRegister
{
  guard var reader = MappingReader(root, into: problems) else { return UnitRegister() }
  _ = reader.format("parindex/units")
  let traits = reader.entries("traits").map { loadTraits(Array($0), into: problems) }
  let list = reader.elements("units", .required)
  if let list, list.isEmpty {
    problems.add(.noUnits(at: reader.keyNode("units")?.span ?? root.headSpan))
  }
  let nodes = list ?? []
  reader.finish()
  var units: [Unit] = []
  var first: [String: SourceSpan] = [:]
  var parents: [String: SourceSpan] = [:]
  for node in nodes {
    guard let unit = loadUnit(node, traits, into: problems) else { continue }
    if let earlier = first[unit.id] {
      problems.add(.unitListedTwice(unit.id, at: unit.span, first: earlier))
      continue
    }
    first[unit.id] = unit.span
    parents[unit.id] = node["parent"]?.span
    units.append(unit)
  }
  checkParents(units, at: parents, into: problems)
  return UnitRegister(units: units, traitTitles: traits)
}

/// `handles_dossiers: {title: Có giải quyết hồ sơ TTHC}`.
private func loadTraits(
  _ entries: [(key: YAMLNode, value: YAMLNode)], into problems: DiagnosticCollector
) -> [String: String] {
  var titles: [String: String] = [:]
  for (key, value) in entries {
    guard let name = key.text, var reader = MappingReader(value, key: name, into: problems) else {
      continue
    }
    titles[name] = reader.string("title", .required) ?? name
    reader.finish()
  }
  return titles
}

private func loadUnit(
  _ node: YAMLNode, _ declared: [String: String]?, into problems: DiagnosticCollector
) -> Unit? {
  guard var reader = MappingReader(node, into: problems) else { return nil }
  let id = reader.string("id", .required)
  let name = reader.string("name", .required)
  let type = reader.string("type", .required)
  var traits: Set<String> = []
  for element in reader.elements("traits") ?? [] {
    guard let trait = element.readString(key: "traits", into: problems) else { continue }
    traits.insert(trait)
    if let declared, declared[trait] == nil {
      problems.add(.unknownTrait(trait, known: declared.keys.sorted(), at: element.span))
    }
  }
  let unit = Unit(
    id: id ?? "", name: name ?? "", type: type ?? "", parent: reader.string("parent"),
    block: reader.string("block"), order: reader.integer("order"),
    traits: traits, aliases: reader.strings("aliases") ?? [],
    codes: reader.strings("codes") ?? [], isRanked: reader.yesNo("ranked") ?? true,
    span: reader.value("id")?.span ?? node.span)
  reader.finish()
  guard let id, name != nil, type != nil else { return nil }
  if !isSlug(id) { problems.add(.badID(reader.value("id") ?? node)) }
  return unit
}

/// Lower-case ASCII letters, digits and hyphens.
package func isSlug(_ text: String) -> Bool {
  !text.isEmpty
    && text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
}

extension Diagnostic {
  static func badID(_ node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .badID, at: node.span,
      Wording(
        vi: "mã `\(node.text ?? "")` không hợp lệ", en: "the id `\(node.text ?? "")` is not allowed"
      ),
      expected: Wording(
        vi: "chữ thường không dấu, chữ số và dấu gạch nối, như `so-y-te`",
        en: "lower-case ASCII letters, digits and hyphens, like `so-y-te`"))
  }
}

private func checkParents(
  _ units: [Unit], at places: [String: SourceSpan], into problems: DiagnosticCollector
) {
  let byID = Dictionary(units.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  // The nearest name is looked for among all units, so not for every one of a hundred thousand.
  var hints = 20
  for unit in units {
    guard let parent = unit.parent, byID[parent] == nil else { continue }
    problems.add(
      .unknownParent(
        parent, of: unit.id, known: hints > 0 ? units.map(\.id) : [],
        at: places[unit.id] ?? unit.span))
    hints -= 1
  }
  var cleared: Set<String> = []
  for unit in units {
    var chain: [String] = []
    var steps: [String: Int] = [:]
    var next: String? = unit.id
    while let id = next, !cleared.contains(id), byID[id] != nil {
      if let start = steps[id] {
        problems.add(.unitCycle(Array(chain[start...]) + [id], at: places[id] ?? unit.span))
        break
      }
      steps[id] = chain.count
      chain.append(id)
      next = byID[id]?.parent
    }
    cleared.formUnion(chain)
  }
}
