internal import DossierCounting
internal import Grading

/// Outages as SQL: united, by who feels them.
extension DossierSQL {
  /// Units of one system that feel the same outages.
  struct OutageGroup {
    /// nil: whatever the system.
    var source: String?
    /// nil: all that no group before it is for.
    var units: [String]?
    var spans: [MinuteSpan]
  }

  /// In order: the first that a dossier belongs to is its own.
  var outageGroups: [OutageGroup] {
    let counted = records.outages.filter { $0.isConfirmed || rules.countsUnconfirmedOutages }
    let scoped = counted.contains { if case .source = $0.scope { true } else { false } }
    let systems: [String?] = sources.count > 1 && scoped ? sources.map { $0 } : [nil]
    return systems.flatMap { groups(of: counted, in: $0) }
  }

  private func groups(of counted: [Outage], in system: String?) -> [OutageGroup] {
    let felt = counted.filter { rules.counts($0, source: system ?? sources.first ?? "") }
    func spans(_ unit: String?) -> [MinuteSpan] {
      felt.filter { $0.concerns(unit: unit) }.map(\.span).united()
    }
    let alone = units.map(\.id).filter { unit in
      felt.contains { if case .units(let ids) = $0.scope { ids.contains(unit) } else { false } }
    }
    var own: [OutageGroup] = []
    for unit in alone {
      let all = spans(unit)
      if let place = own.firstIndex(where: { $0.spans == all }) {
        own[place].units?.append(unit)
      } else {
        own.append(OutageGroup(source: system, units: [unit], spans: all))
      }
    }
    return own + [OutageGroup(source: system, units: nil, spans: spans(nil))]
  }

  /// Whether an outage touches a day, which is given by its first minute.
  func isOutageDay(_ day: String) -> String {
    byGroup(otherwise: "1 = 0") { spans in
      var days: Set<Int32> = []
      for span in spans {
        let last = LocalMinute(number: span.end.number - 1).day.number
        for number in span.start.day.number...last { days.insert(number * LocalMinute.inDay) }
      }
      return "\(day) IN (\(days.sorted().map(String.init).joined(separator: ", ")))"
    }
  }

  /// Until when a dossier is worked on: the end of the window at most.
  var workedUntil: String { "least(coalesce(f.finished, \(end)), \(end))" }

  /// Minutes of outages from receipt on.
  var outageMinutes: String {
    let last = workedUntil
    return byGroup(otherwise: "0") { spans in
      spans.map {
        "greatest(0, least(\(last), \($0.end.number)) - greatest(f.received, \($0.start.number)))"
      }.joined(separator: "\n      + ")
    }
  }

  /// An expression of the outages that the dossier's unit feels.
  private func byGroup(otherwise: String, _ expression: ([MinuteSpan]) -> String) -> String {
    let groups = outageGroups.map { group in
      let tests =
        [
          group.source.map { "f.source_text = \(speech.text($0))" },
          group.units.map { "f.unit_id IN (\(speech.list($0)))" },
        ].compactMap(\.self)
      return (
        test: tests.joined(separator: " AND "),
        value: group.spans.isEmpty ? otherwise : expression(group.spans)
      )
    }
    if groups.count == 1 { return groups[0].value }
    let isText = otherwise != "0"
    let cases = groups.map { group -> String in
      let value = isText ? "(CASE WHEN \(group.value) THEN 1 ELSE 0 END)" : "(\(group.value))"
      return group.test.isEmpty ? " ELSE \(value)" : " WHEN \(group.test) THEN \(value)"
    }
    let isWhole = groups.contains { $0.test.isEmpty }
    let whole = "CASE\(cases.joined())\(isWhole ? "" : " ELSE 0") END"
    return isText ? "(\(whole)) = 1" : whole
  }
}
