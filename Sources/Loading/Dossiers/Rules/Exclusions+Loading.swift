internal import Diagnostics
internal import DossierCounting
internal import YAMLReading

/// An exclusion with the places that checks point at.
struct PlacedExclusion {
  let exclusion: DossierExclusion
  let conditions: [PlacedCondition]
  let id: SourceSpan
  let from: SourceSpan
}

/// A list with the places that checks point at.
struct PlacedList {
  let list: DossierList
  let conditions: [PlacedCondition]
}

extension RulesBuilder {
  /// `exclusions:`, in order.
  mutating func readExclusions(_ reader: inout MappingReader) {
    var first: [String: SourceSpan] = [:]
    for node in reader.elements("exclusions") ?? [] {
      guard var inner = MappingReader(node, into: problems) else { continue }
      let entry = readEntry(&inner, first: &first)
      let from = inner.choice("from", of: DossierExclusion.Effect.self, .required)
      inner.finish()
      guard let entry, let from, let place = node["from"]?.span else { continue }
      exclusions.append(
        PlacedExclusion(
          exclusion: DossierExclusion(
            id: entry.id, title: entry.title, clause: entry.clause,
            when: entry.conditions.map(\.condition), from: from),
          conditions: entry.conditions, id: entry.span, from: place))
    }
    rules.exclusions = exclusions.map(\.exclusion)
  }

  /// `lists:`, dossiers listed apart that stay counted.
  mutating func readLists(_ reader: inout MappingReader) {
    var first: [String: SourceSpan] = [:]
    for node in reader.elements("lists") ?? [] {
      guard var inner = MappingReader(node, into: problems) else { continue }
      let entry = readEntry(&inner, first: &first)
      inner.finish()
      guard let entry else { continue }
      lists.append(
        PlacedList(
          list: DossierList(
            id: entry.id, title: entry.title, clause: entry.clause,
            when: entry.conditions.map(\.condition)),
          conditions: entry.conditions))
    }
    rules.lists = lists.map(\.list)
    listIDs = first.keys.sorted()
  }

  private typealias Entry = (
    id: String, title: String, clause: String?, conditions: [PlacedCondition], span: SourceSpan
  )

  /// What exclusions and lists have in common.
  private mutating func readEntry(
    _ reader: inout MappingReader, first: inout [String: SourceSpan]
  ) -> Entry? {
    let id = readID(&reader, first: &first)
    let title = reader.string("title", .required)
    let clause = reader.string("clause")
    let conditions = reader.value("when", .required).flatMap { readConditions($0) }
    guard let id, let span = reader.node["id"]?.span else { return nil }
    if clause == nil { problems.add(.entryWithoutClause(id, at: span)) }
    guard let title, let conditions else { return nil }
    return (id, title, clause, conditions, span)
  }
}
