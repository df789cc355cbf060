package import EventLog
package import Grading

/// An event that somebody wants to write, with what the rules need to know of the round.
package struct ProposedEvent: Sendable {
  package var content: EventContent
  /// The unit that it is about; nil: the whole round.
  package var unit: ProposedUnit?
  /// The item that it is about.
  package var item: ProposedItem?
  /// Other items of the unit that it moves: those that read a figure, or an input that they share.
  package var linked: [ProposedItem] = []
  /// Whether what stands there after it is known: not of an event that cannot be read.
  package var isMeasured = true
  /// The unit that keeps the register of the figure that it is about.
  package var figureOwner: String?
  /// The units that keep the registers that it replaces, each once; nil stands for other files.
  package var fileOwners: [String?] = []
  /// Units whose points or places it moves without being about them.
  package var moved: [String] = []
  /// How many items that a lock would cover are still open.
  package var openItems = 0

  /// Every item that it moves.
  var items: [ProposedItem] { (item.map { [$0] } ?? []) + linked }

  package init(
    _ content: EventContent, unit: ProposedUnit? = nil, item: ProposedItem? = nil,
    linked: [ProposedItem] = [], figureOwner: String? = nil, openItems: Int = 0
  ) {
    self.content = content
    self.unit = unit
    self.item = item
    self.linked = linked
    self.figureOwner = figureOwner
    self.openItems = openItems
  }
}

/// A unit as the rules of procedure see it.
package struct ProposedUnit: Hashable, Sendable {
  package let id: String
  package let block: String
  /// The council that appraises it: `province`, or the district above it.
  package let council: String

  package init(id: String, block: String, council: String = Person.province) {
    self.id = id
    self.block = block
    self.council = council
  }

  package init(_ unit: Unit, in block: Block) {
    let isProvinces = block.council == Person.province || !block.groupsByParent
    self.init(
      id: unit.id, block: block.id,
      council: isProvinces ? block.council : unit.parent ?? block.council)
  }
}

/// An item of one unit as the rules of procedure see it.
package struct ProposedItem: Sendable {
  package let id: String
  package let criterion: String
  package let area: String
  package let appraisedBy: String?
  package let scoredBy: ScoredBy
  /// All points that the item's rule can give.
  package let reachable: ClosedRange<Exact>
  /// The points that stood there when the stage began; nil: none.
  package var before: Exact?
  /// Those that stand there just before the event.
  package var standing: Exact?
  /// Those after it.
  package var after: Exact?

  package init(
    id: String, criterion: String, area: String, appraisedBy: String?, scoredBy: ScoredBy,
    reachable: ClosedRange<Exact>, before: Exact? = nil, standing: Exact? = nil,
    after: Exact? = nil
  ) {
    self.id = id
    self.criterion = criterion
    self.area = area
    self.appraisedBy = appraisedBy
    self.scoredBy = scoredBy
    self.reachable = reachable
    self.before = before
    self.standing = standing
    self.after = after
  }

  package init(
    _ item: Item, of set: CriteriaSet, before: Exact?, standing: Exact?, after: Exact?
  ) {
    self.init(
      id: item.id, criterion: set.criteria[item.criterion].id, area: set.areas[item.area].id,
      appraisedBy: item.appraisedBy, scoredBy: item.scoredBy, reachable: item.reachable,
      before: before, standing: standing, after: after)
  }

  /// By how much the item moves within the stage, this event included; an item without points
  /// adds none to the total, so it stands at 0.
  var move: Exact { distance(after) }

  /// By how much it has moved within the stage without this event.
  var moveSoFar: Exact { distance(standing) }

  private func distance(_ points: Exact?) -> Exact {
    let move = (points ?? .zero) - (before ?? .zero)
    return move.isNegative ? -move : move
  }
}
