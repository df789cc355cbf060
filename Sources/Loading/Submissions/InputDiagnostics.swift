internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Sentences about the figures and facts that units type.
extension Diagnostic {
  static func inputUnknown(
    _ key: YAMLNode, item: String?, isShared: Bool, known: [String]
  ) -> Diagnostic {
    let name = key.text ?? ""
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    let message =
      item.map {
        Wording(vi: "`\($0)` không hỏi số liệu `\(name)`", en: "`\($0)` has no input `\(name)`")
      }
      ?? Wording(
        vi: "bộ tiêu chí không có số liệu dùng chung `\(name)`",
        en: "the criteria have no shared input `\(name)`")
    let help =
      isShared
      ? Wording(
        vi: "`\(name)` là số liệu dùng chung: ghi dưới `shared_inputs`",
        en: "`\(name)` is a shared input: write it under `shared_inputs`")
      : NearestName.help(for: name, among: known)
    return Diagnostic(
      .unknownInput, at: key.headSpan, message,
      expected: known.isEmpty ? nil : Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: help)
  }

  static func inputsMissing(_ names: [String], _ key: YAMLNode) -> Diagnostic {
    let id = key.text ?? ""
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .missingInput, severity: .warning, at: key.span,
      Wording(vi: "`\(id)` còn thiếu \(list)", en: "`\(id)` lacks \(list)"),
      help: Wording(
        vi: "bổ sung dưới `inputs`; khi còn thiếu thì chưa tính được điểm",
        en: "add it under `inputs`; until then no points can be computed"))
  }

  static func valueMismatch(
    _ node: YAMLNode, _ name: String, type: InputType, options: [String]
  ) -> Diagnostic {
    let text = node.text ?? ""
    let got =
      node.kind == .scalar
      ? Wording(vi: "`\(text)`", en: "`\(text)`") : node.kind.wording
    return Diagnostic(
      .inputMismatch, at: node.headSpan,
      Wording(
        vi: "giá trị của `\(name)` không thể là \(got.vietnamese)",
        en: "the value of `\(name)` cannot be \(got.english)"),
      expected: type.expectation(options), help: type.help(node, text, options))
  }

  /// A day that must be one: `none` would say nothing here.
  static func dayMismatch(_ node: YAMLNode, _ name: String) -> Diagnostic {
    let text = node.text ?? ""
    let got = node.kind == .scalar ? Wording(vi: "`\(text)`", en: "`\(text)`") : node.kind.wording
    return Diagnostic(
      .inputMismatch, at: node.headSpan,
      Wording(
        vi: "giá trị của `\(name)` không thể là \(got.vietnamese)",
        en: "the value of `\(name)` cannot be \(got.english)"),
      expected: Wording(
        vi: "một ngày có thật, viết như 2017-12-20", en: "a real day, written like 2017-12-20"),
      help: InputType.date.help(node, text, []))
  }

  static func numberAmbiguous(_ text: String, at span: SourceSpan) -> Diagnostic {
    let readings = WrittenNumber.readings(text)
    let vietnamese = readings.map { String($0.map { $0 == "." ? "," : $0 }) }
    let written = readings.map { "`\($0)`" }
    return Diagnostic(
      .ambiguousNumber, at: span,
      readings.count > 1
        ? Wording(
          vi: "`\(text)` có thể hiểu là \(vietnamese.joined(separator: " hoặc "))",
          en: "`\(text)` can be read as \(readings.joined(separator: " or as "))")
        : Wording(
          vi: "`\(text)` có dấu phân cách nên không chắc là số nào",
          en: "`\(text)` has separators, so it is not certain which number it is"),
      expected: Wording(
        vi: "số không có dấu phân cách hàng nghìn, dấu thập phân là dấu chấm",
        en: "a number without separators, with a point as the decimal sign"),
      help: Wording(
        vi: "ghi \(written.joined(separator: " hoặc "))",
        en: "write \(written.joined(separator: " or "))"))
  }

  static func rateTooLarge(_ node: YAMLNode, _ name: String) -> Diagnostic {
    let text = node.text ?? ""
    return Diagnostic(
      .rateOutOfRange, at: node.span,
      Wording(
        vi: "tỷ lệ `\(name)` không thể là `\(text)`", en: "the rate `\(name)` cannot be `\(text)`"),
      expected: Wording(
        vi: "phần trăm như `87.5%`, hoặc phân số từ 0 đến 1 như `0.875`",
        en: "a percentage like `87.5%`, or a fraction from 0 to 1 like `0.875`"),
      help: text.hasPrefix("-") || text.hasSuffix("%")
        ? nil
        : Wording(
          vi: "ghi `\(text)%` nếu là phần trăm", en: "write `\(text)%` if it is a percentage"))
  }

  static func valueOutOfRange(
    _ node: YAMLNode, _ name: String, type: InputType, low: Value?, high: Value?
  ) -> Diagnostic {
    let (low, high) = (low?.wording(type), high?.wording(type))
    let expected: Wording? =
      switch (low, high) {
      case (let low?, let high?):
        Wording(
          vi: "từ \(low.vietnamese) đến \(high.vietnamese)",
          en: "from \(low.english) to \(high.english)")
      case (let low?, nil):
        Wording(vi: "từ \(low.vietnamese) trở lên", en: "\(low.english) or more")
      case (nil, let high?):
        Wording(vi: "không quá \(high.vietnamese)", en: "up to \(high.english)")
      case (nil, nil): nil
      }
    return Diagnostic(
      type == .date ? .dateOutOfRange : .inputOutOfRange, at: node.span,
      Wording(
        vi: "`\(name)` nằm ngoài khoảng cho phép", en: "`\(name)` is outside its range"),
      expected: expected)
  }

  static func valueAboveLimit(
    _ node: YAMLNode, _ name: String, limit: String, type: InputType, most: Value
  ) -> Diagnostic {
    let most = most.wording(type)
    return Diagnostic(
      .inputAboveLimit, at: node.span,
      Wording(
        vi: "`\(name)` vượt `\(limit)`", en: "`\(name)` exceeds `\(limit)`"),
      expected: Wording(
        vi: "nhiều nhất \(most.vietnamese)", en: "at most \(most.english)"))
  }
}

