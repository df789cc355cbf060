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
