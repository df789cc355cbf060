internal import Grading

/// The metrics that dossier tables may hold (SCORING 17), and what must hold between them.
enum MetricNames {
  /// More dossiers than any table prints: a larger number is a slip.
  static let mostDossiers = 1_000_000_000_000

  static let all = NameScope.dossiers.filter { $0.1 == .count }.map(\.0)
    .filter { !ofRecordsOnly.contains($0) }

  /// Counted from case records; no printed table has a column for them.
  private static let ofRecordsOnly = ["unresolved_in_time", "fee_due"]

  static let rates = NameScope.dossiers.filter { $0.1 == .rate }.map(\.0)

  /// What a rate is of and over.
  static func parts(ofRate rate: String) -> (of: String, over: String)? {
    guard rates.contains(rate) else { return nil }
    let of = String(rate.dropLast("_rate".count))
    return (of, HeaderNames.base(of: of))
  }

  /// Equations that hold in every table which prints all of their metrics.
  static let identities = [
    "received = resolved + unresolved", "received = carried_over + newly_received",
    "resolved = early + on_due_day + late", "resolved = in_time + late",
    "in_time = early + on_due_day",
  ]
}
