/// What made an item's points, or a unit's place, others.
package enum DifferenceCause: Hashable, Sendable {
  /// A line of the unit's appraisal: its place in the later record's entries.
  case entry(Int)
  /// The unit handed in, or handed in anew.
  case handedIn
  /// The unit handed in with other documents behind it: those that are new or gone, by their ids.
  case evidence([String])
  /// It was open when the result was locked: the event's number.
  case locked(Int?)
  case unlocked(Int?)
  /// A file of the round that took the place of an earlier one, and the event's number.
  case replaced(file: String, Int?)
  /// Results of other units that the item reads.
  case others
  /// Other items of its own sheet, as an item on the accuracy of self-scoring reads them.
  case ownSheet
  /// The rule's own answer, where the unit had claimed something else.
  case rule
  /// Figures of other offices, or the criteria, are others, and no event says why.
  case data
}
