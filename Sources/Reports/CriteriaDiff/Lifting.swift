internal import Diagnostics

extension SetComparison {
  /// A change that every item of a set, area or criterion shares is said once, above them.
  ///
  /// A re-issued regulation changes the document of a hundred clauses; that is one line.
  func lift(into parts: inout [Part]) {
    let scored = Set(parts.indices.filter { isItem(parts[$0]) })
    lift(below: 0, level: .set, in: &parts, scored) { _ in true }
    for place in parts.indices where parts[place].level == .area {
      let prefix = parts[place].id + "."
      lift(below: place, level: .area, in: &parts, scored) { $0.id.hasPrefix(prefix) }
    }
    for place in parts.indices where parts[place].level == .criterion {
      let prefix = parts[place].id + "."
      lift(below: place, level: .criterion, in: &parts, scored) { $0.id.hasPrefix(prefix) }
    }
  }

  private static let liftable: Set<CriteriaDiff.Aspect> = [
    .applicability, .clause, .withoutEvidence, .ownDocument, .appraisedBy, .scoredBy,
    .mayBeNotApplicable,
  ]

  private func lift(
    below place: Int, level: CriteriaDiff.Level, in parts: inout [Part],
    _ scored: Set<Int>, _ isBelow: (Part) -> Bool
  ) {
    let members = scored.sorted().filter { $0 != place && isBelow(parts[$0]) }
    guard members.count > 1, let first = members.first else { return }
    for change in parts[first].changes where SetComparison.liftable.contains(change.aspect) {
      guard members.allSatisfy({ parts[$0].changes.contains(change) }) else { continue }
      for member in members { parts[member].changes.removeAll { $0 == change } }
      parts[place].changes.append(
        Change(
          change.aspect,
          .sentence(change.text) { language, parts in
            language == .vietnamese
              ? "mọi tiêu chí thành phần: \(parts[0])" : "every item: \(parts[0])"
          }, before: change.before, after: change.after))
    }
  }

  /// Something scored that stands in both sets.
  private func isItem(_ part: Part) -> Bool {
    guard !part.changes.contains(where: { $0.aspect == .removed || $0.aspect == .added }),
      let place = new.nodes.firstIndex(where: { $0.id == part.id && $0.level == part.level }),
      let before = matching.oldOf[place]
    else { return false }
    return new.nodes[place].item != nil && old.nodes[before].item != nil
  }
}
