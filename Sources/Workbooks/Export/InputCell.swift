internal import Diagnostics
internal import Grading
internal import Reports
internal import Spreadsheets

/// How an input's value stands in a cell, and what may be typed there.
struct InputCell {
  let input: Input
  let words: ExpressionWords
  let low: Value?
  let high: Value?

  init(_ input: Input, _ words: ExpressionWords, _ data: Evaluator) {
    self.input = input
    self.words = words
    func value(_ expression: CheckedExpression?) -> Value? {
      guard let expression, case .value(let value) = data.evaluate(expression) else { return nil }
      return value
    }
    low = value(input.low)
    high = value(input.high)
  }

  /// What stands for "not issued".
  static let noDate = "không có"
  static let yes = "Có"
  static let no = "Không"

  /// Titles of the options; those that another option has too get their id behind.
  var optionTitles: [String] {
    input.options.map { option in
      let isAlone = input.options.filter { $0.title == option.title }.count == 1
      return isAlone ? option.title : "\(option.title) (\(option.id))"
    }
  }

  // MARK: Values

  static func number(_ value: Exact) -> CellContent {
    let text = value.canonicalText
    if let number = CellNumber(text), number.text == text { return .number(number) }
    // More digits than cells keep: written out, with the decimal comma.
    return .text(text.replacing(".", with: ","))
  }

  static func date(_ moment: LocalMoment) -> CellContent {
    let (year, month, day) = moment.day.components
    let minute = Int(moment.minute ?? 0)
    if moment.minute != 0,
      let date = CellDate(
        year: year, month: month, day: day, hour: minute / 60, minute: minute % 60)
    {
      return .date(date)
    }
    return .text(
      moment.minute == nil ? moment.vietnameseText : "\(moment.day.vietnameseText) 00:00")
  }

  /// A value as it stands in the form; for figures of others too.
  static func content(_ value: Value) -> CellContent {
    switch value {
    case .number(let number): InputCell.number(number)
    case .date(let moment): date(moment)
    case .noDate: .text(noDate)
    case .truth(let truth): .text(truth ? yes : no)
    case .text(let text): .text(text)
    case .days(let days, _): .number(CellNumber(days))
    }
  }

  func content(_ value: InputValue, refused: RefusedInput?) -> CellContent {
    switch value {
    case .blank: return .blank
    case .impossible: return refused.map { .text($0.text) } ?? .blank
    case .given(.text(let id)) where input.type == .choice:
      let place = input.options.firstIndex { $0.id == id }
      return .text(place.map { optionTitles[$0] } ?? id)
    case .given(let value): return InputCell.content(value)
    }
  }

  // MARK: Looks

  static func style(_ type: InputType, _ base: CellStyle) -> CellStyle {
    base.with {
      $0.horizontal = .centre
      switch type {
      case .count: $0.number = .whole
      case .number: $0.number = .decimals(atLeast: 0, atMost: 6)
      case .rate: $0.number = .percent(2)
      case .date: $0.number = .day
      case .yesNo, .choice: break
      case .text:
        $0.number = .text
        $0.horizontal = .left
      }
    }
  }

  func style(_ content: CellContent) -> CellStyle {
    InputCell.style(input.type, FormStyles.input).with {
      switch content {
      case .date(let date) where !date.isDay: $0.number = .minute
      case .text where input.type != .text: $0.number = .general
      case .blank, .text, .number, .date, .boolean, .formula: break
      }
    }
  }

  /// What is to be typed: "số nguyên, không âm; từ 0 đến 9; đơn vị tính: nhiệm vụ".
  func hint(_ set: CriteriaSet) -> String {
    var parts: [String] = []
    switch input.type {
    case .count, .number, .rate: parts.append(input.type.wording.vietnamese)
    case .date:
      parts.append("ngày/tháng/năm; không có văn bản thì ghi “\(InputCell.noDate)”")
    case .yesNo, .choice: parts.append("chọn trong danh sách")
    case .text: break
    }
    if let unit = input.unit { parts.append("đơn vị tính: \(unit)") }
    if let range = words.window(input.low, input.high) { parts.append(range) }
    if let limit = input.atMost { parts.append("không quá “\(set.inputs[limit].title)”") }
    return parts.joined(separator: "; ")
  }
}
