/// The best and the worst place that everything still open leaves to a unit, its own and the
/// others'.
package struct PlaceInterval: Hashable, Sendable {
  package let best: Int
  package let worst: Int
  /// Whether some completion comes to each end; otherwise the bounds are outer ones.
  package let isExact: Bool

  package var isPoint: Bool { best == worst }
}

/// A unit as the places of its group see it.
struct PlaceContender {
  let unit: Int
  /// The ends it is ranked on.
  let low: Exact
  let high: Exact
  let isExact: Bool
  /// Nothing of it can move, not even points that leave the index as it is.
  let isSettled: Bool
  /// It takes a place whatever comes; otherwise it may also stay away.
  let isCertain: Bool
  /// Its place now.
  let place: Int?
}
