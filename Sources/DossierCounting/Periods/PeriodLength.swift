/// Stretches of the calendar that are reported on.
package enum PeriodLength: String, CaseIterable, Hashable, Sendable {
  case month
  case quarter
  case half
  case year

  /// How many months it takes.
  package var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    }
  }
}

/// A month, quarter, half year or year of the calendar, by its name: `2019-07`, `2019-Q3`,
/// `2019-H1`, `2019`.
package struct CalendarPeriod: Hashable, Sendable {
  package let length: PeriodLength
  /// The first month, counted from the beginning of the calendar.
  let firstMonth: Int

  init(_ length: PeriodLength, firstMonth: Int) {
    self.length = length
    self.firstMonth = firstMonth
  }

  /// nil for what is no such name.
  package init?(_ name: String) {
    let bytes = Array(name.utf8)
    guard bytes.count == 4 || bytes.count == 7,
      bytes.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }),
      let year = Int(name.prefix(4)), LocalMinute.years.contains(year)
    else { return nil }
    guard bytes.count == 7 else {
      self.init(.year, firstMonth: year * 12)
      return
    }
    guard bytes[4] == 0x2D, let number = Int(String(name.suffix(1))) else { return nil }
    switch bytes[5] {
    case 0x51, 0x71:
      guard (1...4).contains(number) else { return nil }
      self.init(.quarter, firstMonth: year * 12 + (number - 1) * 3)
    case 0x48, 0x68:
      guard (1...2).contains(number) else { return nil }
      self.init(.half, firstMonth: year * 12 + (number - 1) * 6)
    case 0x30, 0x31:
      let month = Int(bytes[5] - 0x30) * 10 + number
      guard (1...12).contains(month) else { return nil }
      self.init(.month, firstMonth: year * 12 + month - 1)
    default: return nil
    }
  }

  package var year: Int { firstMonth / 12 }
  /// Which month, quarter or half of its year, from 1 on.
  package var number: Int { firstMonth % 12 / length.months + 1 }

  package var name: String {
    switch length {
    case .month: "\(year)-\(number < 10 ? "0" : "")\(number)"
    case .quarter: "\(year)-Q\(number)"
    case .half: "\(year)-H\(number)"
    case .year: "\(year)"
    }
  }

  /// The one before it of the same length.
  var previous: CalendarPeriod {
    CalendarPeriod(length, firstMonth: firstMonth - length.months)
  }

  /// Its months, quarters or halves; none when they are longer than it is.
  func parts(_ length: PeriodLength) -> [CalendarPeriod] {
    stride(from: firstMonth, to: firstMonth + self.length.months, by: length.months)
      .filter { $0 + length.months <= firstMonth + self.length.months }
      .map { CalendarPeriod(length, firstMonth: $0) }
  }
}
