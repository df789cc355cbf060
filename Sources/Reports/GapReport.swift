package import Diagnostics
package import Grading

/// Gaps as people and programs read them: text, JSON, CSV.
///
/// What is handed to a unit before publication shows no other unit's standing and names none
/// (FORMATS §4, visibility): leave both settings off for it.
package struct GapReport: Sendable {
  package let round: Round
  package let language: Language
  /// Places tell the standing of others.
  package let showsPlaces: Bool
  /// Names of other units that handed in the same file.
  package let namesOthers: Bool
  let sentences: GapSentences

  /// - Parameter shelf: the documents that the gaps are about, of a unit whose shelf is another than
  ///   in the round; nil: those that each unit has there.
  package init(
    _ round: Round, language: Language, showsPlaces: Bool, namesOthers: Bool,
    shelf: [EvidenceDocument]? = nil
  ) {
    self.round = round
    self.language = language
    self.showsPlaces = showsPlaces
    self.namesOthers = namesOthers
    sentences = GapSentences(round, language, namesOthers: namesOthers, shelf: shelf)
  }

  /// What is wrong, in a sentence without a full stop.
  package func what(_ gap: EvidenceGap) -> String { sentences.what(gap) }

  /// Until when it can be closed, in words; nil: no day is set.
  package func deadline(_ gap: EvidenceGap) -> String? { gap.due.map(sentences.numbers.until) }

  func unit(_ gaps: UnitGaps) -> UnitResult { round.units[gaps.unit] }

  func set(_ gaps: UnitGaps) -> CriteriaSet { round.sets[unit(gaps).record.set] }

  /// Whether anything the unit's results are made of is an illustration.
  func isIllustrative(_ unit: Int) -> Bool {
    round.plan.isIllustrative || round.units[unit].record.assessment.isIllustrative
  }
}
