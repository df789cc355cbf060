internal import DossierCounting

/// From the texts of a record to whole minutes since 1970-01-01 00:00, digit by digit.
///
/// No date function of an engine is asked: they round, know time zones, or take what is no date.
extension DossierSQL {
  private static let times: [RecordField] = [.receivedAt, .dueAt, .readyAt, .returnedAt]

  /// A time that is no time, as a number.
  static let broken = "-9000000000"

  var timeSteps: [SQLStep] {
    [
      SQLStep(name: "texts", query: texts), SQLStep(name: "parts", query: parts),
      SQLStep(name: "numbers", query: numbers), SQLStep(name: "records", query: minutes),
    ]
  }

  /// The columns that are read, an absent value as the empty text.
  private var texts: String {
    func text(_ field: RecordField) -> String { "coalesce(d.\(field.rawValue), '')" }
    func trimmed(_ field: RecordField, _ blanks: String) -> String {
      "trim(BOTH '\(blanks)' FROM \(text(field)))"
    }
    var columns = [
      "\(text(.dossier)) AS dossier_id",
      "\(trimmed(.unit, " \\t\\r\\n")) AS unit_text",
      "\(text(.procedure)) AS procedure_text",
      "\(trimmed(.domain, " \\t\\r\\n")) AS domain_text",
      "\(text(.channel)) AS channel_text",
      "\(trimmed(.status, " \\t\\r\\n")) AS status_text",
      "CASE WHEN \(isYes(text(.digitised))) THEN 1 ELSE 0 END AS is_digitised",
      "CASE WHEN \(isYes(text(.paidOnline))) THEN 1 ELSE 0 END AS is_paid_online",
      "CASE WHEN \(text(.linkedLateAgency)) <> '' THEN 1 ELSE 0 END AS is_linked_late",
    ]
    if asksSource { columns.append("coalesce(d.source, '') AS source_text") }
    columns += Self.times.map { "\(trimmed($0, " \\t")) AS \($0.stem)_text" }
    return "SELECT\n  \(columns.joined(separator: ",\n  "))\nFROM dossiers d"
  }

  private func isYes(_ text: String) -> String {
    "\(text) IN (\(speech.list(yesWords)))"
  }

  var yesWords: Set<String> {
    records.exports.isEmpty
      ? RecordExport.usualYes
      : records.exports.reduce(into: Set()) { $0.formUnion($1.yesWords) }
  }

  private var parts: String {
    let found = Self.times.map {
      "\(speech.groups(of: "\($0.stem)_text", pattern: pattern)) AS \($0.stem)_parts"
    }
    return "SELECT t.*,\n  \(found.joined(separator: ",\n  "))\nFROM texts t"
  }

  /// Days in the order of the exports; the two signs of a day must be the same.
  private var pattern: String {
    let (first, last) = isDayFirst ? ("{1,2}", "{4}") : ("{4}", "{1,2}")
    return "^([0-9]\(first))([-/.])([0-9]{1,2})([-/.])([0-9]\(last))"
      + "(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$"
  }

  var isDayFirst: Bool { records.exports.first?.dates == .dayFirst }

  /// Year, month and day; a year of 0 for what is no time.
  private var numbers: String {
    let columns = Self.times.flatMap { field -> [String] in
      let (name, parts) = (field.stem, "\(field.stem)_parts")
      let isOne =
        "\(speech.isMatched(parts)) AND "
        + "\(speech.group(2, of: parts)) = \(speech.group(4, of: parts))"
      func number(_ place: Int) -> String { speech.number(place, of: parts) }
      return [
        "CASE WHEN \(isOne) THEN \(number(isDayFirst ? 5 : 1)) ELSE 0 END AS \(name)_year",
        "CASE WHEN \(isOne) THEN \(number(3)) ELSE 0 END AS \(name)_month",
        "CASE WHEN \(isOne) THEN \(number(isDayFirst ? 1 : 5)) ELSE 0 END AS \(name)_day",
        "CASE WHEN \(isOne) THEN \(number(6)) ELSE 0 END AS \(name)_hour",
        "CASE WHEN \(isOne) THEN \(number(7)) ELSE 0 END AS \(name)_minute",
      ]
    }
    return "SELECT p.*,\n  \(columns.joined(separator: ",\n  "))\nFROM parts p"
  }

  private var minutes: String {
    let columns = Self.times.map { field in
      let name = field.stem
      let (year, month, day) = ("\(name)_year", "\(name)_month", "\(name)_day")
      let leap = "\(year) % 4 = 0 AND (\(year) % 100 <> 0 OR \(year) % 400 = 0)"
      let length =
        "CASE WHEN \(month) IN (4, 6, 9, 11) THEN 30 WHEN \(month) <> 2 THEN 31 "
        + "WHEN \(leap) THEN 29 ELSE 28 END"
      return """
        CASE WHEN \(name)_text = '' THEN NULL
            WHEN \(year) < \(LocalMinute.years.lowerBound)
              OR \(year) > \(LocalMinute.years.upperBound) OR \(month) < 1 OR \(month) > 12
              OR \(day) < 1 OR \(day) > \(length)
              OR \(name)_hour > 23 OR \(name)_minute > 59 THEN \(speech.integer(Self.broken))
            ELSE (\(days(year, month, day))) * 1440 + \(name)_hour * 60 + \(name)_minute
          END AS \(name)
        """
    }
    return """
      SELECT dossier_id, unit_text, procedure_text, domain_text, channel_text, status_text,
        is_digitised, is_paid_online, is_linked_late\(asksSource ? ", source_text" : ""),
        \(columns.joined(separator: ",\n  "))
      FROM numbers
      """
  }

  /// Days since 1970-01-01, years beginning in March.
  private func days(_ year: String, _ month: String, _ day: String) -> String {
    let early = speech.quotient("14 - \(month)", 12)
    let years = "\(year) - \(early)"
    let months = "153 * (\(month) + 12 * (\(early)) - 3) + 2"
    return "\(day) + \(speech.quotient(months, 5)) + 365 * (\(years)) + "
      + "\(speech.quotient(years, 4)) - \(speech.quotient(years, 100)) + "
      + "\(speech.quotient(years, 400)) - 719469"
  }
}

extension RecordField {
  /// `received` of `received_at`.
  fileprivate var stem: String { String(rawValue.dropLast("_at".count)) }
}
