internal import Grading

/// A dated step's limit, said by its last day that is in time.
struct DayLimit {
  let day: CalendarDay
  /// `by:` counts the day itself, `before:` does not.
  let includesDay: Bool

  /// The last day in time.
  var last: CalendarDay { includesDay ? day : day.adding(days: -1) ?? day }

  func isBefore(_ moment: LocalMoment) -> Bool { last < moment.day }

  /// "đến hết ngày 31/01/2017", "trước ngày 05/12/2019 (đến hết ngày 04/12/2019)".
  func through(_ numbers: NumberWords, _ say: (String, String) -> String) -> String {
    let end = numbers.date(last)
    guard !includesDay else { return say("đến hết ngày \(end)", "by the end of \(end)") }
    let bound = numbers.date(day)
    return say(
      "trước ngày \(bound) (đến hết ngày \(end))", "before \(bound) (by the end of \(end))")
  }

  /// "sau ngày 31/12/2016".
  func after(_ numbers: NumberWords, _ say: (String, String) -> String) -> String {
    say("sau ngày \(numbers.date(last))", "after \(numbers.date(last))")
  }
}
