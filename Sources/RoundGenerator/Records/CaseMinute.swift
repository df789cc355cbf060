internal import Grading

/// A minute of a day, as case records write it.
struct CaseMinute: Comparable {
  let day: CalendarDay
  /// Since midnight.
  let minute: Int

  init(_ day: CalendarDay, _ minute: Int) {
    self.day = day
    self.minute = minute
  }

  /// Of a text in this code: `2019-12-10T17:00`; a day alone is its first minute.
  init(_ text: String) {
    let moment = LocalMoment(parsing: text)
    day = moment?.day ?? CalendarDay(number: 0)
    minute = Int(moment?.minute ?? 0)
  }

  var number: Int { Int(day.number) * 1440 + minute }

  /// The same moment, so many minutes later.
  func adding(_ minutes: Int) -> CaseMinute {
    let total = number + minutes
    return CaseMinute(CalendarDay(number: Int32(total / 1440)), total % 1440)
  }

  /// `2019-12-10T17:00`.
  var isoText: String { "\(day.isoText)T\(clock)" }

  /// `10/12/2019 17:00`, as the older software exports it.
  var vietnameseText: String {
    let (year, month, number) = day.components
    return "\(padded(number))/\(padded(month))/\(year) \(clock)"
  }

  private var clock: String { "\(padded(minute / 60)):\(padded(minute % 60))" }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  static func < (left: CaseMinute, right: CaseMinute) -> Bool { left.number < right.number }
}
