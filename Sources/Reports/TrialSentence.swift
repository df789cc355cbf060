package import Diagnostics
package import Grading

/// How a worked case came to its points: the sentence a round would give for the same data.
package struct TrialSentence: Sendable {
  private let sentence: RuleSentence

  package init(_ trial: ItemTrial, _ language: Language) {
    let (round, trace) = trial.traced()
    sentence = RuleSentence(round, trace, language)
  }

  package var text: String { sentence.text }
}
