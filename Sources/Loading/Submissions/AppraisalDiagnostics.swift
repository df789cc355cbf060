internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Why an appraisal entry cannot stand.
enum DecisionRefusal {
  case bothSubjects
  case withoutReason(String)
  case keyWithoutUse(String, String?)
  case claimStage(String)
  case explainsOnly(String, String)
  case textDecidesNothing(String)
  case figureTakesOnlyCorrection(String)
  case correctionNeedsFigure
  case councilOnly(String)
  case doesNotApply(String, String)
  case nothingToAccept(String)
  case beyondRule(String, reach: ClosedRange<Exact>, stage: String?)
}

/// Sentences about appraisal entries.
extension Diagnostic {
  static func stageUnknown(_ node: YAMLNode, known: [String]) -> Diagnostic {
    let name = node.text ?? ""
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownStage, at: node.span,
      Wording(
        vi: "kỳ đánh giá không có bước `\(name)`", en: "the round has no stage `\(name)`"),
      expected: Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: NearestName.help(for: name, among: known))
  }

  static func entryGoesBack(_ node: YAMLNode, last: LocalMoment) -> Diagnostic {
    Diagnostic(
      .timeGoesBack, at: node.span,
      Wording(
        vi: "thời điểm này sớm hơn dòng ghi trước (\(last.vietnameseText))",
        en: "this moment is before the entry above (\(last.isoText))"),
      expected: Wording(
        vi: "các dòng theo thứ tự thời gian, chỉ ghi thêm vào cuối",
        en: "entries in time order, added at the end only"))
  }

  static func decision(_ refusal: DecisionRefusal, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      refusal.code, at: span, refusal.message, expected: refusal.expected, help: refusal.help)
  }
}

extension DecisionRefusal {
  fileprivate var code: DiagnosticCode {
    switch self {
    case .withoutReason: .missingKey
    case .keyWithoutUse: .unknownKey
    case .bothSubjects, .claimStage, .explainsOnly, .textDecidesNothing,
      .figureTakesOnlyCorrection, .correctionNeedsFigure, .councilOnly, .doesNotApply,
      .nothingToAccept, .beyondRule:
      .decisionRefused
    }
  }

  fileprivate var message: Wording {
    switch self {
    case .bothSubjects:
      Wording(
        vi: "dòng này vừa ghi `criterion` vừa ghi `figure`",
        en: "the entry names both a `criterion` and a `figure`")
    case .withoutReason(let decision):
      Wording(
        vi: "quyết định `\(decision)` chưa có lý do", en: "the decision `\(decision)` has no reason"
      )
    case .keyWithoutUse(let key, let decision?):
      Wording(
        vi: "`\(key)` không dùng với quyết định `\(decision)`",
        en: "`\(key)` has no use with the decision `\(decision)`")
    case .keyWithoutUse(let key, nil):
      Wording(
        vi: "`\(key)` không dùng trong giải trình", en: "`\(key)` has no use in an explanation")
    case .claimStage(let stage):
      Wording(
        vi: "bước `\(stage)` là bước tự chấm điểm, không có quyết định thẩm định",
        en: "the stage `\(stage)` is for self-assessment and takes no appraisal entries")
    case .explainsOnly(let stage, let decision):
      Wording(
        vi: "bước giải trình `\(stage)` không thể có quyết định `\(decision)`",
        en: "the explanation stage `\(stage)` cannot decide `\(decision)`")
    case .textDecidesNothing(let stage):
      Wording(
        vi: "dòng này chỉ có lời giải trình nhưng bước `\(stage)` phải có quyết định",
        en: "the entry only explains, but the stage `\(stage)` decides")
    case .figureTakesOnlyCorrection(let name):
      Wording(
        vi: "số liệu `\(name)` chỉ có thể được đính chính",
        en: "the figure `\(name)` can only be corrected")
    case .correctionNeedsFigure:
      Wording(
        vi: "`correct_figure` đính chính số liệu, không phải tiêu chí",
        en: "`correct_figure` corrects a figure, not a criterion")
    case .councilOnly(let item):
      Wording(
        vi: "`\(item)` do Hội đồng thẩm định cho điểm, bước này không quyết định được",
        en: "`\(item)` is the council's to decide, and this stage is not a council's")
    case .doesNotApply(let item, let unit):
      Wording(
        vi: "`\(item)` không áp dụng cho `\(unit)` nên không thể cho điểm",
        en: "`\(item)` does not apply to `\(unit)` and takes no points")
    case .nothingToAccept(let item):
      Wording(
        vi: "`\(item)` chưa có điểm để chấp nhận", en: "`\(item)` has no points to accept")
    case .beyondRule(let item, let reach, _):
      Wording(
        vi:
          "cách chấm của `\(item)` chỉ cho từ \(reach.lowerBound.vietnameseDecimal) đến \(reach.upperBound.vietnameseDecimal) điểm",
        en:
          "the rule of `\(item)` gives \(reach.lowerBound.canonicalText) to \(reach.upperBound.canonicalText) points only"
      )
    }
  }

  fileprivate var expected: Wording? {
    switch self {
    case .explainsOnly, .textDecidesNothing:
      let list = DecisionKind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      if case .explainsOnly = self {
        return Wording(vi: "chỉ có `text`", en: "`text` only")
      }
      return Wording(vi: "`decision` là một trong \(list)", en: "`decision` as one of \(list)")
    case .bothSubjects: return Wording(vi: "một trong hai", en: "one of the two")
    case .figureTakesOnlyCorrection:
      return Wording(vi: "`decision: correct_figure`", en: "`decision: correct_figure`")
    case .correctionNeedsFigure:
      return Wording(vi: "`figure` thay cho `criterion`", en: "`figure` instead of `criterion`")
    case .nothingToAccept:
      return Wording(
        vi: "điểm đã chấm khi chấp nhận; dòng này không có hiệu lực",
        en: "points that stand there when they are accepted; the entry has no effect")
    case .withoutReason, .keyWithoutUse, .claimStage, .councilOnly, .doesNotApply, .beyondRule:
      return nil
    }
  }

  fileprivate var help: Wording? {
    switch self {
    case .withoutReason: Wording(vi: "thêm `reason`", en: "add `reason`")
    case .beyondRule(_, _, stage: nil):
      Wording(
        vi:
          "ghi `beyond_rule: yes` (lệnh: `--beyond-rule`) và lý do nếu đúng là cho điểm ngoài quy tắc",
        en:
          "write `beyond_rule: yes` (commands: `--beyond-rule`) with a reason if that is meant")
    case .beyondRule(_, _, let stage?):
      Wording(
        vi: "bước `\(stage)` không được cho điểm ngoài quy tắc",
        en: "the stage `\(stage)` may not go beyond the rule")
    case .nothingToAccept:
      Wording(
        vi: "dùng `adjust`, `set_points` hoặc `mark_not_applicable`, hoặc chờ số liệu còn thiếu",
        en: "use `adjust`, `set_points` or `mark_not_applicable`, or wait for what is missing")
    case .bothSubjects, .keyWithoutUse, .claimStage, .explainsOnly, .textDecidesNothing,
      .figureTakesOnlyCorrection, .correctionNeedsFigure, .councilOnly, .doesNotApply:
      nil
    }
  }
}
