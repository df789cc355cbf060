package import EventLog
internal import Glibc
internal import Grading

/// What time it is: the application asks nobody else, so that tests decide it.
package struct WebClock: Sendable {
  package struct Moment: Hashable, Sendable {
    /// Since 1970, for sessions and waits.
    package let seconds: Int64
    /// In Vietnam, for events and deadlines.
    package let local: EventTime

    package init(seconds: Int64, local: EventTime) {
      self.seconds = seconds
      self.local = local
    }
  }

  package let now: @Sendable () -> Moment

  package init(_ now: @escaping @Sendable () -> Moment) { self.now = now }

  /// The machine's clock, in Vietnam (UTC+7).
  package static let system = WebClock {
    let seconds = Int64(time(nil))
    return Moment(seconds: seconds, local: local(seconds + 7 * 3600))
  }

  /// A clock for a round of another year: it stood at a moment when the machine's stood at another,
  /// and goes on with it.
  package static func demonstration(_ moment: EventTime, at start: Int64) -> WebClock {
    WebClock {
      let seconds = Int64(time(nil))
      let base = Int64(moment.day.number) * 86_400 + Int64(moment.second)
      return Moment(seconds: seconds, local: local(base + max(0, seconds - start)))
    }
  }

  /// Seconds since 1970 as a local moment; the last second of the calendar's last day beyond it.
  fileprivate static func local(_ seconds: Int64) -> EventTime {
    let day = CalendarDay(number: Int32(clamping: seconds / 86_400))
    let rest = Int(seconds % 86_400)
    return EventTime(day, hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60)
      ?? EventTime(endOf: LocalMoment(day))
  }
}

extension WebClock.Moment {
  /// An earlier moment on the clock that the round goes by.
  func local(at then: Int64) -> EventTime {
    WebClock.local(
      Int64(local.day.number) * 86_400 + Int64(local.second) - (seconds - then))
  }
}
