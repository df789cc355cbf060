internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Predicates that compare with a day.
extension Predicate {
  static let receivedBefore = day("received_before", DossierCondition.receivedBefore)
  static let receivedFrom = day("received_from", DossierCondition.receivedFrom)
  static let turnedLateFrom = day("turned_late_from", DossierCondition.turnedLateFrom)

  private static func day(
    _ key: String, _ condition: @escaping @Sendable (CalendarDay) -> DossierCondition
  ) -> Predicate {
    Predicate(key: key) { reader, _ in reader.countedDay(key, .required).map(condition) }
  }
}
