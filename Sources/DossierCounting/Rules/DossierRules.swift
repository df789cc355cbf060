package import Grading

/// How a year's dossiers are counted: `dossier-rules.yaml`, read and checked.
///
/// The first real set is the letter of Khánh Hòa's steering board of November 2019 on cleaning and
/// closing dossier figures.
package struct DossierRules: Sendable {
  package var title: String
  package var year: Int
  /// The document that the rules come from.
  package var basis: RuleBasis?
  package var illustrative = false
  package var note: String?
  /// The days whose dossiers count: `received_from` to `received_through`.
  package var window: MinuteSpan
  /// Named stretches for periodic reports, in the file's order.
  package var periods: [ReportPeriod] = []
  package var finishedAt: FinishMoment = .resultReady
  package var clock: DossierClock = .elapsed
  /// Office hours; required where anything is measured in `working` minutes.
  package var calendar: WorkingCalendar?
  package var onTimeUntil: OnTimeBound = .endOfDueDay
  package var lateIncludesOverdue: Bool
  package var withoutDueDate: WithoutDueDate = .onTime
  package var subsets: [ProcedureSubset] = []
  package var rates: [DossierRate] = []
  /// In order: the first that applies decides.
  package var exclusions: [DossierExclusion] = []
  package var lists: [DossierList] = []
  /// The closed list of causes that an explanation may name.
  package var causes: [DossierCause] = []
  /// The last minute on which an explanation could be handed in: its end.
  package var explanationsUntil: LocalMinute?
  /// Whether an outage that nobody confirmed counts.
  package var countsUnconfirmedOutages = false
  /// The largest share of unreadable rows with which figures are given.
  package var mostUnreadable: Exact = .zero
  /// The largest share of rows in which the same two dates contradict each other before it is told
  /// that a column may have moved.
  package var mostContradictory: Exact = DossierRules.usualContradictory

  /// A tenth: slips of the pen are fewer, a moved column makes far more.
  package static let usualContradictory = Exact(1, over: 10) ?? .one

  /// The most exclusions and lists together, causes, and subsets: each is a bit where they are
  /// looked up.
  package static let mostRules = 64
  package static let mostCauses = 64
  package static let mostSubsets = 62

  package init(title: String, year: Int, window: MinuteSpan, lateIncludesOverdue: Bool) {
    self.title = title
    self.year = year
    self.window = window
    self.lateIncludesOverdue = lateIncludesOverdue
  }
}

/// The document that rules come from.
package struct RuleBasis: Hashable, Sendable {
  package let document: String
  package let date: String?
  package let title: String?

  package init(document: String, date: String?, title: String?) {
    self.document = document
    self.date = date
    self.title = title
  }
}

/// When a dossier is finished.
package enum FinishMoment: String, CaseIterable, Hashable, Sendable {
  /// The result is ready: the office's clock stops, the citizen collects when he likes.
  case resultReady = "result_ready"
  /// The result is in the citizen's hands.
  case handedOver = "handed_over"
}

/// How minutes of outages and of processing are measured; due dates stand as recorded.
package enum DossierClock: String, CaseIterable, Hashable, Sendable {
  case elapsed
  /// Within office hours of working days only (calendar.yaml).
  case working
}

/// Until when a dossier is on time.
package enum OnTimeBound: String, CaseIterable, Hashable, Sendable {
  case endOfDueDay = "end_of_due_day"
  case dueMinute = "due_minute"
}

/// What becomes of a dossier whose procedure sets no due date.
package enum WithoutDueDate: String, CaseIterable, Hashable, Sendable {
  /// It is never late: on time when finished, in time while open.
  case onTime = "on_time"
  /// Its row is unreadable.
  case reject
}

/// A named stretch of days that is reported on; official months often run from the 21st to the 20th.
package struct ReportPeriod: Hashable, Sendable {
  package let id: String
  package let span: MinuteSpan

  package init(id: String, span: MinuteSpan) {
    self.id = id
    self.span = span
  }
}

/// A named subset of procedures, by their codes.
///
/// A file that a condition names is one too; its id is the file's name, which no figure can have.
package struct ProcedureSubset: Hashable, Sendable {
  package let id: String
  package let title: String?
  package let procedures: Set<String>

  package init(id: String, title: String?, procedures: Set<String>) {
    self.id = id
    self.title = title
    self.procedures = procedures
  }
}

/// A rate with its stated base: `dossiers.<id>`.
package struct DossierRate: Hashable, Sendable {
  package let id: String
  package let title: String?
  package let of: CountedFigure
  package let over: CountedFigure

  package init(id: String, title: String?, of: CountedFigure, over: CountedFigure) {
    self.id = id
    self.title = title
    self.of = of
    self.over = over
  }
}

/// A figure of all dossiers, or of those of a subset of procedures (`subset.metric`).
package struct CountedFigure: Hashable, Sendable {
  package let subset: String?
  package let metric: DossierMetric

  package init(subset: String? = nil, _ metric: DossierMetric) {
    self.subset = subset
    self.metric = metric
  }
}

/// An exclusion: dossiers it applies to leave all counts, or only the late ones.
package struct DossierExclusion: Hashable, Sendable {
  package enum Effect: String, CaseIterable, Hashable, Sendable {
    /// Out of every count.
    case all
    /// Out of the late count only: it then counts as on time.
    case late
  }

  package let id: String
  package let title: String
  package let clause: String?
  package let when: [DossierCondition]
  package let from: Effect

  package init(
    id: String, title: String, clause: String?, when: [DossierCondition], from: Effect
  ) {
    self.id = id
    self.title = title
    self.clause = clause
    self.when = when
    self.from = from
  }
}

/// Dossiers that are listed apart and stay counted.
package struct DossierList: Hashable, Sendable {
  package let id: String
  package let title: String
  package let clause: String?
  package let when: [DossierCondition]

  package init(id: String, title: String, clause: String?, when: [DossierCondition]) {
    self.id = id
    self.title = title
    self.clause = clause
    self.when = when
  }
}

/// A cause that an explanation may name, and what it does.
package struct DossierCause: Hashable, Sendable {
  package let id: String
  package let title: String
  /// False: subjective, so the explanation is not considered whatever was decided.
  package let isConsidered: Bool
  /// The list that its dossiers are offered for.
  package let offeredFor: String?

  package init(id: String, title: String, isConsidered: Bool, offeredFor: String?) {
    self.id = id
    self.title = title
    self.isConsidered = isConsidered
    self.offeredFor = offeredFor
  }
}
