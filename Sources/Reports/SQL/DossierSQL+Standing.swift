internal import DossierCounting
internal import Grading

/// Where every record stands before an exclusion is looked at.
///
/// The same questions in the same order as `PlanLookups.standing`.
extension DossierSQL {
  var standingSteps: [SQLStep] {
    var steps = [SQLStep(name: "readable", query: readable)]
    if records.corrections.isEmpty {
      steps.append(SQLStep(name: "standings", query: standings(of: "readable", "0")))
    } else {
      steps.append(SQLStep(name: "recorded", query: standings(of: "readable", "0")))
      steps.append(SQLStep(name: "corrected", query: corrected))
      steps.append(SQLStep(name: "standings", query: standings(of: "corrected", "is_corrected")))
    }
    return steps
  }

  /// Rows that can be read and are a unit's; when their clock stopped.
  private var readable: String {
    let broken = Self.broken
    var conditions = ["r.dossier_id <> ''", "r.received IS NOT NULL", "r.received <> \(broken)"]
    conditions += ["due", "ready", "returned"].map { "(r.\($0) IS NULL OR r.\($0) <> \(broken))" }
    if rules.withoutDueDate == .reject { conditions.append("r.due IS NOT NULL") }
    let finished: String
    switch rules.finishedAt {
    case .handedOver: finished = "r.returned"
    case .resultReady:
      // A result that was handed over was ready by then, whatever the record says.
      finished =
        "CASE WHEN r.ready IS NOT NULL AND (r.returned IS NULL OR r.ready < r.returned) "
        + "THEN r.ready ELSE r.returned END"
    }
    return """
      SELECT r.*, u.unit_id AS unit_id, u.unit_type AS unit_type,
        \(finished) AS finished,
        CASE WHEN r.channel_text IN (\(speech.list(channelWords[.online] ?? []))) THEN 1 ELSE 0 END
          AS is_online,
        \(startOfDay("r.ready")) AS ready_day,
        \(bound("r.due")) AS late_from
      FROM records r INNER JOIN units u ON r.unit_text = u.written
      WHERE \(conditions.joined(separator: "\n  AND "))
      """
  }

  func startOfDay(_ minute: String) -> String { "\(minute) - \(speech.remainder(minute, 1440))" }

  /// The first minute at which a dossier that is not finished is late.
  private func bound(_ due: String) -> String {
    switch rules.onTimeUntil {
    case .endOfDueDay: "\(startOfDay(due)) + 1440"
    case .dueMinute: "\(due) + 1"
    }
  }

  private func standings(of table: String, _ isCorrected: String) -> String {
    let isOpen = "s.finished IS NULL OR s.finished >= \(end)"
    let isFinishedBefore = "s.finished < \(start) AND s.received < \(start)"
    let dueDay = startOfDay("s.due")
    return """
      SELECT s.*,
        CASE
          WHEN s.received >= \(end) THEN 'received_after'
          WHEN s.due IS NULL AND (\(isOpen)) THEN 'unresolved_in_time'
          WHEN s.due IS NOT NULL AND (\(isOpen)) AND s.late_from <= \(end) THEN 'unresolved_overdue'
          WHEN \(isOpen) THEN 'unresolved_in_time'
          WHEN \(isFinishedBefore) THEN 'finished_before'
          WHEN s.due IS NULL THEN 'on_due_day'
          WHEN s.finished >= s.late_from THEN 'late'
          WHEN \(startOfDay("s.finished")) < \(dueDay) THEN 'early'
          ELSE 'on_due_day'
        END AS \(isCorrected == "0" && !records.corrections.isEmpty ? "first_standing" : "standing")
      FROM \(table) s
      """
  }

  /// A finish that was corrected by a recorded event counts unless the record was in time anyway.
  private var corrected: String {
    let isCorrected =
      "coalesce(c.has_correction, 0) = 1 AND a.first_standing NOT IN ('early', 'on_due_day')"
    let columns = [
      "dossier_id", "unit_text", "procedure_text", "domain_text", "channel_text", "status_text",
      "is_digitised", "is_paid_online", "is_linked_late", "received", "due", "ready", "returned",
      "unit_id", "unit_type", "is_online", "ready_day", "late_from",
    ]
    let kept = (columns + (asksSource ? ["source_text"] : [])).map { "a.\($0) AS \($0)" }
    return """
      SELECT \(kept.joined(separator: ", ")),
        CASE WHEN \(isCorrected) THEN c.corrected_at ELSE a.finished END AS finished,
        CASE WHEN \(isCorrected) THEN 1 ELSE 0 END AS is_corrected
      FROM recorded a LEFT JOIN corrections c ON a.dossier_id = c.dossier
      """
  }
}
