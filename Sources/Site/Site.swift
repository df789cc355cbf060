package import Diagnostics
package import Grading
internal import HTMLWriting
internal import Reports

/// A published round as pages that need no server: what there is, and what each page is made from.
///
/// Every page is a function of the round alone, so pages can be made in any order, at once.
package struct Site: Sendable {
  let round: Round
  let words: RoundWords
  let rankings: RankingText
  let sheets: ScoreSheetText
  let facts: SiteFacts
  /// Earlier rounds, the latest first.
  let earlier: [RankedRound]
  let own: RankedRound
  /// This round beside the latest of the earlier ones; nil without one.
  let years: YearReport?
  /// nil: gaps are nobody else's business.
  let gaps: SiteGaps?
  /// Every page says that nothing is decided yet.
  let isDraft: Bool
  /// The most rows of a table in one page.
  let rowLimit: Int

  /// - Parameters:
  ///   - earlier: rounds before this one, for the history of places; the latest of them is what this
  ///     one is compared with.
  ///   - isDraft: the round is not published, and the pages are for those who prepare it.
  package init(
    _ round: Round, _ language: Language, earlier: [Round] = [], isDraft: Bool = false,
    rowLimit: Int = 500, workers: Workers = Round.inOrder
  ) {
    self.round = round
    self.isDraft = isDraft
    self.rowLimit = rowLimit
    words = RoundWords(round, language)
    rankings = RankingText(round, words)
    sheets = ScoreSheetText(round, language)
    facts = SiteFacts(round)
    own = RankedRound(round)
    self.earlier = earlier.map(RankedRound.init)
      .sorted { $0.round.plan.calendar.year > $1.round.plan.calendar.year }
    years = self.earlier.first.map { past in
      YearReport(
        YearComparison(
          from: past.round, to: round, workers: workers, pairing: SetPairs.init(matching:_:)),
        language)
    }
    gaps = round.plan.publicParts.gaps ? SiteGaps(round, language) : nil
  }

  var language: Language { words.language }
  var numbers: NumberWords { words.numbers }
  var last: Int { round.layers.count - 1 }
  var parts: PublicParts { round.plan.publicParts }

  func say(_ vietnamese: String, _ english: String) -> String { words.say(vietnamese, english) }

  /// All pages but the one with the downloads, which needs their digests.
  package var pages: [SitePage] {
    var pages = [overviewPage]
    for place in round.plan.blocks.indices { pages += rankingPages(block: place) }
    pages += yearPages
    pages += unitListPages
    pages += round.units.indices.map(unitPage)
    pages.append(criteriaPage)
    for (place, set) in round.sets.enumerated() where facts.usedSets.contains(place) {
      for criterion in set.criteria.indices { pages += criterionPages(set: place, criterion) }
    }
    pages.append(methodPage)
    pages += round.sets.indices.filter(facts.usedSets.contains).map(methodPage(set:))
    return pages
  }

  /// What the pages look like and can do.
  package static var looks: [SitePage] {
    [(SitePath.style, pageStyle), (SitePath.script, siteScript)].map { path, text in
      SitePage(path: path) {
        var writer = HTMLWriter()
        writer.literal(text)
        return writer.bytes
      }
    }
  }
}

/// A page by where it stands and how its bytes come to be.
package struct SitePage: Sendable {
  /// From the site's root.
  package let path: String
  package let render: @Sendable () -> [UInt8]
}

/// A round, its units by id, and how many are ranked beside each.
struct RankedRound: Sendable {
  let round: Round
  private let places: [String: Int]
  /// By unit: how many of its group have a place.
  let rankedBeside: [Int]

  init(_ round: Round) {
    self.round = round
    places = Dictionary(
      round.units.enumerated().map { ($1.record.unit.id, $0) },
      uniquingKeysWith: { first, _ in first })
    var ranked = [Int](repeating: 0, count: round.units.count)
    for group in round.groups {
      let count = group.units.count { (round.units[$0].totals.last ?? nil)?.place != nil }
      for unit in group.units { ranked[unit] = count }
    }
    rankedBeside = ranked
  }

  func unit(_ id: String) -> Int? { places[id] }
}

/// What is missing of each unit, as far as everybody may read it.
struct SiteGaps: Sendable {
  let finder: GapFinder
  let report: GapReport

  init(_ round: Round, _ language: Language) {
    finder = GapFinder(round)
    report = GapReport(
      round, language: language, showsPlaces: false, namesOthers: round.plan.publicParts.evidence)
  }
}
