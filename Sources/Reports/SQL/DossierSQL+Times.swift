internal import DossierCounting

/// From the texts of a record to whole minutes since 1970-01-01 00:00, digit by digit.
///
/// No date function of an engine is asked: they round, know time zones, or take what is no date.
extension DossierSQL {
  private static let times: [RecordField] = [.receivedAt, .dueAt, .readyAt, .returnedAt]

  /// A time that is no time, as a number.
  static let broken = "-9000000000"

  var timeSteps: [SQLStep] {
    let steps = readings.flatMap { reading in
      [
        SQLStep(name: "texts\(reading.ending)", query: texts(reading)),
        SQLStep(name: "parts\(reading.ending)", query: parts(reading)),
        SQLStep(name: "numbers\(reading.ending)", query: numbers(reading)),
        SQLStep(name: "records\(reading.ending)", query: minutes(reading)),
      ]
    }
    guard isSplit else { return steps }
    let all = readings.map { "SELECT * FROM records\($0.ending)" }
    return steps + [SQLStep(name: "records", query: all.joined(separator: "\nUNION ALL\n"))]
  }

  /// The columns that are read, an absent value as the empty text.
  private func texts(_ reading: SQLReading) -> String {
    func text(_ field: RecordField) -> String { "coalesce(d.\(field.rawValue), '')" }
    func trimmed(_ field: RecordField, _ blanks: String) -> String {
      "trim(BOTH '\(blanks)' FROM \(text(field)))"
    }
    var columns = [
      "\(text(.dossier)) AS dossier_id",
      "\(trimmed(.unit, " \\t\\r\\n")) AS unit_text",
      "\(text(.procedure)) AS procedure_text",
      "\(trimmed(.domain, " \\t\\r\\n")) AS domain_text",
      "\(channel(text(.channel), reading)) AS channel_text",
      "\(trimmed(.status, " \\t\\r\\n")) AS status_text",
      "CASE WHEN \(isYes(text(.digitised), reading)) THEN 1 ELSE 0 END AS is_digitised",
      "CASE WHEN \(isYes(text(.paidOnline), reading)) THEN 1 ELSE 0 END AS is_paid_online",
      "CASE WHEN \(text(.linkedLateAgency)) <> '' THEN 1 ELSE 0 END AS is_linked_late",
    ]
    if asksSource { columns.append("coalesce(d.source, '') AS source_text") }
    columns += Self.times.map { "\(trimmed($0, " \\t")) AS \($0.stem)_text" }
    let own =
      reading.sources.map { "\nWHERE coalesce(d.source, '') IN (\(speech.list($0)))" } ?? ""
    return "SELECT\n  \(columns.joined(separator: ",\n  "))\nFROM dossiers d\(own)"
  }

  private func isYes(_ text: String, _ reading: SQLReading) -> String {
    "\(text) IN (\(speech.list(reading.yesWords)))"
  }

  /// The export's word, or the engine's own for it where systems use different ones.
  private func channel(_ text: String, _ reading: SQLReading) -> String {
    guard isSplit else { return text }
    let cases = DossierChannel.allCases.compactMap { channel -> String? in
      guard let words = reading.channelWords[channel], !words.isEmpty else { return nil }
      return "WHEN \(text) IN (\(speech.list(words))) THEN '\(channel.rawValue)'"
    }
    return "CASE \(cases.joined(separator: " ")) ELSE '' END"
  }

  private func parts(_ reading: SQLReading) -> String {
    let found = Self.times.map {
      "\(speech.groups(of: "\($0.stem)_text", pattern: pattern(reading))) AS \($0.stem)_parts"
    }
    return "SELECT t.*,\n  \(found.joined(separator: ",\n  "))\nFROM texts\(reading.ending) t"
  }

  /// Days in the order of the exports; the two signs of a day must be the same.
  private func pattern(_ reading: SQLReading) -> String {
    let (first, last) = reading.isDayFirst ? ("{1,2}", "{4}") : ("{4}", "{1,2}")
    return "^([0-9]\(first))([-/.])([0-9]{1,2})([-/.])([0-9]\(last))"
      + "(?:(?:T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2})(?::[0-5]?[0-9](?:[.][0-9]*)?)?)?$"
  }

  /// Year, month and day; a year of 0 for what is no time.
  private func numbers(_ reading: SQLReading) -> String {
    let isDayFirst = reading.isDayFirst
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
    return "SELECT p.*,\n  \(columns.joined(separator: ",\n  "))\nFROM parts\(reading.ending) p"
  }

  private func minutes(_ reading: SQLReading) -> String {
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
      FROM numbers\(reading.ending)
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
