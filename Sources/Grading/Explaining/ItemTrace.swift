/// The data behind one item's points in one layer.
///
/// It is recomputed by the round when somebody asks why (`Round.trace(unit:item:layer:)`); a result
/// stores none of it.
package struct ItemTrace: Sendable {
  /// The unit's place in `Round.units`.
  package let unit: Int
  /// The layer's place in `Round.layers`.
  package let layer: Int
  package let item: Item
  /// What counts in the layer: state, points and what gave them.
  package let outcome: Outcome
  /// What the rule itself says, on its own scale, whatever became of it.
  package let result: RuleResult
  /// Everything the unit types that the item reads, own inputs first.
  package let inputs: [InputTrace]
  /// Every figure of another office that the item reads.
  package let figures: [FigureTrace]
  package let traits: [TraitTrace]
  package let deadlines: [DeadlineTrace]
  package let applicability: ApplicabilityTrace
  /// For `relative_to_best`: the value all are compared with.
  package let best: BestTrace?
  /// For `subordinates`: every body below, counted or not.
  package let bodies: [BodyTrace]
  package let evidence: [EvidenceTrace]
  /// Everything appraisal said of the item and of what it reads, in order; later stages included.
  package let entries: [EntryTrace]
  /// The entry that decided the item up to this layer: its place in the unit's entries.
  package let decidedBy: Int?
  package let claim: ClaimTrace?
  /// Some of it is made up for illustration (SCORING 32).
  package let isIllustrative: Bool
  let data: Evaluator
  let links: LinkedValues
  let names: [FigureName]

  /// What a formula comes to on the data of this layer.
  package func value(_ expression: CheckedExpression) -> Evaluation { data.evaluate(expression) }

  /// What a part of a formula comes to on the data of this layer.
  package func value(_ part: Expression) -> Evaluation {
    data.evaluate(CheckedExpression(tree: part, type: .number, source: "", references: []))
  }

  /// What an alternative of a `best_of` says on the data of this layer.
  package func result(of rule: Rule) -> RuleResult {
    rule.result(maximum: item.ruleMaximum, data, links, figures: names)
  }
}

/// One input as a layer reads it.
package struct InputTrace: Sendable {
  package let input: Input
  /// Its place in `CriteriaSet.inputs`.
  package let place: Int
  package let isShared: Bool
  package let value: InputValue
  /// What the unit itself wrote.
  package let written: InputValue
  /// Its own words, where no value could be taken from them.
  package let refused: RefusedInput?
  /// `path:line`; nil where the unit wrote nothing.
  package let citation: String?
  /// The entry that corrected it, by its place in the unit's entries.
  package let correctedBy: Int?
}

/// One figure of another office as a layer reads it.
package struct FigureTrace: Sendable {
  package let name: FigureName
  package let value: FigureValue
  /// What the table says, before any correction by appraisal.
  package let recorded: FigureValue
  /// nil for what the round itself counts: times of hand-in, the units below, totals.
  package let origin: FigureOrigin?
  package let correctedBy: Int?
  package let dispute: Dispute?
}

/// A trait of the unit that the item asks for.
package struct TraitTrace: Hashable, Sendable {
  package let name: String
  package let isDeclared: Bool
}

/// A deadline of the round that the item reads.
package struct DeadlineTrace: Hashable, Sendable {
  package let id: String
  /// The stage's title, where the deadline is a stage's.
  package let title: String?
  package let moment: LocalMoment?
}

/// Whether the item applies to the unit, and what decided it.
package enum ApplicabilityTrace: Sendable {
  package enum Ground: Sendable {
    /// The unit is named.
    case unit
    case trait(String)
    /// `applies_when` is false.
    case condition(CheckedExpression)
  }

  case applies
  case doesNotApply(Ground, ApplicabilityEffect)
  /// `applies_when` cannot be decided.
  case unknown(CheckedExpression)
  /// An optional survey that the round declares not held.
  case surveyNotHeld
}

/// The best value among the units compared.
package struct BestTrace: Hashable, Sendable {
  package let value: Exact?
  /// Places in `Round.units` of those who have it.
  package let units: [Int]
  /// Nobody whose value is not known yet could have a better one.
  var isCertain = true
}

/// One body below, as a `subordinates` rule sees it.
package struct BodyTrace: Hashable, Sendable {
  package enum Treatment: Hashable, Sendable {
    /// With its own value; for `share`, `count` and `below` 1 is a hit and 0 is none.
    case counted(Exact)
    /// It has no value, and the rule says that this counts as zero.
    case countedAsZero
    case leftOut
    /// The item waits for it.
    case awaited
    case impossible
  }

  package let name: String
  package let isSubmitted: Bool
  package let isProvisional: Bool
  package let grade: String?
  /// What the rule measures: the index or a figure; nil for grades, and where there is none.
  package let value: Exact?
  package let treatment: Treatment
  /// Where a register says so; nil: a unit of the round itself.
  package let origin: FigureOrigin?
}

/// A document that the unit cites for the item.
package struct EvidenceTrace: Sendable {
  package let document: EvidenceDocument
  package let citation: Citation
  package let isRejected: Bool
}

/// One line of the appraisal log that bears on the item.
package struct EntryTrace: Sendable {
  /// Its place in the unit's entries.
  package let place: Int
  package let entry: AppraisalEntry
  /// It belongs to a later stage than the layer.
  package let isLater: Bool
}

/// What the unit says of the item.
package struct ClaimTrace: Hashable, Sendable {
  /// Its points as it wrote them; nil: it left them to the rule.
  package let written: Exact?
  /// Its points as they count.
  package let points: Exact?
  /// Why it says that the item does not apply.
  package let notApplicable: String?
  /// What it says beside its answer.
  package let note: String?
  /// The rule can give these points (SCORING 24).
  package let isReachable: Bool
  /// `path:line`.
  package let citation: String?
}
