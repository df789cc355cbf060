internal import Diagnostics
internal import DossierCounting

extension CaseRecords {
  /// Leaves out what was not known at a time: corrections decided from then on, and explanations
  /// handed in from then on.
  ///
  /// What an outage was is known or not whatever the day; an explanation without a day stays.
  /// - Returns: for each table that loses rows one warning, at the first of them.
  mutating func leaveOutDecisions(from time: LocalMinute) -> [Diagnostic] {
    let explanations = explanations.filter { $0.handedIn.map { $0 >= time } ?? false }
    let corrections = corrections.filter { LocalMinute(startOf: $0.decidedOn) >= time }
    if !explanations.isEmpty {
      self.explanations.removeAll { $0.handedIn.map { $0 >= time } ?? false }
    }
    if !corrections.isEmpty {
      self.corrections.removeAll { LocalMinute(startOf: $0.decidedOn) >= time }
    }
    return [
      explanations.first.map { .explainedAfter(time, explanations.count, at: $0.span) },
      corrections.first.map { .correctedAfter(time, corrections.count, at: $0.span) },
    ].compactMap { $0 }
  }
}
