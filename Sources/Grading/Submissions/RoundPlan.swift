package import Diagnostics

/// The round's year, days and deadlines, for expressions.
package struct RoundCalendar: Sendable {
  package var year: Int
  package var holidays: Set<CalendarDay>
  /// By id with underscores for hyphens; the last moment that is in time.
  package var deadlines: [String: LocalMoment]

  /// Until when units may explain dossiers.
  package static let dossierExplanations = "dossier_explanations"

  package init(year: Int, holidays: Set<CalendarDay> = [], deadlines: [String: LocalMoment] = [:]) {
    self.year = year
    self.holidays = holidays
    self.deadlines = deadlines
  }
}

/// A stage of the round.
package struct Stage: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case claim
    case appraisal
    case explanation
    case council
  }

  package let id: String
  package let title: String
  package let kind: Kind
  package let who: String?
  package let deadline: LocalMoment?
  package let allowsBeyondRule: Bool
  /// The first moment at which somebody may act in it; nil: any time until the deadline.
  package var opens: LocalMoment?
  /// Points by which an item may move within it without a second approver; nil: as the round says.
  package var secondApprovalAbove: Exact?

  package init(
    id: String, title: String, kind: Kind, who: String?, deadline: LocalMoment?,
    allowsBeyondRule: Bool, opens: LocalMoment? = nil, secondApprovalAbove: Exact? = nil
  ) {
    self.opens = opens
    self.secondApprovalAbove = secondApprovalAbove
    self.id = id
    self.title = title
    self.kind = kind
    self.who = who
    self.deadline = deadline
    self.allowsBeyondRule = allowsBeyondRule
  }

  /// Whether its entries decide points.
  package var decides: Bool {
    switch kind {
    case .appraisal, .council: true
    case .claim, .explanation: false
    }
  }
}

/// What an item's points are before anybody appraised it.
package enum BeforeAppraisal: String, Sendable, CaseIterable {
  case computed
  case lowerOfClaimAndComputed = "lower_of_claim_and_computed"
}

/// What a lock does with items that are still open (SCORING 2, 40).
package enum OpenAtPublication: String, Sendable, CaseIterable {
  case zero
  case exclude
  case unranked
}

/// How far publication has come (FORMATS §4).
package enum PublicationState: String, Sendable, CaseIterable {
  case draft
  case passed
  case submitted
  case issued
  case published
  case amended
}

/// The state of publication, and the decision once there is one.
package struct Publication: Hashable, Sendable {
  package var state = PublicationState.draft
  /// Number and sign of the decision: "141/QĐ-UBND".
  package var decision: String?
  package var date: CalendarDay?
  package var signer: String?

  package init() {}

  /// Whether a unit may see the others' standing.
  package var isPublic: Bool { state == .published || state == .amended }
}

/// What happens to a unit that handed nothing in.
package enum NotSubmitted: String, Sendable, CaseIterable {
  case unranked
  case zero
}

/// Which value of the index decides.
package enum IndexBasis: String, Sendable, CaseIterable {
  case rounded
  case exact
}

package enum TieMethod: String, Sendable, CaseIterable {
  /// 1-2-2-4.
  case competition
  /// 1-2-2-3.
  case dense
}

package struct Grade: Hashable, Sendable {
  package let name: String
  package let from: Exact

  package init(name: String, from: Exact) {
    self.name = name
    self.from = from
  }
}

/// A condition that caps or lowers a grade.
package struct GradeCondition: Sendable {
  package enum Effect: Hashable, Sendable {
    /// Not above this grade: its place in the block's list.
    case atMost(Int)
    case lowerBy(Int)
  }

  package let when: CheckedExpression
  package let effect: Effect
  package let reason: String
  package let clause: Clause?
  package let span: SourceSpan

  package init(
    when: CheckedExpression, effect: Effect, reason: String, clause: Clause?, span: SourceSpan
  ) {
    self.when = when
    self.effect = effect
    self.reason = reason
    self.clause = clause
    self.span = span
  }
}

