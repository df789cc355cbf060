internal import Grading

/// Outages as a unit and a source feel them: united, in order, with the days they touch.
struct OutageTable {
  private let starts: UnsafeMutablePointer<Int32>
  private let ends: UnsafeMutablePointer<Int32>
  private let count: Int
  private let days: UnsafeMutablePointer<Bool>
  private let firstDay: Int32
  private let dayCount: Int32
  private let calendar: UnsafeMutablePointer<WorkingCalendar>?

  init(_ spans: [MinuteSpan], calendar: WorkingCalendar?) {
    let spans = spans.united()
    count = spans.count
    self.calendar = calendar.map { calendar in
      let memory = UnsafeMutablePointer<WorkingCalendar>.allocate(capacity: 1)
      memory.initialize(to: calendar)
      return memory
    }
    starts = .allocate(capacity: max(1, count))
    ends = .allocate(capacity: max(1, count))
    for (place, span) in spans.enumerated() {
      starts[place] = span.start.number
      ends[place] = span.end.number
    }
    firstDay = spans.first?.start.day.number ?? 0
    // The day of an end at midnight is not touched: `[start, end)`.
    let lastDay = spans.last.map { LocalMinute(number: $0.end.number - 1).day.number } ?? -1
    dayCount = spans.isEmpty ? 0 : lastDay - firstDay + 1
    days = .allocate(capacity: max(1, Int(dayCount)))
    days.initialize(repeating: false, count: max(1, Int(dayCount)))
    for span in spans {
      let last = LocalMinute(number: span.end.number - 1).day.number
      for day in span.start.day.number...last { days[Int(day - firstDay)] = true }
    }
  }

  func deallocate() {
    starts.deallocate()
    ends.deallocate()
    days.deallocate()
    calendar?.deinitialize(count: 1)
    calendar?.deallocate()
  }

  /// Whether an outage touches the day of a minute.
  func touchesDay(of minute: Int32) -> Bool {
    let day = LocalMinute(number: minute).day.number &- firstDay
    return day >= 0 && day < dayCount && days[Int(day)]
  }

  /// Minutes of outages in `[start, end)`, as time passes or within office hours.
  func minutes(from start: Int32, to end: Int32, working: Bool) -> Int {
    guard start < end else { return 0 }
    // The first outage that ends behind the start.
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] > start { high = middle } else { low = middle + 1 }
    }
    var minutes = 0
    while low < count, starts[low] < end {
      minutes += duration(from: max(start, starts[low]), to: min(end, ends[low]), working: working)
      low += 1
    }
    return minutes
  }

  /// Minutes from one to the other.
  func duration(from start: Int32, to end: Int32, working: Bool) -> Int {
    guard start < end else { return 0 }
    guard working, let calendar else { return Int(end) - Int(start) }
    return calendar.pointee.minutes(
      in: MinuteSpan(start: LocalMinute(number: start), end: LocalMinute(number: end)))
  }
}
