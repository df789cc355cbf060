internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Reports

/// When a meeting was that is recorded now, as it was typed.
enum MeetingMoment {
  case at(EventTime)
  /// Why it cannot be meant.
  case unclear(String)

  static let name = "luc"

  /// - Parameters:
  ///   - typed: blank: now.
  ///   - beginning: of the log.
  init(_ typed: String, now: EventTime, beginning: EventTime?, _ frame: PageFrame) {
    guard !typed.isEmpty else {
      self = .at(now)
      return
    }
    guard let moment = LocalMoment(parsing: TypedValue.date(typed)), moment.minute != nil else {
      self = .unclear(
        frame.say("ghi ngày giờ như 31/01/2018 08:00", "give a day and time like 2018-01-31T08:00"))
      return
    }
    // The minute that the clock shows is now.
    let time = moment == now.minute ? now : EventTime(moment)
    if time > now {
      self = .unclear(frame.say("phiên họp chưa diễn ra", "the meeting has not been yet"))
    } else if let beginning, time < beginning {
      self = .unclear(
        frame.say(
          "phiên họp trước khi kỳ đánh giá mở nhật ký (\(EventWords(frame.language).time(beginning)))",
          "the meeting was before the round's log began (\(EventWords(frame.language).time(beginning)))"
        ))
    } else {
      self = .at(time)
    }
  }

  /// Says in a meeting's event when it was.
  ///
  /// The event's own time says so, unless something later was recorded already: a log whose times go
  /// back is a log with a clock that ran wrong, so the text says it then.
  static func put(
    _ time: EventTime, into content: inout EventContent, latest: EventTime?
  ) {
    // Seconds are not typed: within the minute of the last event it is behind that.
    let time = latest.flatMap { $0.minute == time.minute ? max($0, time) : nil } ?? time
    if latest.map({ time >= $0 }) ?? true {
      content.time = time
    } else if let text = content.text {
      content.text = "Họp lúc \(time.minute.vietnameseText). \(text)"
    }
  }
}
