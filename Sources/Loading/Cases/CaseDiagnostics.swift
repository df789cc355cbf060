internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Sentences about worked cases.
extension Diagnostic {
  static func caseCriteriaMissing(_ path: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .fileMissing, at: span,
      Wording(
        vi: "không có tệp tiêu chí `\(path)`", en: "there is no criteria file `\(path)`"),
      help: Wording(
        vi: "đường dẫn tính từ thư mục của tệp này", en: "the path starts at this file's folder"))
  }

  static func caseUnknownItem(_ id: String, known: [String], at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownItem, at: span,
      Wording(
        vi: "bộ tiêu chí không có mục chấm điểm `\(id)`",
        en: "the criteria have no scored item `\(id)`"),
      help: NearestID.help(for: id, among: known))
  }

  static func caseUnreadName(_ name: String, item: String, known: [String], at span: SourceSpan)
    -> Diagnostic
  {
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownName, at: span,
      Wording(vi: "`\(item)` không đọc `\(name)`", en: "`\(item)` does not read `\(name)`"),
      expected: known.isEmpty
        ? Wording(vi: "không có dữ liệu nào", en: "no data at all")
        : Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: NearestName.help(for: name, among: known))
  }

  static func caseExpectsNothing(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey, at: span,
      Wording(vi: "ca kiểm thử không mong đợi gì", en: "the case expects nothing"),
      expected: Wording(
        vi: "`points`, `state` hoặc `trace`", en: "`points`, `state` or `trace`"))
  }

  static func casePointsWithoutScore(_ state: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "trạng thái `\(state)` không có điểm", en: "the state `\(state)` has no points"),
      help: Wording(vi: "bỏ `points` hoặc `state`", en: "remove `points` or `state`"))
  }

  static func notACount(_ node: YAMLNode, key: String) -> Diagnostic {
    .badValue(
      node, key: key,
      expected: Wording(
        vi: "một số đếm: số nguyên không âm", en: "a count: a whole number, not negative"))
  }

  static func rateAboveOne(_ node: YAMLNode, key: String) -> Diagnostic {
    let text = node.text ?? ""
    return Diagnostic(
      .rateOutOfRange, at: node.span,
      Wording(
        vi: "tỷ lệ `\(key)` không thể là `\(text)`", en: "the rate `\(key)` cannot be `\(text)`"),
      expected: Wording(
        vi: "một số từ 0 đến 1, hoặc viết kèm `%`", en: "a number from 0 to 1, or one with `%`"),
      help: Wording(vi: "có phải là `\(text)%`?", en: "is `\(text)%` meant?"))
  }

  static func caseFailed(
    _ name: String, _ expected: CaseExpectation, _ trial: ItemTrial, _ explanation: String?
  ) -> Diagnostic {
    let found = trial.outcome.wording
    let trace = explanation.map { Wording(vi: ", “\($0)”", en: ", “\($0)”") }
    return Diagnostic(
      .caseFailed, at: expected.span,
      Wording(
        vi: "ca “\(name)” của `\(trial.item.id)` ra \(found.vietnamese)\(trace?.vietnamese ?? "")",
        en: "the case “\(name)” of `\(trial.item.id)` gave \(found.english)\(trace?.english ?? "")"),
      expected: expected.wording)
  }

  static func caseless(_ item: Item) -> Diagnostic {
    Diagnostic(
      .caseUncovered, at: item.ruleSpan,
      Wording(
        vi: "không ca kiểm thử nào thử `\(item.id)`", en: "no case tries `\(item.id)`"))
  }

  static func caseUncovered(_ item: Item, _ missed: [RuleBranch], _ set: CriteriaSet) -> Diagnostic
  {
    let names = missed.map { item.name(of: $0) }
    return Diagnostic(
      .caseUncovered, at: item.ruleSpan,
      Wording(
        vi:
          "không ca nào của `\(item.id)` đi vào \(names.map(\.vietnamese).joined(separator: ", "))",
        en: "no case of `\(item.id)` reaches \(names.map(\.english).joined(separator: ", "))"))
  }

  static func caseBoundsUncovered(
    _ item: Item, _ bounds: [(bound: RuleBound, at: Bool, beyond: Bool)]
  ) -> Diagnostic {
    let names = bounds.map { bound, isAt, isBeyond in
      let name = item.rule.rule(at: bound.path).name(of: bound)
      return switch (isAt, isBeyond) {
      case (false, true):
        Wording(vi: "đúng tại \(name.vietnamese)", en: "exactly at \(name.english)")
      case (true, false):
        Wording(vi: "ngay bên kia \(name.vietnamese)", en: "just beyond \(name.english)")
      default:
        Wording(vi: "ở cả hai phía của \(name.vietnamese)", en: "on either side of \(name.english)")
      }
    }
    return Diagnostic(
      .caseUncovered, at: item.ruleSpan,
      Wording(
        vi: "không ca nào của `\(item.id)` đứng \(names.map(\.vietnamese).joined(separator: ", "))",
        en: "no case of `\(item.id)` stands \(names.map(\.english).joined(separator: ", "))"))
  }

  static func caseApplicabilityUncovered(_ item: Item, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .caseUncovered, at: span,
      Wording(
        vi: "không ca nào cho thấy khi nào `\(item.id)` không áp dụng",
        en: "no case shows when `\(item.id)` does not apply"))
  }
}

