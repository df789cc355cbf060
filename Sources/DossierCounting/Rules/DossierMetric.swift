/// A count of dossiers by unit (SCORING 17).
package enum DossierMetric: String, CaseIterable, Hashable, Sendable {
  /// Open or finished within the window, and not excluded.
  case received
  /// Received before the window and still open when it began.
  case carriedOver = "carried_over"
  case newlyReceived = "newly_received"
  case resolved
  case early
  /// Finished on the due day, not before it and not late.
  case onDueDay = "on_due_day"
  /// `early` and `on_due_day` together: what officials call "đúng hạn".
  case inTime = "in_time"
  case late
  case unresolved
  case unresolvedInTime = "unresolved_in_time"
  case unresolvedOverdue = "unresolved_overdue"
  case online
  case digitised
  case paidOnline = "paid_online"
  /// With a financial duty: the base of the payment rate.
  case feeDue = "fee_due"
  /// Taken out of all counts by an exclusion.
  case excluded
}
