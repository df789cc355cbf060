/// A day of the Gregorian calendar, counted from 1970-01-01; no clock and no time zone.
package struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// Year 1…9999, month and day as written; nil when there is no such day (31/02).
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDay.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil, after Howard Hinnant's published algorithm.
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  package var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// Monday is 0, Sunday is 6.
  package var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 }

  package var isWeekend: Bool { weekday >= 5 }

  package func adding(days: Int) -> CalendarDay? {
    let moved = Int(number).addingReportingOverflow(days)
    guard !moved.overflow, (-719_162...2_932_896).contains(moved.partialValue) else { return nil }
    return CalendarDay(number: Int32(moved.partialValue))
  }

  /// The day after `days` working days: Monday to Friday, less the holidays given.
  package func adding(workingDays days: Int, holidays: Set<CalendarDay>) -> CalendarDay? {
    guard abs(days) <= 10_000 else { return nil }
    var day = self
    var left = abs(days)
    while left > 0 {
      guard let next = day.adding(days: days < 0 ? -1 : 1) else { return nil }
      day = next
      if !day.isWeekend, !holidays.contains(day) { left -= 1 }
    }
    return day
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A day, with the local minute (UTC+7) when one was written.
package struct LocalMoment: Hashable, Sendable {
  package let day: CalendarDay
  /// Minutes after midnight; nil when only the day is known.
  package let minute: Int16?

  package init(_ day: CalendarDay, minute: Int16? = nil) {
    self.day = day
    self.minute = minute
  }

  /// Reads `2017-12-20`, `2017-12-20T17:00` or `2017-12-20 17:00`; nil for anything else.
  package init?(parsing text: some StringProtocol) {
    let parsed = text.utf8.withContiguousStorageIfAvailable(LocalMoment.parse) ?? nil
    let slow = parsed == nil ? Array(text.utf8).withUnsafeBufferPointer(LocalMoment.parse) : nil
    guard let moment = parsed ?? slow else { return nil }
    self = moment
  }

  /// As `init(parsing:)`, from bytes.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> LocalMoment? {
    guard bytes.count == 10 || bytes.count == 16, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = number(bytes, 0, 4), let month = number(bytes, 5, 7),
      let dayNumber = number(bytes, 8, 10),
      let day = CalendarDay(year: year, month: month, day: dayNumber)
    else { return nil }
    if bytes.count == 10 { return LocalMoment(day) }
    guard bytes[10] == 0x54 || bytes[10] == 0x20, bytes[13] == 0x3A,
      let hour = number(bytes, 11, 13), let minute = number(bytes, 14, 16), hour < 24, minute < 60
    else { return nil }
    return LocalMoment(day, minute: Int16(hour * 60 + minute))
  }

  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    var value = 0
    for byte in bytes[start..<end] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}

extension CalendarDay {
  /// `2017-12-20`, as files write it.
  package var isoText: String {
    let (year, month, day) = components
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// `20/12/2017`, as pages write it.
  package var vietnameseText: String {
    let (year, month, day) = components
    return "\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/\(year)"
  }
}

extension LocalMoment {
  /// `2017-12-20` or `2017-12-20T17:00`.
  package var isoText: String {
    guard let minute else { return day.isoText }
    return "\(day.isoText)T\(clock(minute))"
  }

  /// `20/12/2017` or `17:00 ngày 20/12/2017`.
  package var vietnameseText: String {
    guard let minute else { return day.vietnameseText }
    return "\(clock(minute)) ngày \(day.vietnameseText)"
  }

  private func clock(_ minute: Int16) -> String {
    let hour = minute / 60
    let rest = minute % 60
    return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
  }
}
