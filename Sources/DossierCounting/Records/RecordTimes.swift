internal import Grading

/// Reads the times of records: whole words of eight digits and signs at once where the export
/// writes `2019-12-10T08:30`, sign by sign otherwise.
struct RecordTimes: @unchecked Sendable {
  /// An empty field.
  static let absent = Int32.min
  /// Something that is no time.
  static let broken = Int32.max

  /// For each month of 2000 to 2099: its first day's number and its length; made once, never freed.
  private nonisolated(unsafe) static let allMonths = {
    let months = UnsafeMutablePointer<(start: Int32, length: Int32)>.allocate(capacity: 256 * 128)
    months.initialize(repeating: (0, 0), count: 256 * 128)
    for year in 0..<100 {
      for month in 1...12 {
        guard let first = CalendarDay(year: 2000 + year, month: month, day: 1) else { continue }
        var length: Int32 = 28
        while let last = CalendarDay(year: 2000 + year, month: month, day: Int(length) + 1),
          last.number == first.number + length
        {
          length += 1
        }
        months[year << 7 | month] = (first.number, length)
      }
    }
    return months
  }()

  private let months: UnsafeMutablePointer<(start: Int32, length: Int32)>
  private let order: DateOrder

  init(_ order: DateOrder) {
    self.order = order
    months = RecordTimes.allMonths
  }

  /// Whether times may be read as whole words.
  var readsWhole: Bool { order == .yearFirst }

  /// Minutes since 1970-01-01 00:00, `absent` or `broken`.
  ///
  /// At least sixteen bytes behind `text` must be readable.
  func minute(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    if length == 16, readsWhole {
      let fast = whole(text)
      if fast != RecordTimes.broken { return fast }
    }
    return slow(text, length)
  }

  /// `yyyy-MM-ddTHH:mm`, with a blank for the `T` as well; `broken` for anything else.
  @inline(__always)
  func whole(_ text: UnsafePointer<UInt8>) -> Int32 {
    let raw = UnsafeRawPointer(text)
    let front = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    let back = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    // "0000-00-" and "00T00:00": what is left of a digit is its value, of a sign it is zero.
    let x = front ^ 0x2D30_302D_3030_3030
    let z = back ^ 0x3030_3A30_3054_3030
    let joint = z & 0xFF_0000
    let y = z ^ joint
    let noDigit =
      ((x &+ 0x7676_7676_7676_7676) | x | (y &+ 0x7676_7676_7676_7676) | y)
      & 0x8080_8080_8080_8080
    let noSign = (x & 0xFF00_00FF_0000_0000) | (y & 0x0000_FF00_0000_0000)
    // A blank for the T leaves 0x74.
    if noDigit | noSign != 0 || (joint != 0 && joint != 0x74_0000) { return RecordTimes.broken }
    let u = x &* 10 &+ (x >> 8)
    let v = y &* 10 &+ (y >> 8)
    let year = Int(truncatingIfNeeded: u >> 16) & 0xFF
    let month = months[year << 7 | Int(truncatingIfNeeded: u >> 40) & 0x7F]
    let day = Int32(truncatingIfNeeded: v & 0xFF) &- 1
    let hour = Int32(truncatingIfNeeded: (v >> 24) & 0xFF)
    let minute = Int32(truncatingIfNeeded: (v >> 48) & 0xFF)
    if u & 0xFF != 20 || day < 0 || day >= month.length || hour > 23 || minute > 59 {
      return RecordTimes.broken
    }
    return (month.start &+ day) &* 1440 &+ hour &* 60 &+ minute
  }

  /// One sign after another: either order, one or two digits, a time or none, seconds dropped.
  private func slow(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
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
