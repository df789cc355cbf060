internal import Diagnostics
internal import Grading

/// Sentences about expressions.
extension Diagnostic {
  static func expressionSyntax(_ found: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .expressionSyntax, at: span,
      found.isEmpty
        ? Wording(vi: "biểu thức chưa kết thúc", en: "the expression is not finished")
        : Wording(vi: "`\(found)` không đứng được ở đây", en: "`\(found)` cannot stand here"),
      expected: Wording(
        vi: "số, tên, phép tính, `and`, `or`, `not`, `min(…)`, `max(…)`, `if(…)`, `date(…)`",
        en:
          "a number, a name, an operation, `and`, `or`, `not`, `min(…)`, `max(…)`, `if(…)`, `date(…)`"
      ))
  }

  static func expressionTooLong(most: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .expressionSyntax, at: span,
      Wording(vi: "biểu thức quá dài", en: "the expression is too long"),
      expected: Wording(vi: "không quá \(most) từ", en: "at most \(most) words"))
  }

  /// - Parameter listsKnown: whether the names that would be right are few enough to be listed.
  static func unknownName(
    _ name: String, known: [String], at span: SourceSpan, listsKnown: Bool = false
  ) -> Diagnostic {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownName, at: span,
      Wording(vi: "không có tên `\(name)`", en: "there is no name `\(name)`"),
      expected: listsKnown && !known.isEmpty
        ? Wording(vi: "một trong \(list)", en: "one of \(list)") : nil,
      help: NearestName.help(for: name, among: known))
  }

  static func argumentCount(_ name: String, found: Int, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .expressionSyntax, at: span,
      Wording(
        vi: "`\(name)(…)` đang có \(found) giá trị", en: "`\(name)(…)` has \(found) values"),
      expected: name == "date"
        ? Wording(vi: "`date(năm, tháng, ngày)`", en: "`date(year, month, day)`")
        : Wording(
          vi: "`if(điều kiện, nếu đúng, nếu sai)`", en: "`if(condition, if true, if false)`"))
  }

  static func decimalComma(_ number: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .expressionSyntax, at: span,
      Wording(vi: "dấu phẩy đứng giữa hai số", en: "a comma stands between two numbers"),
      help: Wording(
        vi: "dấu thập phân trong tệp là dấu chấm: `\(number)`",
        en: "the decimal sign in files is a point: `\(number)`"))
  }

  static func typeMismatch(
    _ what: String, found: ValueType, expected: ValueType, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .typeMismatch, at: span,
      Wording(
        vi: "`\(what)` là \(found.wording.vietnamese)", en: "`\(what)` is \(found.wording.english)"),
      expected: expected.wording)
  }

  static func operandMismatch(
    _ operation: String, _ left: ValueType, _ right: ValueType, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .typeMismatch, at: span,
      Wording(
        vi:
          "`\(operation)` không dùng được giữa \(left.wording.vietnamese) và \(right.wording.vietnamese)",
        en: "`\(operation)` cannot join \(left.wording.english) and \(right.wording.english)"))
  }
}

extension ValueType {
  var wording: Wording {
    switch self {
    case .number: Wording(vi: "một số", en: "a number")
    case .date: Wording(vi: "một ngày", en: "a date")
    case .truth: Wording(vi: "một điều kiện đúng sai", en: "a condition")
    case .text: Wording(vi: "một chữ", en: "a text")
    case .days: Wording(vi: "một số ngày", en: "a number of days")
    }
  }
}
