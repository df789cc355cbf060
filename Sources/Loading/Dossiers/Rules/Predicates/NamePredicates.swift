internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Predicates that name one thing or a list of them.
extension Predicate {
  static let domain = names("domain", DossierCondition.domains)
  static let sources = names("sources", DossierCondition.sources)
  static let statuses = names("statuses", DossierCondition.statuses)

  static let unitTypes = names("unit_types", DossierCondition.unitTypes) { name, builder in
    let known = Set(builder.units.map(\.type)).sorted()
    return known.isEmpty || known.contains(name.name)
      ? nil : .unknownUnitType(name.name, known: known, at: name.span)
  }

  static let units = names("units", DossierCondition.units) { name, builder in
    let known = builder.units.map(\.id)
    return known.isEmpty || known.contains(name.name)
      ? nil : .unknownUnit(name.name, known: known, at: name.span)
  }

  static let causes = names("causes", DossierCondition.causes) { name, builder in
    builder.causeIDs.contains(name.name)
      ? nil : .unknownCause(name.name, known: builder.causeIDs, at: name.span)
  }

  static let channels = Predicate(key: "channels") { reader, builder in
    guard let nodes = reader.oneOrMore("channels") else { return nil }
    let channels = nodes.compactMap {
      $0.readChoice(key: "channels", of: DossierChannel.self, into: builder.problems)
    }
    return channels.count == nodes.count ? .channels(Set(channels)) : nil
  }

  private static func names(
    _ key: String, _ condition: @escaping @Sendable (Set<String>) -> DossierCondition,
    fault: @escaping @Sendable (PlacedName, RulesBuilder) -> Diagnostic? = { _, _ in nil }
  ) -> Predicate {
    Predicate(key: key) { reader, builder in
      guard let nodes = reader.oneOrMore(key) else { return nil }
      let names = nodes.compactMap { $0.placedName(into: builder.problems) }
      let faults = names.compactMap { fault($0, builder) }
      builder.problems.add(contentsOf: faults)
      guard faults.isEmpty, names.count == nodes.count else { return nil }
      return condition(Set(names.map(\.name)))
    }
  }
}

extension MappingReader {
  /// The elements of a list, or the value itself; nil, with a diagnostic, when there is none.
  mutating func oneOrMore(_ key: String) -> [YAMLNode]? {
    guard let node = value(key, .required) else { return nil }
    guard node.kind == .sequence else { return [node] }
    let elements = Array(node.elements)
    if elements.isEmpty, let place = keyNode(key) { problems.add(.missingValue(place)) }
    return elements.isEmpty ? nil : elements
  }
}