extension Value {
  /// As people read it.
  fileprivate func wording(_ type: InputType) -> Wording {
    switch self {
    case .number(let number) where type == .rate:
      Wording(
        vi: (number * .hundred).vietnameseDecimal + "%",
        en: (number * .hundred).canonicalText + "%")
    case .number(let number): Wording(vi: number.vietnameseDecimal, en: number.canonicalText)
    case .date(let moment): Wording(vi: moment.day.vietnameseText, en: moment.day.isoText)
    case .noDate: Wording(vi: "không có", en: "none")
    case .truth(let truth): Wording(vi: truth ? "có" : "không", en: truth ? "yes" : "no")
    case .text(let text): Wording(vi: text, en: text)
    case .days(let days, _): Wording(vi: "\(days) ngày", en: "\(days) days")
    }
  }
}

extension InputType {
  fileprivate func expectation(_ options: [String]) -> Wording {
    switch self {
    case .count:
      Wording(vi: "một số đếm như 0, 12 hoặc 4000", en: "a whole number like 0, 12 or 4000")
    case .number: Wording(vi: "một số như 12 hoặc 0.5", en: "a number like 12 or 0.5")
    case .rate:
      Wording(
        vi: "phần trăm như `87.5%`, hoặc phân số từ 0 đến 1 như `0.875`",
        en: "a percentage like `87.5%`, or a fraction from 0 to 1 like `0.875`")
    case .date:
      Wording(
        vi: "một ngày có thật, viết như 2017-12-20, hoặc `none` nếu không có văn bản",
        en: "a real day, written like 2017-12-20, or `none` where there is no such document")
    case .yesNo: Wording(vi: "`yes` hoặc `no`", en: "`yes` or `no`")
    case .choice:
      Wording(
        vi: "một trong \(options.map { "`\($0)`" }.joined(separator: ", "))",
        en: "one of \(options.map { "`\($0)`" }.joined(separator: ", "))")
    case .text: Wording(vi: "một đoạn chữ", en: "a text")
    }
  }

  fileprivate func help(_ node: YAMLNode, _ text: String, _ options: [String]) -> Wording? {
    switch self {
    case .count, .number, .rate:
      node.isQuoted && Exact(parsing: text) != nil
        ? Wording(vi: "bỏ dấu nháy", en: "remove the quotes") : nil
    case .choice: NearestName.help(for: text, among: options)
    case .date: InputType.isoDate(text).map { Wording(vi: "ghi `\($0)`", en: "write `\($0)`") }
    case .yesNo, .text: nil
    }
  }

  /// `27/12/2018` as files write it.
  private static func isoDate(_ text: String) -> String? {
    let parts = text.split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == "." }).map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else {
      return nil
    }
    return CalendarDay(year: year, month: month, day: day)?.isoText
  }
}
