internal import Diagnostics
internal import DossierCounting
internal import YAMLReading

/// A condition and the key that states it.
struct PlacedCondition {
  let condition: DossierCondition
  let span: SourceSpan
}

extension RulesBuilder {
  /// What `when:` asks of a dossier: predicates that must all hold, or the word of one of them;
  /// nil, with diagnostics, when any of it cannot be read.
  mutating func readConditions(_ node: YAMLNode) -> [PlacedCondition]? {
    guard node.kind == .mapping else { return readWord(node).map { [$0] } }
    let faults = problems.diagnostics.count
    guard var reader = MappingReader(node, key: "when", into: problems) else { return nil }
    var conditions: [PlacedCondition] = []
    for predicate in Predicate.all {
      reader.allow(predicate.key)
      guard let key = reader.keyNode(predicate.key) else {
        for companion in predicate.companions {
          reader.allow(companion)
          guard let alone = reader.keyNode(companion) else { continue }
          problems.add(.companionAlone(companion, of: predicate.key, at: alone.span))
        }
        continue
      }
      if let condition = predicate.read(&reader, &self) {
        conditions.append(PlacedCondition(condition: condition, span: key.span))
      }
    }
    reader.finish()
    if conditions.isEmpty, problems.diagnostics.count == faults {
      problems.add(.appliesToAll(at: node.headSpan))
    }
    return problems.diagnostics.count == faults ? conditions : nil
  }

  private func readWord(_ node: YAMLNode) -> PlacedCondition? {
    guard let text = node.text else {
      problems.add(.wrongType(node, expected: .mapping, key: "when"))
      return nil
    }
    let words = Predicate.all.filter { $0.word != nil }
    guard let word = words.first(where: { $0.key == text })?.word else {
      problems.add(.noCondition(node, words: words.map(\.key)))
      return nil
    }
    return PlacedCondition(condition: word, span: node.span)
  }
}
