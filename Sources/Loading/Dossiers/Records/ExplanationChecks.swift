package import Diagnostics
package import DossierCounting
internal import Grading
internal import YAMLReading

/// Holds explanations against the rules: their closed list of causes and their last minute.
///
/// A cause outside the list, two explanations of one dossier, an accepted explanation whose cause
/// is subjective ("giải trình của đơn vị đó không được xem xét", letter of November 2019, 2), one
/// that came too late, and one accepted without evidence. Rules without a list of causes admit any.
///
/// `FileAccess.annotate` shows the lines.
package func checkExplanations(_ records: CaseRecords, rules: DossierRules) -> [Diagnostic] {
  let causes = Dictionary(rules.causes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  var problems = ProblemList()
  var unproven = NamedRows()
  let earlier = earlierExplanations(records.explanations)
  for (place, explanation) in records.explanations.enumerated() {
    let isAccepted = explanation.decision == .accepted
    if let first = earlier[place] {
      let span = records.explanations[first].span
      problems.add { .explainedTwice(explanation.dossier, at: explanation.span, first: span) }
    }
    if let name = explanation.cause, !rules.causes.isEmpty {
      if let cause = causes[name] {
        if isAccepted, !cause.isConsidered {
          problems.add {
            .acceptedSubjective(cause, dossier: explanation.dossier, at: explanation.span)
          }
        }
      } else {
        problems.add { .unknownCause(name, known: rules.causes, at: explanation.span) }
      }
    } else if isAccepted, !rules.causes.isEmpty {
      problems.add { .acceptedWithoutCause(explanation.dossier, at: explanation.span) }
    }
    if isAccepted, explanation.evidence == nil {
      unproven.add(explanation.dossier, explanation.span)
    }
    if let handedIn = explanation.handedIn, let limit = rules.explanationsUntil, handedIn >= limit {
      problems.add { .explainedLate(explanation, handedIn, limit: limit) }
    }
  }
  return problems.all + [.acceptedWithoutEvidence(unproven)].compactMap(\.self)
}

/// For each explanation of a dossier that has one already, the place of the first.
///
/// Sorted digests instead of a dictionary or sorted names: a province has explanations by the
/// hundred thousand.
private func earlierExplanations(_ explanations: [DossierExplanation]) -> [Int: Int] {
  let order = explanations.indices.map { place in
    (digest: digest(of: explanations[place].dossier), place: place)
  }.sorted { ($0.digest, $0.place) < ($1.digest, $1.place) }
  var earlier: [Int: Int] = [:]
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, order[end].digest == order[start].digest { end += 1 }
    // Different names can share a digest, so the names decide.
    for right in start..<end {
      let name = explanations[order[right].place].dossier
      let first = order[start..<right].first { explanations[$0.place].dossier == name }
      if let first { earlier[order[right].place] = first.place }
    }
    start = end
  }
  return earlier
}

/// FNV-1a.
private func digest(of name: String) -> UInt64 {
  name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
