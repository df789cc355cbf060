/// One thing in a bundle's result that is not what its inputs give.
package struct ResultDifference: Hashable, Sendable {
  package var unit: String?
  package var item: String?
  /// The layer's id.
  package var layer: String?
  /// The member of the result that differs: `points`, `rank`, `grade`, `index`, `state`; in
  /// a row of the rankings `ranking.rank`; or the way to it, such as `sets.so.maximum`; nil: the whole unit, or the whole item.
  package var member: String?
  /// As it stands in the bundle; nil: it does not.
  package var bundled: String?
  /// As it comes out of the bundle's inputs; nil: it does not.
  package var recomputed: String?
}
