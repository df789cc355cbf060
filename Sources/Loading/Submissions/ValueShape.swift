internal import Diagnostics
internal import Grading

/// What may stand in an input or a figure: its type, and its bounds where they are known before
/// any unit is read.
///
/// A reference, so that nothing is copied to read a value.
final class ValueShape: Sendable {
  let name: String
  let type: InputType
  let low: Value?
  let high: Value?
  /// The ids of a choice's options, and where to find them.
  let options: [String]
  private let optionTable: ByteTable?

  init(_ input: Input, low: Value?, high: Value?) {
    name = input.name
    type = input.type
    self.low = low
    self.high = high
    options = input.options.map(\.id)
    optionTable = input.type == .choice ? ByteTable(options) : nil
  }

  init(_ figure: FigureName) {
    name = figure.name
    type = figure.type
    low = nil
    high = nil
    options = []
    optionTable = nil
  }

  /// The value of these bytes; nil when they are not as they should be, or nothing.
  func parse(_ bytes: UnsafeBufferPointer<UInt8>, isQuoted: Bool) -> Value? {
    switch type {
    case .count: isQuoted ? nil : WrittenNumber.count(bytes).map { .number($0) }
    case .number: isQuoted ? nil : WrittenNumber.number(bytes).map { .number($0) }
    case .rate:
      isQuoted && bytes.last != UInt8(ascii: "%")
        ? nil : WrittenNumber.rate(bytes).map { .number($0) }
    case .date: ValueShape.date(bytes)
    case .yesNo: ValueShape.truth(bytes).map { .truth($0) }
    case .choice:
      if let optionTable {
        optionTable.find(bytes).map { .text(options[$0]) }
      } else {
        .text(String(decoding: bytes, as: UTF8.self))
      }
    case .text: bytes.isEmpty ? nil : .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// A day, with the minute or without, or `none`.
  private static func date(_ bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    if let moment = LocalMoment.parse(bytes) { return .date(moment) }
    return bytes.count == 4 && bytes.elementsEqual("none".utf8) ? .noDate : nil
  }

  private static func truth(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    switch bytes.count {
    case 2: bytes.elementsEqual("no".utf8) ? false : nil
    case 3:
      bytes.elementsEqual("yes".utf8) || bytes.elementsEqual("có".utf8) ? true : nil
    case 4: bytes.elementsEqual("true".utf8) ? true : nil
    case 5: bytes.elementsEqual("false".utf8) ? false : nil
    case 6: bytes.elementsEqual("không".utf8) ? false : nil
    default: nil
    }
  }

  /// Whether the value is inside the bounds that are known beforehand.
  func admits(_ value: Value) -> Bool {
    if let low, low.isAbove(value) { return false }
    if let high, value.isAbove(high) { return false }
    return true
  }
}

extension Value {
  /// Whether one is greater; dates compare by day, other kinds not at all.
  func isAbove(_ other: Value) -> Bool {
    switch (self, other) {
    case (.number(let one), .number(let two)): two < one
    case (.date(let one), .date(let two)): two.day < one.day
    default: false
    }
  }
}
