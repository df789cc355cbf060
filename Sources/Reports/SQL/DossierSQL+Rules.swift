internal import DossierCounting
internal import Grading

/// Exclusions and lists as SQL: the first exclusion that applies decides.
extension DossierSQL {
  var judgementSteps: [SQLStep] {
    [
      SQLStep(name: "facts", query: facts), SQLStep(name: "decided", query: decided),
      SQLStep(name: "judged", query: judged),
    ]
  }

  /// What people decided and steps say, beside the record.
  private var facts: String {
    var columns = ["s.*"]
    var joins = ""
    if tables.contains(where: { $0.name == "explanations" }) {
      columns.append("coalesce(e.decision, '') AS decision")
      columns.append("coalesce(e.cause, '') AS cause")
      joins += "\n  LEFT JOIN explanations e ON s.dossier_id = e.dossier"
    }
    if tables.contains(where: { $0.name == "steps" }) {
      columns.append("CASE WHEN coalesce(p.has_step, 0) = 1 THEN p.reached_day END AS reached_day")
      joins += "\n  LEFT JOIN steps p ON s.dossier_id = p.dossier"
    }
    return "SELECT \(columns.joined(separator: ", "))\nFROM standings s\(joins)"
  }

  private var decided: String {
    guard !rules.exclusions.isEmpty else {
      return "SELECT f.*, '' AS exclusion\nFROM facts f"
    }
    let cases = rules.exclusions.map {
      "    WHEN \(test($0.when, afterExclusions: false))\n      THEN \(speech.text($0.id))"
    }
    return "SELECT f.*,\n  CASE\n\(cases.joined(separator: "\n"))\n    ELSE ''\n"
      + "  END AS exclusion\nFROM facts f"
  }

  /// The outcome that counts: one taken out of the late ones only is in time.
  private var judged: String {
    let forgiving = rules.exclusions.filter { $0.from == .late }.map(\.id)
    let forgiven = forgiving.isEmpty ? "1 = 0" : "f.exclusion IN (\(speech.list(forgiving)))"
    let isCounted = "(f.exclusion = '' OR \(forgiven))"
    var columns = [
      "f.dossier_id AS dossier_id", "f.unit_id AS unit_id", "f.standing AS standing",
      "f.exclusion AS exclusion", "f.is_online AS is_online", "f.is_digitised AS is_digitised",
      "f.is_paid_online AS is_paid_online",
      """
      CASE WHEN f.exclusion = '' THEN f.standing WHEN NOT (\(forgiven)) THEN 'excluded'
          WHEN f.standing = 'late' THEN 'on_due_day'
          WHEN f.standing = 'unresolved_overdue' THEN 'unresolved_in_time'
          ELSE f.standing END AS outcome
      """,
      "CASE WHEN \(isMarked) THEN 1 ELSE 0 END AS is_marked",
    ]
    for (place, list) in rules.lists.enumerated() {
      let holds = test(list.when, afterExclusions: true)
      columns.append("CASE WHEN \(isCounted) AND \(holds) THEN 1 ELSE 0 END AS list_\(place + 1)")
    }
    return "SELECT \(columns.joined(separator: ",\n  "))\nFROM decided f"
  }

  /// Dates that contradict each other, or a finish that was corrected.
  private var isMarked: String {
    "f.returned < f.received OR f.ready < f.received OR f.returned < f.ready OR f.due < f.received"
      + (records.corrections.isEmpty ? "" : " OR f.is_corrected = 1")
  }

  private func test(_ conditions: [DossierCondition], afterExclusions: Bool) -> String {
    var tests = conditions.map { test($0, afterExclusions) }
    // What was received from the day of the figures on is not known yet.
    if end < rules.window.end.number { tests.append("f.received < \(end)") }
    return tests.map { "(\($0))" }.joined(separator: " AND ")
  }

  /// - Parameter isAfter: a list sees a dossier that an exclusion took out of the late
  ///   ones as in time.
  private func test(_ condition: DossierCondition, _ isAfter: Bool) -> String {
    switch condition {
    case .receivedBeforeWindow: "f.received < \(start)"
    case .receivedAfterWindow: "f.received >= \(end)"
    case .receivedBefore(let day): "f.received < \(LocalMinute(startOf: day).number)"
    case .receivedFrom(let day): "f.received >= \(LocalMinute(startOf: day).number)"
    case .late(let isLate): stands("late", isLate, isAfter)
    case .overdue(let isOverdue): stands("unresolved_overdue", isOverdue, isAfter)
    case .domains(let names): "f.domain_text IN (\(speech.list(names)))"
    case .procedures(let id):
      list("f.procedure_text", rules.subsets.first { $0.id == id }?.procedures ?? [])
    case .unitTypes(let types): list("f.unit_type", types)
    case .units(let ids): list("f.unit_id", ids)
    case .channels(let channels):
      list(
        "f.channel_text", channels.reduce(into: Set()) { $0.formUnion(channelWords[$1] ?? []) })
    case .sources(let ids):
      sources.count > 1
        ? list("f.source_text", ids) : ids.contains(sources.first ?? "") ? "1 = 1" : "1 = 0"
    case .statuses(let names): list("f.status_text", names)
    case .onOutageDay(.finished): isOutageDay("f.ready_day")
    case .onOutageDay(.reached): reachedDays.isEmpty ? "1 = 0" : isOutageDay("f.reached_day")
    case .outageShare(let share, let base): takes(share, of: base)
    case .explained(let decision):
      records.explanations.isEmpty ? "1 = 0" : "f.decision = '\(decision.rawValue)'"
    case .causes(let ids): records.explanations.isEmpty ? "1 = 0" : list("f.cause", ids)
    case .linkedAgencyLate(let isLinked): "f.is_linked_late = \(isLinked ? 1 : 0)"
    // A dossier received after the window is not asked for its due date.
    case .withoutDueDate(true): "f.received < \(end) AND f.due IS NULL"
    case .withoutDueDate(false): "f.received >= \(end) OR f.due IS NOT NULL"
    case .turnedLateFrom(let day): "f.late_from >= \(LocalMinute(startOf: day).number)"
    }
  }

  private func stands(_ standing: String, _ holds: Bool, _ isAfter: Bool) -> String {
    switch (holds, isAfter) {
    case (true, false): "f.standing = '\(standing)'"
    case (true, true): "f.standing = '\(standing)' AND f.exclusion = ''"
    case (false, false): "f.standing <> '\(standing)'"
    case (false, true): "f.standing <> '\(standing)' OR f.exclusion <> ''"
    }
  }

  private func list(_ column: String, _ texts: Set<String>) -> String {
    texts.isEmpty ? "1 = 0" : "\(column) IN (\(speech.list(texts)))"
  }

  /// Outages take at least a share of the time; both sides multiplied out, and a minute at least.
  private func takes(_ share: Exact, of base: OutageBase) -> String {
    guard let terms = share.terms else { return "1 = 0" }
    let last = base == .term ? "coalesce(f.due, f.received)" : workedUntil
    return "(\(outageMinutes)) * \(terms.denominator)\n"
      + "        >= greatest(1, (\(last) - f.received) * \(terms.numerator))"
  }
}
