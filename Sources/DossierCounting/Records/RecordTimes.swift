internal import Grading

/// Reads times sign by sign: what is left where a block's times cannot be read together.
struct RecordTimes: Sendable {
  /// An empty field.
  static let absent = Int32.min
  /// Something that is no time.
  static let broken = Int32.max

  private let order: DateOrder

  init(_ order: DateOrder) { self.order = order }

  /// Minutes since 1970-01-01 00:00, `absent` or `broken`.
  ///
  /// Either order, one or two digits, a time or none; seconds are dropped.
  func minute(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    var reader = DigitReader(text: text, length: length)
    reader.skipBlanks()
    if reader.isAtEnd { return RecordTimes.absent }
    guard let first = reader.number(order == .yearFirst ? 4 : 2), let sign = reader.sign(),
      sign == "-" || sign == "/" || sign == ".", let month = reader.number(2),
      reader.sign() == sign, let last = reader.number(order == .yearFirst ? 2 : 4)
    else { return RecordTimes.broken }
    let (year, day) = order == .yearFirst ? (first, last) : (last, first)
    guard LocalMinute.years.contains(year),
      let date = CalendarDay(year: year, month: month, day: day), let clock = reader.clock()
    else { return RecordTimes.broken }
    return LocalMinute(startOf: date).number + clock
  }
}

/// Reads the parts of a time in a few bytes.
private struct DigitReader {
  let text: UnsafePointer<UInt8>
  let length: Int
  var place = 0

  init(text: UnsafePointer<UInt8>, length: Int) {
    self.text = text
    self.length = length
  }

  var isAtEnd: Bool { place == length }

  mutating func skipBlanks() {
    while place < length, text[place] == 0x20 || text[place] == 0x09 { place += 1 }
  }

  /// A number of at most this many digits; years have exactly four.
  mutating func number(_ digits: Int) -> Int? {
    var value = 0
    let start = place
    while place < length, place - start < digits, (0x30...0x39).contains(text[place]) {
      value = value * 10 + Int(text[place]) - 0x30
      place += 1
    }
    let count = place - start
    return count == 0 || (digits == 4 && count != 4) ? nil : value
  }

  mutating func sign() -> Unicode.Scalar? {
    guard place < length else { return nil }
    defer { place += 1 }
    return Unicode.Scalar(text[place])
  }

  /// Minutes after midnight of what is left: nothing, `08:30` or `08:30:59`; nil for anything else.
  mutating func clock() -> Int32? {
    let isJoined = place < length && text[place] == 0x54
    if isJoined { place += 1 } else { skipBlanks() }
    if isAtEnd { return isJoined ? nil : 0 }
    guard let hour = number(2), sign() == ":", let minute = number(2) else { return nil }
    if place < length, text[place] == 0x3A {
      place += 1
      guard let second = number(2), second < 60 else { return nil }
      if place < length, text[place] == 0x2E {
        place += 1
        while place < length, (0x30...0x39).contains(text[place]) { place += 1 }
      }
    }
    skipBlanks()
    guard isAtEnd, hour < 24, minute < 60 else { return nil }
    return Int32(hour * 60 + minute)
  }
}
