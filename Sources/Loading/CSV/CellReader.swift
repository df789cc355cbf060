package import Grading
package import YAMLReading

/// Reads the cells of one column as values of its type.
package struct CellReader: Sendable {
  /// The column's name, for messages.
  package let column: String
  package let type: InputType
  /// Whether bare numbers of a rate are per cent.
  package var isPercent = false
  /// The levels of a choice; empty: any text.
  package var options: [Input.Option] = []
  package var signs = NumberSigns()

  package init(column: String, type: InputType) {
    self.column = column
    self.type = type
  }

  /// The cell's value: blank for an empty cell, impossible, with a diagnostic, for a faulty one.
  package func read(_ cell: CSVCell, into problems: inout ProblemList) -> InputValue {
    let result = cell.withUTF8 { bytes in bytes.isEmpty ? nil : value(bytes) }
    switch result {
    case nil: return .blank
    case .success(let value): return .given(value)
    case .failure(let fault):
      if problems.onlyCounts {
        problems.count()
      } else {
        problems.add(.cell(fault, cell, self))
      }
      return .impossible
    }
  }

  /// Why a cell has no value of its column's type.
  enum Fault: Error {
    case wrongType
    case ambiguous(decimal: Exact, thousands: Exact)
    case rateOutOfRange
  }

  private func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Value, Fault> {
    switch type {
    case .count, .number, .rate: return number(bytes)
    case .date:
      if let moment = LocalMoment.parse(bytes) { return .success(.date(moment)) }
      let text = String(decoding: bytes, as: UTF8.self)
      if text.lowercased() == "none" { return .success(.noDate) }
      return LocalMoment(vietnamese: text).map { .success(.date($0)) } ?? .failure(.wrongType)
    case .yesNo:
      switch String(decoding: bytes, as: UTF8.self).lowercased() {
      case "yes", "true", "có", "x": return .success(.truth(true))
      case "no", "false", "không": return .success(.truth(false))
      default: return .failure(.wrongType)
      }
    case .choice:
      let text = String(decoding: bytes, as: UTF8.self)
      if options.isEmpty { return .success(.text(text)) }
      let option = options.first { $0.id == text } ?? options.first { $0.title == text }
      return option.map { .success(.text($0.id)) } ?? .failure(.wrongType)
    case .text: return .success(.text(String(decoding: bytes, as: UTF8.self)))
    }
  }

  private func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<Value, Fault> {
    switch signs.read(bytes) {
    case .none: return .failure(.wrongType)
    case .ambiguous(let decimal, let thousands):
      return .failure(.ambiguous(decimal: decimal, thousands: thousands))
    case .number(let number, let hasSign):
      switch type {
      case .count where hasSign || number < .zero || number.integer == nil:
        return .failure(.wrongType)
      case .rate:
        let rate = isPercent && !hasSign ? number * Exact.percent : number
        guard rate >= .zero, rate <= .one else { return .failure(.rateOutOfRange) }
        return .success(.number(rate))
      default: return .success(.number(number))
      }
    }
  }
}

extension Exact {
  fileprivate static let percent = Exact.one.divided(by: .hundred) ?? .zero
}

extension LocalMoment {
  /// Reads `20/12/2017`, `5/9/2017`, `20/12/2017 17:00`, `17:00 20/12/2017` and
  /// `17:00 ngày 20/12/2017`; nil for anything else.
  package init?(vietnamese text: String) {
    var words = text.split(separator: " ").filter { $0.lowercased() != "ngày" }
    var minute: Int16?
    if words.count == 2, let clock = words.firstIndex(where: { $0.contains(":") }) {
      guard let time = Self.minute(words.remove(at: clock)) else { return nil }
      minute = time
    }
    guard words.count == 1 else { return nil }
    let parts = words[0].split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4,
      let day = Self.number(parts[0]), let month = Self.number(parts[1]),
      let year = Self.number(parts[2]),
      let date = CalendarDay(year: year, month: month, day: day)
    else { return nil }
    self.init(date, minute: minute)
  }

  private static func minute(_ text: Substring) -> Int16? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2,
      let hour = number(parts[0]), let minute = number(parts[1]), hour < 24, minute < 60
    else { return nil }
    return Int16(hour * 60 + minute)
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }
}
