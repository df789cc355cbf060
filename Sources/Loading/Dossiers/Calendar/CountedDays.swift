internal import Diagnostics
internal import Grading
internal import YAMLReading

/// The days that dossiers are counted by; anything outside them is a slip of the pen.
enum CountedDays {
  static let years = 1990...2100

  static func contains(_ day: CalendarDay) -> Bool { years.contains(day.components.year) }
}

extension YAMLNode {
  /// A bare day of the years that are counted; nil, with a diagnostic, for anything else.
  func readCountedDay(key: String, into problems: DiagnosticCollector) -> CalendarDay? {
    guard let text = readString(key: key, into: problems) else { return nil }
    guard let moment = LocalMoment(parsing: text), moment.minute == nil,
      CountedDays.contains(moment.day)
    else {
      problems.add(.noCountedDay(self, key: key))
      return nil
    }
    return moment.day
  }
}

extension MappingReader {
  mutating func countedDay(_ key: String, _ presence: Presence = .optional) -> CalendarDay? {
    value(key, presence)?.readCountedDay(key: key, into: problems)
  }
}
