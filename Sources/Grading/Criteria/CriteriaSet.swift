package import Diagnostics

/// What an area does to the index.
package enum AreaKind: String, Sendable, CaseIterable {
  case regular
  /// Adds outside the set's total, up to its cap.
  case bonus
  /// Subtracts outside the set's total, up to its cap.
  case penalty
}

/// An area (lĩnh vực).
package struct Area: Sendable {
  package let id: String
  package var title: String
  package var kind: AreaKind
  /// The most points; for a bonus or penalty its cap.
  package var maximum: Exact
  package var isOptional: Bool
  package var clause: Clause?
  package var criteria: Range<Int>
  package var items: Range<Int>
  package let span: SourceSpan

  package init(
    id: String, title: String, kind: AreaKind, maximum: Exact, isOptional: Bool, clause: Clause?,
    criteria: Range<Int>, items: Range<Int>, span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.maximum = maximum
    self.isOptional = isOptional
    self.clause = clause
    self.criteria = criteria
    self.items = items
    self.span = span
  }
}

/// A criterion (tiêu chí).
package struct Criterion: Sendable {
  package let id: String
  package var title: String
  package var area: Int
  package var maximum: Exact
  package var isOptional: Bool
  package var clause: Clause?
  package var items: Range<Int>
  package let span: SourceSpan

  package init(
    id: String, title: String, area: Int, maximum: Exact, isOptional: Bool, clause: Clause?,
    items: Range<Int>, span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.area = area
    self.maximum = maximum
    self.isOptional = isOptional
    self.clause = clause
    self.items = items
    self.span = span
  }
}

/// Where a set rounds; nowhere else is anything rounded (SCORING 5).
package struct Rounding: Hashable, Sendable {
  /// Decimals of an item's points; nil: exact.
  package var points: Int?
  /// Decimals of the published index.
  package var index: Int
  package var mode: RoundingMode

  package init(points: Int?, index: Int, mode: RoundingMode) {
    self.points = points
    self.index = index
    self.mode = mode
  }

  /// An item's points, rounded; its whole maximum is left as it is.
  package func points(_ value: Exact, maximum: Exact) -> Exact {
    guard let points, value != maximum else { return value }
    return value.rounded(places: points, mode: mode)
  }

  /// Points that a person typed; what reads like the maximum on the score sheet is the maximum,
  /// which may be 5/3 (SCORING 35, 41).
  package func typed(_ value: Exact, maximum: Exact) -> Exact {
    let rounded = self.points(value, maximum: maximum)
    return rounded == shown(maximum) ? maximum : rounded
  }

  /// Whether typed points lie in a closed interval, its ends as the score sheet shows them.
  package func reaches(_ value: Exact, in range: ClosedRange<Exact>) -> Bool {
    range.contains(value) || value == shown(range.lowerBound) || value == shown(range.upperBound)
  }

  /// A value as it stands on the score sheet.
  private func shown(_ value: Exact) -> Exact {
    points.map { value.rounded(places: $0, mode: mode) } ?? value
  }
}

/// A set of criteria for one kind of unit, checked and flattened.
package struct CriteriaSet: Sendable {
  package let id: String
  package var title: String
  package var year: Int
  package var unitType: String
  package var basis: Clause?
  package var standIn: String?
  package var maximum: Exact
  package var rounding: Rounding
  package var areas: [Area]
  package var criteria: [Criterion]
  /// Everything that carries a rule, in the set's order.
  package var items: [Item]
  /// All inputs: the shared ones first, then each item's own.
  package var inputs: [Input]
  package var sharedInputs: Range<Int>
  /// Every figure that an expression of the set reads; `Reference.figure` counts in it.
  package var figures: [FigureName]
  /// The registers that the set declares, base first.
  package var registers: [RegisterDeclaration] = []
  /// What its items were in an earlier set, where the author says so.
  package var counterparts: Counterparts?
  /// Units that an overlay is for; empty: all of its type.
  package var units: [String]
  package let span: SourceSpan
  private var itemByID: [String: Int]

  package init(
    id: String, title: String, year: Int, unitType: String, maximum: Exact, rounding: Rounding,
    areas: [Area], criteria: [Criterion], items: [Item], inputs: [Input],
    sharedInputs: Range<Int>, figures: [FigureName], units: [String], span: SourceSpan
  ) {
    self.id = id
    self.title = title
    self.year = year
    self.unitType = unitType
    self.maximum = maximum
    self.rounding = rounding
    self.areas = areas
    self.criteria = criteria
    self.items = items
    self.inputs = inputs
    self.sharedInputs = sharedInputs
    self.figures = figures
    self.units = units
    self.span = span
    itemByID = Dictionary(
      items.map { ($0.id, $0.index) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of an item by its id.
  package func itemIndex(_ id: String) -> Int? { itemByID[id] }
}