/// Units that are ranked together, or in groups by their parents.
package struct Block: Sendable {
  package let id: String
  package let title: String
  package let council: String
  package let unitTypes: [String]
  /// Best first.
  package let grades: [Grade]
  package let gradesOn: IndexBasis
  package let rankedOn: IndexBasis
  package let ties: TieMethod
  /// Ids of areas, criteria or items.
  package let tieBreakers: [String]
  package let groupsByParent: Bool
  package let conditions: [GradeCondition]
  /// The figures that the conditions read.
  package let conditionFigures: [FigureName]
  package let gradesUnranked: Bool
  package let span: SourceSpan

  package init(
    id: String, title: String, council: String, unitTypes: [String], grades: [Grade],
    gradesOn: IndexBasis, rankedOn: IndexBasis, ties: TieMethod, tieBreakers: [String],
    groupsByParent: Bool, conditions: [GradeCondition], conditionFigures: [FigureName],
    gradesUnranked: Bool, span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.council = council
    self.unitTypes = unitTypes
    self.grades = grades
    self.gradesOn = gradesOn
    self.rankedOn = rankedOn
    self.ties = ties
    self.tieBreakers = tieBreakers
    self.groupsByParent = groupsByParent
    self.conditions = conditions
    self.conditionFigures = conditionFigures
    self.gradesUnranked = gradesUnranked
    self.span = span
  }
}

/// What a round says before any unit is read.
package struct RoundPlan: Sendable {
  package var id: String
  package var title: String
  package var calendar: RoundCalendar
  package var stages: [Stage]
  package var blocks: [Block]
  package var beforeAppraisal: BeforeAppraisal
  package var notSubmitted: NotSubmitted
  package var surveysNotHeld: Set<String>
  /// The round as a whole is an illustration.
  package var isIllustrative: Bool
  /// What the file says of itself, for people.
  package var note: String?
  /// What the traits of units are called, by name, as units.yaml says.
  package var traitTitles: [String: String] = [:]
  /// What the grounds of the round's closed list are called, by id.
  package var groundTitles: [String: String] = [:]
  /// What the people who act in the round are called, by id.
  package var personNames: [String: String] = [:]
  package var openAtPublication = OpenAtPublication.unranked
  package var publication = Publication()
  /// The moment up to which the round's log was read; nil: to its end, or there is none.
  package var asOf: LogMoment?
  /// Roles that may see places before publication.
  package var placesVisibleTo: [String] = []
  /// What of the published round everybody may read.
  package var publicParts = PublicParts()
  /// Every figure that other offices supply.
  package var figures = FigureBook()
  /// The round's folder, as its files are named; results cite files as seen from it.
  package var folder = ""

  package init(
    id: String, title: String, calendar: RoundCalendar, stages: [Stage], blocks: [Block],
    beforeAppraisal: BeforeAppraisal, notSubmitted: NotSubmitted, surveysNotHeld: Set<String>,
    isIllustrative: Bool
  ) {
    self.id = id
    self.title = title
    self.calendar = calendar
    self.stages = stages
    self.blocks = blocks
    self.beforeAppraisal = beforeAppraisal
    self.notSubmitted = notSubmitted
    self.surveysNotHeld = surveysNotHeld
    self.isIllustrative = isIllustrative
  }
}

/// A moment in a round's log, as results say it.
package struct LogMoment: Hashable, Sendable {
  /// `2018-01-03T23:59:59`.
  package let iso: String
  /// "hết ngày 03/01/2018".
  package let words: Wording
  /// How many events there were.
  package let events: Int

  package init(iso: String, words: Wording, events: Int) {
    self.iso = iso
    self.words = words
    self.events = events
  }
}

/// What a unit sees of one body below it.
package struct SubordinateResult: Sendable {
  package var name: String
  package var isSubmitted: Bool
  package var index: Exact?
  package var grade: String?
  /// The grades it could have got, best first; empty: those of the block that reads it.
  package var grades: [String]
  package var figures: [String: FigureValue]
  package var isProvisional: Bool
  /// Where a register says so; nil: a unit of the round itself.
  package var origin: FigureOrigin?

  package init(
    name: String, isSubmitted: Bool, index: Exact?, grade: String?,
    grades: [String] = [], figures: [String: FigureValue] = [:], isProvisional: Bool = false,
    origin: FigureOrigin? = nil
  ) {
    self.name = name
    self.isSubmitted = isSubmitted
    self.index = index
    self.grade = grade
    self.grades = grades
    self.figures = figures
    self.isProvisional = isProvisional
    self.origin = origin
  }
}
