internal import Diagnostics
internal import DossierCounting
internal import YAMLReading

/// Predicates that a dossier meets or does not, and either can be asked for.
extension Predicate {
  static let late = yesNo("late", DossierCondition.late)
  static let overdue = yesNo("overdue", DossierCondition.overdue)
  static let linkedAgencyLate = yesNo("linked_agency_late", DossierCondition.linkedAgencyLate)
  static let withoutDueDate = yesNo("without_due_date", DossierCondition.withoutDueDate)

  private static func yesNo(
    _ key: String, _ condition: @escaping @Sendable (Bool) -> DossierCondition
  ) -> Predicate {
    Predicate(key: key) { reader, _ in reader.yesNo(key, .required).map(condition) }
  }
}
