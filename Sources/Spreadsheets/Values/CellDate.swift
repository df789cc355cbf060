/// A day, or a moment of one, in a cell: what spreadsheet programs keep as a serial number.
package struct CellDate: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int
  /// 0…23.
  package let hour: Int
  package let minute: Int
  package let second: Int

  /// - Returns: nil when there is no such moment, or before 01/03/1900, from where on all programs
  ///   count the same days.
  package init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0
  ) {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CellDate.length(ofMonth: month, year: year), year > 1900 || month > 2,
      (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether it is a day without a time.
  package var isDay: Bool { hour == 0 && minute == 0 && second == 0 }
}

// MARK: Serial numbers

extension CellDate {
  /// The moment of a serial number: days since 30/12/1899, or since 01/01/1904, with the time as a
  /// fraction, to the nearest second.
  /// - Returns: nil where it is no moment that all programs agree on.
  package init?(serial: CellNumber, countsFrom1904: Bool) {
    guard !serial.isNegative else { return nil }
    let parts = serial.text.split(separator: ".", omittingEmptySubsequences: false)
    guard let days = parts.first.flatMap({ Int($0) }), days <= 2_958_465 else { return nil }
    var fraction = String(parts.dropFirst().first ?? "").prefix(12)
    while fraction.count < 12 { fraction += "0" }
    guard let billionths = Int(fraction) else { return nil }
    // 86,400 × 10^12 fits.
    let seconds = (billionths * 86_400 + 500_000_000_000) / 1_000_000_000_000
    let whole = days + seconds / 86_400
    let rest = seconds % 86_400
    self.init(
      dayNumber: whole + (countsFrom1904 ? 1462 : 0), hour: rest / 3600, minute: rest / 60 % 60,
      second: rest % 60)
  }

  /// - Parameter number: days since 30/12/1899.
  private init?(dayNumber number: Int, hour: Int, minute: Int, second: Int) {
    // Days to civil, after Howard Hinnant's published algorithm.
    let shifted = number - 25_569 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let past = (5 * dayOfYear + 2) / 153
    let month = past < 10 ? past + 3 : past - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * past + 2) / 5 + 1, hour: hour, minute: minute, second: second)
  }

  /// Reads `2018-12-27`, `2018-12-27T15:30`, `2018-12-27T15:30:00`; fractions of seconds and a Z
  /// behind are left out.
  package init?(iso text: String) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    let day = halves[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard halves.count <= 2, day.count == 3, let year = day[0], let month = day[1],
      let date = day[2]
    else { return nil }
    guard halves.count == 2 else {
      self.init(year: year, month: month, day: date)
      return
    }
    let time = halves[1].prefix { $0 != "." && $0 != "Z" }
      .split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard time.count == 2 || time.count == 3, let hour = time[0], let minute = time[1],
      let second = time.count == 3 ? time[2] : 0
    else { return nil }
    self.init(year: year, month: month, day: date, hour: hour, minute: minute, second: second)
  }
}
