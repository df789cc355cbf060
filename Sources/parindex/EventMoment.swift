import ArgumentParser
import EventLog
import Glibc
import Grading

/// A moment that is typed: to the second, to the minute, or a day, which is its last second.
struct EventMoment {
  let time: EventTime

  init(_ time: EventTime) { self.time = time }

  /// - Parameter typed: what stands on the command line.
  @Sendable init(typed: String) throws {
    guard
      let time = EventTime(parsing: typed)
        ?? LocalMoment(parsing: typed).map({ moment in
          moment.minute == nil ? EventTime(endOf: moment) : EventTime(moment)
        })
    else {
      throw ValidationError(
        vi: "ghi một ngày như 2018-01-05, hoặc ngày giờ như 2018-01-05T17:00",
        en: "give a day like 2018-01-05, or a day and time like 2018-01-05T17:00")
    }
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
