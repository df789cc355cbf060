package import Diagnostics
package import EventLog
package import Grading
package import Loading
internal import Reports
internal import Typesetting

/// The papers of a round: what stands in each, whatever kind of file it becomes.
///
/// Every paper is a function of the round alone, so papers can be made in any order, at once.
package struct RoundPapers: Sendable {
  let round: Round
  let words: RoundWords
  let sheets: ScoreSheetText
  let rankings: RankingText
  let medians: AreaMedians
  let finder: GapFinder
  /// What is missing of a unit, as that unit may read it.
  let gaps: GapReport
  let options: PaperOptions
  /// Events about the round as a whole, and about its units, in the log's order; empty without a log.
  let events: [RoundEvent]

  package init(
    _ round: Round, _ language: Language, _ options: PaperOptions, events: [RoundEvent] = []
  ) {
    self.round = round
    words = RoundWords(round, language)
    sheets = ScoreSheetText(round, language)
    rankings = RankingText(round, words)
    medians = AreaMedians(round)
    finder = GapFinder(round)
    gaps = GapReport(
      round, language: language, showsPlaces: round.plan.publication.isPublic, namesOthers: false)
    self.options = options
    self.events = events
  }

  var numbers: NumberWords { words.numbers }
  var last: Int { round.layers.count - 1 }
  var office: PaperOffice { options.office }
  var year: String { String(round.plan.calendar.year) }

  func say(_ vietnamese: String, _ english: String) -> String { words.say(vietnamese, english) }

  /// The last appraisal's layer; nil in a round without appraisal.
  var appraised: Int? {
    round.layers.lastIndex { layer in
      if case .stage(let stage) = layer {
        round.plan.stages[stage].kind == .appraisal
      } else {
        false
      }
    }
  }

  /// A paper of this round with one section or several.
  func paper(_ title: String, _ sections: [PaperSection]) -> Paper {
    Paper(
      title: title, date: date,
      language: words.language == .vietnamese ? .vietnamese : .english, sections: sections)
  }

  /// The day files say they were made on: that of the decision, or the last one of the year.
  private var date: PaperDate {
    let day = options.decision?.date ?? round.plan.publication.date
    guard let day else {
      return PaperDate(year: round.plan.calendar.year, month: 12, day: 31)
    }
    let (year, month, dayOfMonth) = day.components
    return PaperDate(year: year, month: month, day: dayOfMonth)
  }
}

/// What is chosen for the papers of a round.
package struct PaperOptions: Sendable {
  package var office = PaperOffice()
  /// Whether rows stand by place; otherwise in the order of the decision.
  package var isByPlace = false
  /// The decision that annexes go with, where it is not the round's own.
  package var decision: PaperDecision?
  /// Papers are drafts although the round is issued: a result of a moment before, or one that
  /// lacks units.
  package var isDraft = false
  /// What the round's log came to: annexes say it, so that a log that was cut or written anew
  /// afterwards is not the one that was signed.
  package var seal: LogSeal?
  /// A report is printed for the unit itself, before what it says is handed in.
  package var isUnsent = false

  package init() {}
}

/// A decision by number and day.
package struct PaperDecision: Hashable, Sendable {
  /// "141/QĐ-UBND"; nil: not numbered yet.
  package var number: String?
  package var date: CalendarDay?

  package init(number: String?, date: CalendarDay?) {
    self.number = number
    self.date = date
  }
}
