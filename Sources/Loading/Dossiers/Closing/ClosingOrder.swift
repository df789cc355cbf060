package import DossierCounting
package import Grading

/// What is said of a closing beside the records.
package struct ClosingOrder: Sendable {
  package var name: String
  package var closedOn: CalendarDay
  package var closedBy: String?
  package var folder: String
  /// The folder of the version that this one replaces.
  package var previous: String?
  /// The engine's version.
  package var engine: String

  package init(
    name: String, closedOn: CalendarDay, closedBy: String?, folder: String, previous: String?,
    engine: String
  ) {
    self.name = name
    self.closedOn = closedOn
    self.closedBy = closedBy
    self.folder = folder
    self.previous = previous
    self.engine = engine
  }
}

extension CalendarDay {
  /// The first minute behind the day: what is decided from then on was not known on it.
  package var end: LocalMinute { LocalMinute(startOf: CalendarDay(number: number + 1)) }
}
