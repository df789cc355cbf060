/// Why an item waits.
package enum Waiting: UInt8, Hashable, Sendable {
  /// A figure that another office owes.
  case figure
  /// The rule has no answer on complete data and nothing says what then.
  case undefined
  /// The council has not given its points.
  case council
  /// Whether the item applies is not known.
  case applicability
  /// The unit says it does not apply, and nobody has decided.
  case claimedNotApplicable
  /// The set says that points wait while no document proves them.
  case evidence
}

/// What makes an item's data impossible.
package enum Breakage: UInt8, Hashable, Sendable {
  case input
  case type
  case aboveMaximum
  case partsAboveTotal
  case negative
  case rateAboveOne
  case noSuchLevel
  case file
}

/// The state of an item in one layer; zero is a score, not a state (SCORING 1).
package enum ItemState: Hashable, Sendable {
  case scored
  case notApplicable(ApplicabilityEffect)
  case unanswered
  case pending(Waiting)
  case broken(Breakage)

  /// Whether the unit's total is provisional because of it.
  package var isOpen: Bool {
    switch self {
    case .scored, .notApplicable: false
    case .unanswered, .pending, .broken: true
    }
  }
}

/// What gave an item its points in a layer.
package enum Basis: Hashable, Sendable {
  case rule
  case fallback(Fallback)
  /// The unit's own points.
  case claim
  /// The claim, because it is the lower one.
  case lowerClaim
  /// The points of an appraisal entry: its place in the unit's entries.
  case decision(UInt32)
  /// Nothing proves the points.
  case withoutEvidence
  case notSubmitted
  /// It was still open when the unit was locked.
  case lock
}

/// An item's points in one layer.
package struct Outcome: Hashable, Sendable {
  /// On the score sheet's scale, rounded as the set says; 0 unless scored or full points.
  package var points: Exact
  // Behind the points, whose last word has room for it: a large round has millions of outcomes.
  package var state: ItemState
  package var basis: Basis

  package init(_ state: ItemState, points: Exact = .zero, basis: Basis = .rule) {
    self.state = state
    self.points = points
    self.basis = basis
  }

  /// Whether the item's maximum is in the denominator.
  package var counts: Bool { state != .notApplicable(.exclude) }
}

/// How a rule came to its points, as data for the sentence that explains it.
package indirect enum RuleStep: Hashable, Sendable {
  case yesNo(Bool)
  case level(String)
  case step(Int)
  case late
  case notIssued
  case band(Int, value: Exact)
  case belowFloor(value: Exact)
  case share(value: Exact, isCut: Bool)
  case mix(total: Exact, parts: [Exact])
  case deducted(counts: [Exact], isCut: Bool)
  case counted(Exact, isCut: Bool)
  case alternative(Int, RuleStep)
  case best(value: Exact, best: Exact)
  case survey(Exact)
  case subordinates(SubordinatesStep)
  case formula(Int)
  case otherwise
  case council
}

/// What a `subordinates` rule found.
package struct SubordinatesStep: Hashable, Sendable {
  package let value: Exact
  /// Bodies counted, and bodies below in all.
  package let counted: Int
  package let all: Int
  package let band: Int?
}

/// What a rule says on the data of one layer, on the rule's own scale.
package enum RuleResult: Hashable, Sendable {
  case points(Exact, RuleStep)
  case broken(Breakage)
  case unanswered
  case missing
  case undefined
  /// Only the council can say.
  case awaitsCouncil

  init(_ failure: Unavailable) {
    switch failure.evaluation {
    case .broken: self = .broken(.input)
    case .unanswered: self = .unanswered
    case .missing: self = .missing
    case .undefined: self = .undefined
    case .value: self = .broken(.type)
    }
  }
}
