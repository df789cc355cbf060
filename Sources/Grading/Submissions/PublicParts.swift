/// What everybody may read of a published round beside points, places and figures; closed by default.
package struct PublicParts: Hashable, Sendable {
  /// The people who decided and signed.
  package var names = false
  /// What people wrote: reasons of decisions, notes of units and registers.
  package var notes = false
  /// The documents that units cite.
  package var evidence = false
  /// What a unit still has to prove or explain.
  package var gaps = false

  package init() {}
}
