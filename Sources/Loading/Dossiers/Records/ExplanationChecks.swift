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
/// Sorted places instead of a dictionary: a province has explanations by the hundred thousand.
private func earlierExplanations(_ explanations: [DossierExplanation]) -> [Int: Int] {
  let order = explanations.indices.sorted { left, right in
    let (first, second) = (explanations[left].dossier, explanations[right].dossier)
    return first == second ? left < right : first < second
  }
  var earlier: [Int: Int] = [:]
  for (left, right) in zip(order, order.dropFirst())
  where explanations[left].dossier == explanations[right].dossier {
    earlier[right] = earlier[left] ?? left
  }
  return earlier
}
