package import Grading

/// Minutes as exports write them and as people read them.
extension LocalMinute {
  /// Years outside these are slips of the pen, and would not fit the count of minutes.
  package static let years = 1900...2999

  /// Reads `2019-03-05T13:00` or `5/3/2019 13:00`; a day alone is its first minute.
  ///
  /// See `LocalMoment.init(parsing:order:)` for what is taken and what is not.
  package init?(parsing text: String, order: DateOrder? = nil) {
    guard let moment = LocalMoment(parsing: text, order: order) else { return nil }
    self.init(startOf: moment)
  }

  /// The minute of a moment; the first of the day when only the day is known.
  package init(startOf moment: LocalMoment) {
    self.init(number: LocalMinute(startOf: moment.day).number + Int32(moment.minute ?? 0))
  }

  /// The minute of a moment; the last of the day when only the day is known.
  package init(lastOf moment: LocalMoment) {
    self.init(
      number: LocalMinute(startOf: moment.day).number
        + Int32(moment.minute ?? Int16(LocalMinute.inDay - 1)))
  }

  /// The minute before which something had ended: the moment's own, or the day's end.
  package init(endOf moment: LocalMoment) {
    self.init(
      number: LocalMinute(startOf: moment.day).number
        + (moment.minute.map(Int32.init) ?? LocalMinute.inDay))
  }

  private var moment: LocalMoment { LocalMoment(day, minute: Int16(ofDay)) }

  /// `2019-03-05T13:00`, as files write it.
  package var text: String { moment.isoText }

  /// The last moment before this minute: a whole day where one ends with it.
  package var lastInTime: LocalMoment {
    let last = LocalMinute(number: number - 1)
    return ofDay == 0 ? LocalMoment(last.day, minute: nil) : last.moment
  }

  /// `13:00 ngày 05/03/2019`, as pages write it.
  package var vietnamese: String { moment.vietnameseText }
}

extension LocalMoment {
  /// Reads a day, with a time or without, as one-stop software exports it and people type it.
  ///
  /// The day is `2019-03-05` or `2019/03/05`, or day first `5/3/2019`, `05-03-2019`, `05.03.2019`;
  /// the two cannot be mistaken for each other, so without an order both are taken. The time stands
  /// behind a blank or a `T`, or before the day (`13:00 ngày 05/03/2019`); seconds and their
  /// fractions are dropped. nil for days that are not there (31/02), for 24:00, whose day would be
  /// open to doubt, for years outside `LocalMinute.years`, and for a time zone behind the time.
  package init?(parsing text: String, order: DateOrder?) {
    let found = Array(text.utf8).withUnsafeBufferPointer { bytes -> LocalMoment? in
      let blanks = bytes.indices.filter { bytes[$0] == 0x20 }
      if let first = blanks.first, bytes[..<first].contains(0x3A) {
        let word = Array("ngày ".utf8)
        var rest = bytes[(first + 1)...]
        if rest.starts(with: word) { rest = rest.dropFirst(word.count) }
        guard let day = Self.day(rest, order), let minute = Self.minute(bytes[..<first]) else {
          return nil
        }
        return LocalMoment(day, minute: minute)
      }
      guard let end = bytes.firstIndex(where: { $0 == 0x20 || $0 == 0x54 }) else {
        return Self.day(bytes[...], order).map { LocalMoment($0) }
      }
      let clock = bytes[(end + 1)...].drop { $0 == 0x20 && bytes[end] == 0x20 }
      guard let day = Self.day(bytes[..<end], order), let minute = Self.minute(clock) else {
        return nil
      }
      return LocalMoment(day, minute: minute)
    }
    guard let found else { return nil }
    self = found
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private static func day(_ bytes: Bytes, _ order: DateOrder?) -> CalendarDay? {
    guard let sign = bytes.first(where: { !(0x30...0x39).contains($0) }) else { return nil }
    let parts = bytes.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    let written: DateOrder = parts[0].count == 4 ? .yearFirst : .dayFirst
    guard order == nil || order == written else { return nil }
    let (year, month, day) =
      written == .yearFirst ? (parts[0], parts[1], parts[2]) : (parts[2], parts[1], parts[0])
    let shortest = written == .yearFirst ? 2 : 1
    let signs: [UInt8] = written == .yearFirst ? [0x2D, 0x2F] : [0x2F, 0x2D, 0x2E]
    guard signs.contains(sign), let year = number(year, 4...4), LocalMinute.years.contains(year),
      let month = number(month, shortest...2), let day = number(day, shortest...2)
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// `13:00`, `8:05`, `13:00:59` or `13:00:59.997`.
  private static func minute(_ bytes: Bytes) -> Int16? {
    let parts = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = number(parts[0], 1...2), hour < 24,
      let minute = number(parts[1], 2...2), minute < 60
    else { return nil }
    if parts.count == 3 {
      let seconds = parts[2].split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
      guard let whole = number(seconds[0], 2...2), whole < 60,
        seconds.count == 1 || number(seconds[1], 1...9) != nil
      else { return nil }
    }
    return Int16(hour * 60 + minute)
  }

  private static func number(_ digits: Bytes, _ length: ClosedRange<Int>) -> Int? {
    guard length.contains(digits.count) else { return nil }
    var value = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
