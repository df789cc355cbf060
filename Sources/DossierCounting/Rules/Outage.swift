package import Diagnostics

/// A time when a system could not be used.
package struct Outage: Hashable, Sendable {
  /// Whom an outage concerns.
  package enum Scope: Hashable, Sendable {
    case all
    /// One system, by the id of its source.
    case source(String)
    /// Some units (a weak line).
    case units(Set<String>)
  }

  package let span: MinuteSpan
  package let scope: Scope
  package let isConfirmed: Bool
  /// What happened, in the words of whoever keeps the list.
  package let note: String?
  /// Where it is recorded; nil when no file says it.
  package let place: SourceSpan?

  package init(
    span: MinuteSpan, scope: Scope = .all, isConfirmed: Bool = true, note: String? = nil,
    place: SourceSpan? = nil
  ) {
    self.span = span
    self.scope = scope
    self.isConfirmed = isConfirmed
    self.note = note
    self.place = place
  }
}

extension Outage {
  /// Whether a unit feels it; nil stands for the units that none is limited to.
  package func concerns(unit: String?) -> Bool {
    if case .units(let ids) = scope { return unit.map(ids.contains) ?? false }
    return true
  }
}

extension [MinuteSpan] {
  /// The same minutes as spans that do not touch, in order: overlapping outages count once.
  package func united() -> [MinuteSpan] {
    var united: [MinuteSpan] = []
    for span in filter({ $0.minutes > 0 }).sorted(by: { $0.start < $1.start }) {
      if let last = united.last, span.start <= last.end {
        united[united.count - 1] = MinuteSpan(start: last.start, end: Swift.max(last.end, span.end))
      } else {
        united.append(span)
      }
    }
    return united
  }
}
