/// How an item comes to its points; every form found in published provincial sets (FORMATS §3).
package indirect enum Rule: Sendable {
  case yesNo(CheckedExpression)
  case choice(ChoiceRule)
  case timeliness(TimelinessRule)
  case steps(StepsRule)
  case proportional(ProportionalRule)
  case mix(MixRule)
  case deduction(DeductionRule)
  case perItem(PerItemRule)
  case bestOf([Rule])
  case relativeToBest(CheckedExpression)
  case survey(CheckedExpression)
  case subordinates(SubordinatesRule)
  case council(CouncilRule)
  case formula(FormulaRule)
}

/// Points for each named level that the unit picks.
package struct ChoiceRule: Sendable {
  package let input: Reference
  package let levels: [(id: String, points: Exact)]

  package init(input: Reference, levels: [(id: String, points: Exact)]) {
    self.input = input
    self.levels = levels
  }
}

/// A date against dated steps.
package struct TimelinessRule: Sendable {
  package struct Step: Sendable {
    package let limit: CheckedExpression
    /// `by:` counts the day itself as in time, `before:` does not.
    package let includesDay: Bool
    package let points: Exact

    package init(limit: CheckedExpression, includesDay: Bool, points: Exact) {
      self.limit = limit
      self.includesDay = includesDay
      self.points = points
    }
  }

  package let date: CheckedExpression
  package let steps: [Step]
  package let otherwise: Exact?
  /// For `none`: the thing was not done at all.
  package let missing: Exact?

  package init(date: CheckedExpression, steps: [Step], otherwise: Exact?, missing: Exact?) {
    self.date = date
    self.steps = steps
    self.otherwise = otherwise
    self.missing = missing
  }
}

/// One step of a table: its bounds and its points.
package struct Band: Sendable {
  package enum Lower: Sendable, Hashable {
    case above(Exact)
    case from(Exact)
  }
  package enum Upper: Sendable, Hashable {
    case below(Exact)
    case upTo(Exact)
  }

  package let lower: Lower?
  package let upper: Upper?
  package let points: Exact
  /// As the author wrote the bounds: `90%`.
  package let lowerText: String?
  package let upperText: String?

  /// Neither bound: `otherwise`.
  package var isOtherwise: Bool { lower == nil && upper == nil }

  package init(
    lower: Lower?, upper: Upper?, points: Exact, lowerText: String? = nil, upperText: String? = nil
  ) {
    self.lower = lower
    self.upper = upper
    self.points = points
    self.lowerText = lowerText
    self.upperText = upperText
  }

  package func contains(_ value: Exact) -> Bool {
    switch lower {
    case .above(let bound): if value <= bound { return false }
    case .from(let bound): if value < bound { return false }
    case nil: break
    }
    switch upper {
    case .below(let bound): return value < bound
    case .upTo(let bound): return value <= bound
    case nil: return true
    }
  }
}

/// A number against bands, tried from the top.
package struct StepsRule: Sendable {
  package let of: CheckedExpression
  package let bands: [Band]

  package init(of: CheckedExpression, bands: [Band]) {
    self.of = of
    self.bands = bands
  }
}

/// Value ÷ ceiling × maximum, nothing below the floor.
package struct ProportionalRule: Sendable {
  package let of: CheckedExpression
  package let floor: Exact?
  package let ceiling: Exact

  package init(of: CheckedExpression, floor: Exact?, ceiling: Exact) {
    self.of = of
    self.floor = floor
    self.ceiling = ceiling
  }
}

/// Parts of a total, each with its factor.
package struct MixRule: Sendable {
  package struct Part: Sendable {
    package let of: CheckedExpression
    package let factor: Exact

    package init(of: CheckedExpression, factor: Exact) {
      self.of = of
      self.factor = factor
    }
  }

  package let total: CheckedExpression
  package let parts: [Part]

  package init(total: CheckedExpression, parts: [Part]) {
    self.total = total
    self.parts = parts
  }
}

/// The maximum less so much for every event.
package struct DeductionRule: Sendable {
  package struct Kind: Sendable {
    package let count: CheckedExpression
    /// Points taken for each event; a percentage of the maximum has been turned into points.
    package let points: Exact
    /// The percentage as written, when it was one.
    package let percent: Exact?

    package init(count: CheckedExpression, points: Exact, percent: Exact? = nil) {
      self.count = count
      self.points = points
      self.percent = percent
    }
  }

  package let kinds: [Kind]
  package let floor: Exact

  package init(kinds: [Kind], floor: Exact) {
    self.kinds = kinds
    self.floor = floor
  }
}

/// So much for every thing counted, cut at the maximum.
package struct PerItemRule: Sendable {
  package let count: CheckedExpression
  package let points: Exact

  package init(count: CheckedExpression, points: Exact) {
    self.count = count
    self.points = points
  }
}

/// From the results of the units below (SCORING 14, 46).
package struct SubordinatesRule: Sendable {
  package enum Measure: Sendable {
    case index
    case grade
    case figure(CheckedExpression)
  }
  package enum Aggregate: String, Sendable, CaseIterable {
    case mean
    case share
    case count
    case below
    case sum
  }
  package enum Threshold: Sendable {
    case grade(String)
    case value(Exact)
  }
  /// What a unit below that did not submit, or has no value, counts as.
  package enum Absent: String, Sendable, CaseIterable {
    case zero
    case exclude
    case pending
  }

  package let of: Measure
  package let aggregate: Aggregate
  package let atLeast: Threshold?
  package let absent: Absent
  package let bands: [Band]
  /// A register of results of bodies outside the round; nil: units of the round.
  package let from: String?

  package init(
    of: Measure, aggregate: Aggregate, atLeast: Threshold?, absent: Absent, bands: [Band],
    from: String?
  ) {
    self.of = of
    self.aggregate = aggregate
    self.atLeast = atLeast
    self.absent = absent
    self.bands = bands
    self.from = from
  }
}

/// Points that the council gives, with a reason.
package struct CouncilRule: Sendable {
  /// The points it may give; empty: anything from 0 to the maximum.
  package let levels: [Exact]

  package init(levels: [Exact]) { self.levels = levels }
}

/// The first case whose condition holds.
package struct FormulaRule: Sendable {
  package struct Case: Sendable {
    package let when: CheckedExpression
    package let points: Exact

    package init(when: CheckedExpression, points: Exact) {
      self.when = when
      self.points = points
    }
  }

  package let cases: [Case]
  package let otherwise: Exact?

  package init(cases: [Case], otherwise: Exact?) {
    self.cases = cases
    self.otherwise = otherwise
  }
}
