internal import Diagnostics
internal import Grading
internal import YAMLReading

extension UnitReading {
  /// Reads `remedies.yaml`; nil when it is not of its format.
  func readRemedies(_ root: YAMLNode) -> RemedySubmission? {
    guard var reader = MappingReader(root, into: problems),
      reader.format("parindex/remedies") != nil
    else { return nil }
    checkHeader(&reader)
    var submission = RemedySubmission()
    let written = reader.value("submitted_at")
    submission.submittedAt = written.flatMap { $0.readMoment(key: "submitted_at", into: problems) }
    isDraft = written == nil
    if isDraft {
      problems.add(
        .remediesAreDraft(at: reader.keyNode("submitted_at")?.span ?? root.headSpan))
    }
    submission.isIllustrative = reader.yesNo("illustrative") ?? false
    if let list = reader.value("documents") { readDocuments(list) }
    let nodes = reader.elements("remedies", isDraft ? .optional : .required) ?? []
    reader.finish()
    var places: [Int: SourceSpan] = [:]
    for node in nodes {
      if let remedy = readRemedy(node, &places) { submission.remedies.append(remedy) }
    }
    return submission
  }

  /// One entry; nil when something in it is refused, or, in a draft, not written yet.
  private func readRemedy(_ node: YAMLNode, _ places: inout [Int: SourceSpan]) -> Remedy? {
    guard var reader = MappingReader(node, key: "remedies", into: problems) else { return nil }
    let item = reader.value("criterion", .required).flatMap { lostItem($0, &places) }
    let cause = words("cause", &reader)
    let measure = words("measure", &reader)
    let person = words("person", &reader)
    let due = reader.value("due", isDraft ? .optional : .required).flatMap { day($0, key: "due") }
    let done = reader.value("done").flatMap { day($0, key: "done") }
    let outcome = reader.string("outcome")
    let evidence = (reader.elements("evidence") ?? []).compactMap { document($0) }
    reader.finish()
    guard let item, let cause, let measure, let person, let due else { return nil }
    return Remedy(
      item: item, cause: cause, measure: measure, person: person, due: due, done: done,
      outcome: outcome.flatMap { $0.isBlank ? nil : $0 },
      evidence: evidence.map { assessment.shelf[$0] }, span: node.headSpan)
  }

  /// The item that an entry is about, which no other entry may be.
  private func lostItem(_ node: YAMLNode, _ places: inout [Int: SourceSpan]) -> Int? {
    guard node.kind == .scalar, let item = tables.items.find(node) else {
      if node.readString(key: "criterion", into: problems) != nil {
        problems.add(.itemUnknown(node, in: tables.set))
      }
      return nil
    }
    if let first = places[item] {
      problems.add(.remedyTwice(tables.set.items[item].id, at: node.span, first: first))
      return nil
    }
    places[item] = node.span
    return item
  }

  /// A text that says something.
  private func words(_ key: String, _ reader: inout MappingReader) -> String? {
    let text = reader.string(key, isDraft ? .optional : .required)
    guard let text, text.isBlank else { return text }
    if !isDraft, let node = reader.keyNode(key) { problems.add(.missingValue(node)) }
    return nil
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
