package import Diagnostics

/// One thing that stands between a unit's claim and its proof, priced.
package struct EvidenceGap: Hashable, Sendable {
  package let code: GapCode
  /// The unit's place in the round.
  package let unit: Int
  /// The items it touches, each once; empty when it concerns the unit as a whole.
  package var effects: [GapEffect]
  /// The document's place on the unit's shelf.
  package var document: Int?
  /// `path:line`, where there is one.
  package var citation: String?
  package let detail: GapDetail
  /// Until when it can be closed; nil: no day is set.
  package var due: GapDeadline?
  /// Filled in only by `GapFinder.priced`.
  package var places: GapPlaces?

  package var severity: Severity { code.severity }
  package var group: GapGroup { code.group }

  /// The item, when there is only one.
  package var item: Int? { effects.count == 1 ? effects[0].item : nil }

  /// Points that its items would get if it were closed.
  package var withheld: Exact { effects.reduce(.zero) { $0 + $1.withheld } }
  /// Points that its items lose if it is not closed.
  package var endangered: Exact { effects.reduce(.zero) { $0 + $1.endangered } }
  package var atRisk: Exact { withheld + endangered }
  /// Whether the amounts are the most that it can come to.
  package var isUpTo: Bool { effects.contains(where: \.isUpTo) }
}

/// What a gap does to one item.
package struct GapEffect: Hashable, Sendable {
  package let item: Int
  package let withheld: Exact
  package let endangered: Exact
  package let isUpTo: Bool
  /// What the item comes to when the gap is closed; nil: what it is.
  let ifClosed: Outcome?
  /// What the item comes to when it is not; nil: what it is.
  let ifLeft: Outcome?

  /// A gap that costs no points.
  init(free item: Int) {
    self.item = item
    withheld = .zero
    endangered = .zero
    isUpTo = false
    ifClosed = nil
    ifLeft = nil
  }

  /// From the item's outcome now to what it would be either way.
  init(
    _ item: Int, now: Outcome, closed: Outcome? = nil, left: Outcome? = nil, isUpTo: Bool = false
  ) {
    self.item = item
    withheld = max((closed ?? now).points - now.points, .zero)
    endangered = max(now.points - (left ?? now).points, .zero)
    self.isUpTo = isUpTo
    ifClosed = closed == now ? nil : closed
    ifLeft = left == now ? nil : left
  }
}

/// Until when something can be done.
package struct GapDeadline: Hashable, Sendable {
  /// The id of the stage or deadline.
  package let id: String
  package let moment: LocalMoment
}

/// A unit's place now and either way; each nil where it takes none.
package struct GapPlaces: Hashable, Sendable {
  package let now: Int?
  package let ifClosed: Int?
  package let ifLeft: Int?
}

/// Facts for the sentence of a gap.
package enum GapDetail: Hashable, Sendable {
  case none
  /// Inputs that are blank: their places in `CriteriaSet.inputs`.
  case inputs([Int])
  case lacking([DocumentPart])
  case window(dated: CalendarDay, from: CalendarDay?, through: CalendarDay?)
  case kinds(found: String, allowed: [String])
  case file(String?)
  case uses(Int, atMost: Int)
  /// Places of the other units.
  case sharedWith([Int])
  case claim(Exact, computed: Exact)
  case reach(claim: Exact, from: Exact, through: Exact)
  case figure(FigureStatement)
  case breakage(Breakage)
  case owed(OwedFigures)
  case reason(String?)
  case submitted(LocalMoment, deadline: LocalMoment)
  case lateDossiers(Exact, areLinked: Bool)
}

/// What the unit says of a figure, and what its keeper says.
package struct FigureStatement: Hashable, Sendable {
  package let title: String
  package let type: InputType
  package let stated: Value
  package let held: FigureValue
  /// The table or register it is kept in, as people know it.
  package let source: String?
  package let owner: String?
}

/// Figures that another office owes.
package struct OwedFigures: Hashable, Sendable {
  package let titles: [String]
  package let source: String?
  package let owner: String?
}

/// What a document, or the reference to it, has to name.
package enum DocumentPart: String, Sendable, CaseIterable {
  case number
  case date
  case issuer
  case section
  case pages
}
