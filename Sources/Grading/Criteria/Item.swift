package import Diagnostics

/// Where a rule comes from: the passage that a person can look up.
package struct Clause: Hashable, Sendable {
  package var document: String
  package var date: CalendarDay?
  package var article: String?
  package var point: String?
  package var annex: String?

  package init(
    document: String, date: CalendarDay? = nil, article: String? = nil, point: String? = nil,
    annex: String? = nil
  ) {
    self.document = document
    self.date = date
    self.article = article
    self.point = point
    self.annex = annex
  }
}

/// Who fills an item.
package enum ScoredBy: String, Sendable, CaseIterable {
  case unit
  case register
  case dossiers
  case survey
  case council
  /// Computed from the round itself: times of hand-in, totals, the units below.
  case system
}

/// What an item becomes when its rule has no answer on complete data, or a figure is owed.
package enum Fallback: String, Sendable, CaseIterable {
  case zero
  case fullPoints = "full_points"
  case notApplicable = "not_applicable"
  case pending
}

/// What happens to the denominator when something does not apply.
package enum ApplicabilityEffect: String, Sendable, CaseIterable {
  case exclude
  case fullPoints = "full_points"
}

/// When an area, criterion or item does not apply to a unit.
package struct Applicability: Sendable {
  package let appliesWhen: CheckedExpression?
  /// Ids of units or names of traits.
  package let notApplicableFor: [String]
  package let effect: ApplicabilityEffect
  /// Where the level says so.
  package let span: SourceSpan

  package init(
    appliesWhen: CheckedExpression?, notApplicableFor: [String], effect: ApplicabilityEffect,
    span: SourceSpan
  ) {
    self.appliesWhen = appliesWhen
    self.notApplicableFor = notApplicableFor
    self.effect = effect
    self.span = span
  }
}

/// What happens to points that no document proves (SCORING 22).
package enum WithoutEvidence: String, Sendable, CaseIterable {
  case keep
  case pending
  case zero
}

/// The proof that an item asks for.
package struct EvidenceRequirement: Sendable {
  package var isRequired = false
  package var kinds: [String] = [] { didSet { named = kinds.map { DocumentKind($0) } } }
  /// The kinds, whatever their case and spaces.
  private(set) var named: [DocumentKind] = []
  package var datedFrom: CheckedExpression?
  package var datedThrough: CheckedExpression?
  /// The most items that one document may prove.
  package var atMostItems: Int?

  package init() {}
}

/// An item: a sub-criterion, or a criterion without any, that carries a rule.
package struct Item: Sendable {
  /// Its place in `CriteriaSet.items`.
  package var index: Int
  package var area: Int
  package var criterion: Int
  /// The maximum on the score sheet's scale.
  package var maximum: Exact
  /// The maximum that the rule is written on: the weight, or `maximum` itself.
  package var ruleMaximum: Exact
  /// `maximum ÷ ruleMaximum`.
  package var scale: Exact
  /// Its own inputs: their places in `CriteriaSet.inputs`.
  package var inputs: Range<Int>
  package var rule: Rule
  package var ifUndefined: Fallback?
  package var ifMissing: Fallback?
  package var scoredBy: ScoredBy
  /// Of the area, the criterion and the item itself, outermost first.
  package var applicability: [Applicability]
  /// The item's declared effect, for claims and decisions of "not applicable".
  package var effect: ApplicabilityEffect
  package var mayBeNotApplicable: Bool
  package var withoutEvidence: WithoutEvidence
  package var ownDocument: Bool
  /// The hull of all points the item can give, on the score sheet's scale (SCORING 36).
  package var reachable: ClosedRange<Exact>
  /// What the item has to wait for.
  package var links: Links
  /// Everything else, behind one reference: items are passed around for each unit in each layer.
  private var description: Shared<Description>

  /// Other results that an item reads.
  package struct Links: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The best value of the block.
    package static let block = Links(rawValue: 1)
    /// Results or figures of the units below.
    package static let subordinates = Links(rawValue: 2)
    /// The same unit's totals.
    package static let assessment = Links(rawValue: 4)
  }

  package init(
    index: Int, id: String, title: String, area: Int, criterion: Int, maximum: Exact, rule: Rule,
    span: SourceSpan
  ) {
    self.index = index
    self.area = area
    self.criterion = criterion
    self.maximum = maximum
    self.ruleMaximum = maximum
    self.scale = .one
    self.inputs = 0..<0
    self.rule = rule
    self.scoredBy = .unit
    self.applicability = []
    self.effect = .exclude
    self.mayBeNotApplicable = false
    self.withoutEvidence = .keep
    self.ownDocument = false
    self.reachable = .zero...max(.zero, maximum)
    self.links = []
    description = Shared(Description(id: id, title: title, span: span, ruleSpan: span))
  }
}

extension Item {
  /// What no score depends on, but for the proof that is asked for.
  private struct Description: Sendable {
    let id: String
    var title: String
    let span: SourceSpan
    var ruleSpan: SourceSpan
    var appraisedBy: String?
    var clause: Clause?
    var guidance: String?
    var evidence = EvidenceRequirement()
  }

  package var id: String { description.values.id }

  package var title: String {
    get { description.values.title }
    set { description = description.changed { $0.title = newValue } }
  }

  package var span: SourceSpan { description.values.span }

  package var ruleSpan: SourceSpan {
    get { description.values.ruleSpan }
    set { description = description.changed { $0.ruleSpan = newValue } }
  }

  package var appraisedBy: String? {
    get { description.values.appraisedBy }
    set { description = description.changed { $0.appraisedBy = newValue } }
  }

  package var clause: Clause? {
    get { description.values.clause }
    set { description = description.changed { $0.clause = newValue } }
  }

  package var guidance: String? {
    get { description.values.guidance }
    set { description = description.changed { $0.guidance = newValue } }
  }

  package var evidence: EvidenceRequirement {
    get { description.values.evidence }
    set { description = description.changed { $0.evidence = newValue } }
  }
}
