package import Diagnostics
package import Grading

/// Two rounds of different years as people and programs read them: what moved, and how much of it
/// is performance, how much changed criteria.
package struct YearReport: Sendable {
  package let years: YearComparison
  let words: RoundWords
  let earlierWords: RoundWords
  let isColoured: Bool
  /// What changed between the sets, by the sets' places.
  private let diffs: [SetPair: CriteriaDiff]

  package init(_ years: YearComparison, _ language: Language, isColoured: Bool = false) {
    self.years = years
    self.isColoured = isColoured
    words = RoundWords(years.after, language)
    earlierWords = RoundWords(years.before, language)
    var diffs: [SetPair: CriteriaDiff] = [:]
    for pair in years.pairs.keys {
      diffs[pair] = CriteriaDiff(
        from: years.before.sets[pair.old], to: years.after.sets[pair.new])
    }
    self.diffs = diffs
  }

  var language: Language { words.language }
  var numbers: NumberWords { words.numbers }

  package func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  // MARK: What the two rounds are called

  /// "năm 2017", or the round's id where both are of one year.
  package var earlier: String { label(years.before) }
  package var later: String { label(years.after) }

  private func label(_ round: Round) -> String {
    years.before.plan.calendar.year == years.after.plan.calendar.year
      ? round.plan.id
      : say("năm \(round.plan.calendar.year)", "\(round.plan.calendar.year)")
  }

  var isIllustrative: Bool { words.isIllustrative || earlierWords.isIllustrative }

  // MARK: What a unit is

  /// Its record in the later round, or in the earlier one where it is gone.
  func record(_ unit: UnitYears) -> UnitRecord? {
    unit.unit.map { years.after.units[$0].record }
      ?? unit.earlier.map { years.before.units[$0].record }
  }

  func oldSet(_ unit: UnitYears) -> CriteriaSet? {
    unit.pair.map { years.before.sets[$0.old] }
  }

  func newSet(_ unit: UnitYears) -> CriteriaSet? {
    unit.pair.map { years.after.sets[$0.new] }
  }

  func block(_ round: Round, _ unit: Int?) -> Block? {
    unit.map { round.plan.blocks[round.units[$0].record.block] }
  }

  /// How many places its group has in one of the rounds, and how many of them are provisional.
  func places(_ round: Round, _ unit: Int?) -> (ranked: Int, provisional: Int) {
    guard let unit, let group = round.groups.first(where: { $0.units.contains(unit) }) else {
      return (0, 0)
    }
    return places(round, group)
  }

  func places(_ round: Round, _ group: RankingGroup) -> (ranked: Int, provisional: Int) {
    let totals = group.units.compactMap { round.units[$0].totals.last ?? nil }
      .filter { $0.place != nil }
    return (totals.count, totals.count(where: \.isProvisional))
  }

  // MARK: What changed of an item

  private static let aspects: Set<CriteriaDiff.Aspect> = [
    .maximum, .scoring, .rule, .ifUndefined, .ifMissing, .inputs, .scoredBy, .withoutEvidence,
    .applicability, .mayBeNotApplicable, .rounding,
  ]

  /// What changed in the criteria for an item, as far as it can move points.
  func changes(_ item: ItemYears, _ pair: SetPair?) -> [String] {
    guard let pair, let place = item.new, let diff = diffs[pair] else { return [] }
    let set = years.after.sets[pair.new]
    let ids = [
      set.items[place].id, set.criteria[set.items[place].criterion].id,
      set.areas[set.items[place].area].id, set.id,
    ]
    for id in ids {
      let found = diff.parts.filter { $0.id == id }.flatMap(\.changes)
        .filter { Self.aspects.contains($0.aspect) }
      if !found.isEmpty { return found.map { $0.text[language] } }
    }
    return []
  }

  /// Items of a later set whose way of scoring is another, by place.
  package func changedItems(_ pair: SetPair) -> [Int] {
    guard let diff = diffs[pair], let pairs = years.pairs[pair] else { return [] }
    let set = years.after.sets[pair.new]
    let changed = Set(
      diff.parts.filter { $0.changes.contains { Self.aspects.contains($0.aspect) } }.map(\.id))
    return set.items.indices.filter {
      pairs.oldItemOf[$0] != nil && changed.contains(set.items[$0].id)
    }
  }
}
