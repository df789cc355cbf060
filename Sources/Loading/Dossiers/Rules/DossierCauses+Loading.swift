internal import Diagnostics
internal import DossierCounting
internal import YAMLReading

/// A cause with the places of what others refer to.
struct PlacedCause {
  let cause: DossierCause
  let list: PlacedName?
}

extension RulesBuilder {
  /// `causes:`, the closed list that an explanation may name, each with its effect.
  mutating func readCauses(_ reader: inout MappingReader) {
    var first: [String: SourceSpan] = [:]
    for node in reader.elements("causes") ?? [] {
      guard var inner = MappingReader(node, into: problems) else { continue }
      let id = readID(&inner, first: &first)
      let title = inner.string("title", .required)
      let isConsidered = inner.yesNo("considered", .required)
      let list = inner.placedName("list")
      inner.finish()
      guard let id, let title, let isConsidered else { continue }
      let cause = DossierCause(
        id: id, title: title, isConsidered: isConsidered, offeredFor: list?.name)
      causes.append(PlacedCause(cause: cause, list: list))
    }
    rules.causes = causes.map(\.cause)
    causeIDs = first.keys.sorted()
  }

  /// The id of an entry, which no other entry beside it has.
  func readID(_ reader: inout MappingReader, first: inout [String: SourceSpan]) -> String? {
    guard let node = reader.value("id", .required),
      let id = node.readString(key: "id", into: problems)
    else { return nil }
    if !isSlug(id) { problems.add(.badID(node)) }
    if let earlier = first[id] {
      problems.add(.duplicateID(id, at: node.span, first: earlier))
      return nil
    }
    first[id] = node.span
    return id
  }

  /// Lists stand below causes in the file, so what causes name is looked up at the end.
  func checkCauses() {
    for placed in causes {
      guard let list = placed.list, !listIDs.contains(list.name) else { continue }
      problems.add(.unknownList(list.name, known: listIDs, at: list.span))
    }
  }
}