extension CaseExpectation {
  var wording: Wording {
    var parts: [Wording] = []
    if let points {
      parts.append(Wording(vi: "\(points.inWords) điểm", en: points.inEnglish))
    }
    if let state { parts.append(state.wording) }
    if let trace { parts.append(Wording(vi: "“\(trace)”", en: "“\(trace)”")) }
    return Wording(
      vi: parts.map(\.vietnamese).joined(separator: ", "),
      en: parts.map(\.english).joined(separator: ", "))
  }
}

extension CaseExpectation.State {
  var wording: Wording {
    switch self {
    case .scored: Wording(vi: "có điểm", en: "scored")
    case .notApplicable: Wording(vi: "không áp dụng", en: "not applicable")
    case .unanswered: Wording(vi: "chưa khai", en: "unanswered")
    case .pending: Wording(vi: "chờ", en: "pending")
    case .broken: Wording(vi: "số liệu không hợp lệ", en: "broken")
    }
  }
}

extension Outcome {
  fileprivate var wording: Wording {
    let name = state.name.wording
    switch state {
    case .scored: return Wording(vi: "\(points.inWords) điểm", en: points.inEnglish)
    case .notApplicable(.fullPoints):
      return Wording(
        vi: "\(name.vietnamese), \(points.inWords) điểm", en: "\(name.english), \(points.inEnglish)"
      )
    case .notApplicable(.exclude), .unanswered: return name
    case .pending(let waiting):
      let why = waiting.wording
      return Wording(
        vi: "\(name.vietnamese) (\(why.vietnamese))", en: "\(name.english) (\(why.english))")
    case .broken(let breakage):
      let why = breakage.wording
      return Wording(
        vi: "\(name.vietnamese) (\(why.vietnamese))", en: "\(name.english) (\(why.english))")
    }
  }
}

extension Waiting {
  fileprivate var wording: Wording {
    switch self {
    case .figure: Wording(vi: "thiếu số liệu của cơ quan khác", en: "a figure is owed")
    case .undefined: Wording(vi: "quy tắc không có câu trả lời", en: "the rule has no answer")
    case .council: Wording(vi: "hội đồng chưa cho điểm", en: "the council has not decided")
    case .applicability:
      Wording(vi: "chưa biết có áp dụng không", en: "not known whether it applies")
    case .claimedNotApplicable:
      Wording(vi: "đơn vị nói là không áp dụng", en: "the unit says it does not apply")
    case .evidence: Wording(vi: "chưa có tài liệu kiểm chứng", en: "no evidence")
    }
  }
}

extension Breakage {
  fileprivate var wording: Wording {
    switch self {
    case .input: Wording(vi: "dữ liệu ngoài khoảng cho phép", en: "an input out of bounds")
    case .type: Wording(vi: "giá trị không đúng loại", en: "a value of another type")
    case .aboveMaximum: Wording(vi: "quá điểm tối đa", en: "above the maximum")
    case .partsAboveTotal:
      Wording(vi: "các phần cộng lại quá tổng số", en: "the parts exceed their total")
    case .negative: Wording(vi: "số âm", en: "a negative number")
    case .rateAboveOne: Wording(vi: "tỷ lệ quá 100%", en: "a rate above 100%")
    case .noSuchLevel: Wording(vi: "không có mức này", en: "no such level")
    case .file: Wording(vi: "tệp không đọc được", en: "the file cannot be read")
    }
  }
}

extension Exact {
  /// With a decimal comma.
  fileprivate var inWords: String { canonicalText.replacing(".", with: ",") }

  fileprivate var inEnglish: String { "\(canonicalText) \(self == .one ? "point" : "points")" }
}
