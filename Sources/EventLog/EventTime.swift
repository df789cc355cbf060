package import Diagnostics
package import Grading

/// A local moment to the second; a province has one time zone, so none is written.
package struct EventTime: Hashable, Comparable, Sendable {
  package let day: CalendarDay
  /// Seconds after midnight, below 86,400.
  package let second: Int32

  package init?(_ day: CalendarDay, hour: Int, minute: Int, second: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
      return nil
    }
    self.day = day
    self.second = Int32((hour * 60 + minute) * 60 + second)
  }

  /// Reads `2017-12-27T09:10:42` and nothing else.
  package init?(parsing text: String) {
    var text = text
    guard let time = text.withUTF8({ EventTime(bytes: $0) }) else { return nil }
    self = time
  }

  /// As `init(parsing:)`, from bytes.
  init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 19, bytes[10] == UInt8(ascii: "T"), bytes[16] == UInt8(ascii: ":"),
      let moment = LocalMoment.parse(UnsafeBufferPointer(rebasing: bytes[..<16])),
      let minute = moment.minute, (0x30...0x35).contains(bytes[17]),
      (0x30...0x39).contains(bytes[18])
    else { return nil }
    day = moment.day
    second = Int32(minute) * 60 + Int32(bytes[17] - 0x30) * 10 + Int32(bytes[18] - 0x30)
  }

  /// Seconds since 1970-01-01, for comparing.
  var number: Int64 { Int64(day.number) * 86_400 + Int64(second) }

  /// So many seconds since 1970-01-01; nil beyond the calendar.
  init?(number: Int64) {
    let (days, seconds) = number.quotientAndRemainder(dividingBy: 86_400)
    let isBefore = seconds < 0
    guard let day = Int32(exactly: days - (isBefore ? 1 : 0)) else { return nil }
    self.day = CalendarDay(number: day)
    second = Int32(isBefore ? seconds + 86_400 : seconds)
  }

  /// The last second of a moment that may be known only to the minute, or to the day.
  package init(endOf moment: LocalMoment) {
    day = moment.day
    second = moment.minute.map { Int32($0) * 60 + 59 } ?? 86_399
  }

  /// The first second of a moment that is known to the minute; noon where only the day is known.
  package init(_ moment: LocalMoment) {
    day = moment.day
    second = Int32(moment.minute ?? 12 * 60) * 60
  }

  /// The same moment to the minute, as files give moments.
  package var minute: LocalMoment { LocalMoment(day, minute: Int16(second / 60)) }

  package static func < (left: EventTime, right: EventTime) -> Bool {
    (left.day, left.second) < (right.day, right.second)
  }

  /// `2017-12-27T09:10:42`, as logs write it.
  package var isoText: String { "\(day.isoText)T\(clock)" }

  /// `09:10:42 ngày 27/12/2017`, as pages write it.
  package var vietnameseText: String { "\(clock) ngày \(day.vietnameseText)" }

  /// What reaches up to it: "hết ngày 03/01/2018" for the last second of a day.
  package var upTo: Wording {
    second == 86_399
      ? Wording(vi: "hết ngày \(day.vietnameseText)", en: "the end of \(day.isoText)")
      : Wording(vi: vietnameseText, en: isoText)
  }

  private var clock: String {
    [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
