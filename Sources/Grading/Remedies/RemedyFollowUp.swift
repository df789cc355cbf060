/// What a unit's plan of an earlier round came to, item by item beside a later round's result.
package struct RemedyFollowUp: Sendable {
  package struct Entry: Sendable {
    /// As the earlier round has it.
    package let last: LostItem
    /// The item of the same id in the later round's set; nil: there is none any more.
    package let item: Int?
    /// The same id with another title: it may ask for something else.
    package let isRenamed: Bool
  }

  /// Lost items first, as in the plan, then those planned for without a loss.
  package let entries: [Entry]

  /// - Parameters:
  ///   - plan: of the earlier round.
  ///   - unit: its place in the later round.
  package init(_ plan: RemedyPlan, of earlier: Round, in later: Round, unit: Int) {
    let before = earlier.sets[earlier.units[plan.unit].record.set]
    let now = later.sets[later.units[unit].record.set]
    entries = (plan.items + plan.unneeded).map { last in
      let item = before.items[last.item]
      let place = now.itemIndex(item.id)
      return Entry(
        last: last, item: place,
        isRenamed: place.map { now.items[$0].title != item.title } ?? false)
    }
  }
}
