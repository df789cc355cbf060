import ArgumentParser
import EventLog
import Glibc
import Grading

/// A moment that is typed: to the second, to the minute, or a day, which is its last second.
struct EventMoment: ExpressibleByArgument {
  let time: EventTime

  init(_ time: EventTime) { self.time = time }

  init?(argument: String) {
    guard
      let time = EventTime(parsing: argument)
        ?? LocalMoment(parsing: argument).map({ moment in
          moment.minute == nil ? EventTime(endOf: moment) : EventTime(moment)
        })
    else { return nil }
    self.time = time
  }

  /// This moment in Vietnam (UTC+7), for an event that is recorded now; no result depends on it.
  static var now: EventMoment {
    let seconds = Int(Glibc.time(nil)) + 7 * 3600
    let day = CalendarDay(number: Int32(truncatingIfNeeded: seconds / 86_400))
    let rest = seconds % 86_400
    let time = EventTime(day, hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
    return EventMoment(time ?? EventTime(endOf: LocalMoment(day)))
  }
}
