internal import CByteScan
internal import Grading

/// The times of all records of a block, column by column, where each record has all its fields and
/// the export writes `2019-12-10T08:30`.
struct TimeColumns {
  /// A time that is written otherwise: it is read by itself.
  static let other = BYTE_TIMES_OTHER

  let received: UnsafeMutablePointer<Int32>
  let due: UnsafeMutablePointer<Int32>
  let ready: UnsafeMutablePointer<Int32>
  let returned: UnsafeMutablePointer<Int32>
  /// The most records of a block.
  let capacity: Int
  private let isFast: Bool
  private let columnCount: Int
  private let places: [(column: Int, times: UnsafeMutablePointer<Int32>)]

  init(columns: RecordColumns, columnCount: Int, order: DateOrder, blockSize: Int) {
    // Each record has at least a separator for each of its columns.
    let capacity = (blockSize + RecordBlock.longestRecord) / columnCount + 1
    func memory() -> UnsafeMutablePointer<Int32> { .allocate(capacity: capacity) }
    self.capacity = capacity
    self.columnCount = columnCount
    isFast = order == .yearFirst
    (received, due, ready, returned) = (memory(), memory(), memory(), memory())
    places = [
      (columns.received, received), (columns.due, due), (columns.ready, ready),
      (columns.returned, returned),
    ]
    for place in places where place.column < 0 {
      place.times.initialize(repeating: BYTE_TIMES_ABSENT, count: capacity)
    }
  }

  func deallocate() {
    for place in places { place.times.deallocate() }
  }

  /// The times of a record.
  @inline(__always)
  func dossier(_ record: Int) -> DossierTimes {
    DossierTimes(
      received: received[record], due: due[record], ready: ready[record],
      returned: returned[record])
  }

  /// Reads the times of a block.
  /// - Returns: false when records must be read one by one.
  func read(_ block: RecordBlock) -> Bool {
    guard isFast, block.recordCount <= capacity, block.isRegular(columnCount: columnCount) else {
      return false
    }
    for place in places where place.column >= 0 {
      byte_times_read(
        block.bytes, block.ends, columnCount, place.column, block.recordCount,
        TimeTables.shared, block.width, place.times)
    }
    return true
  }
}

/// The days of 2000 to 2099 and the minutes of a day by the bits of their digits; made once, never
/// freed.
private enum TimeTables {
  nonisolated(unsafe) static let shared: ByteTimes = {
    let days = UnsafeMutablePointer<Int32>.allocate(capacity: Int(BYTE_TIMES_DAYS))
    days.initialize(repeating: -1, count: Int(BYTE_TIMES_DAYS))
    let clocks = UnsafeMutablePointer<Int16>.allocate(capacity: Int(BYTE_TIMES_CLOCKS))
    clocks.initialize(repeating: -1, count: Int(BYTE_TIMES_CLOCKS))
    var text = Array("2000-01-01T00:00".utf8)
    func write(_ number: Int, at place: Int) {
      text[place] = 0x30 + UInt8(number / 10)
      text[place + 1] = 0x30 + UInt8(number % 10)
    }
    for year in 0..<100 {
      write(year, at: 2)
      for month in 1...12 {
        write(month, at: 5)
        for day in 1...31 {
          guard let date = CalendarDay(year: 2000 + year, month: month, day: day) else { continue }
          write(day, at: 8)
          days[Int(byte_time_place(text).day)] = date.number * LocalMinute.inDay
        }
      }
    }
    for minute in 0..<Int(LocalMinute.inDay) {
      write(minute / 60, at: 11)
      write(minute % 60, at: 14)
      clocks[Int(byte_time_place(text).clock)] = Int16(minute)
    }
    return ByteTimes(days: days, clocks: clocks)
  }()
}
