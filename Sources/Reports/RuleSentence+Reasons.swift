internal import Diagnostics
internal import Grading

/// Why an item has no points of its own.
extension RuleSentence {
  func notApplicable(_ effect: ApplicabilityEffect) -> String {
    let what =
      switch effect {
      case .exclude:
        say(
          "không áp dụng, không tính vào tổng điểm tối đa",
          "not applicable, left out of the applicable maximum")
      case .fullPoints:
        say(
          "không áp dụng, tính đủ \(numbers.shownPoints(trace.outcome.points))",
          "not applicable, full \(numbers.shownPoints(trace.outcome.points))")
      }
    return "\(what): \(whyNotApplicable)"
  }

  private var whyNotApplicable: String {
    switch trace.applicability {
    case .doesNotApply(.unit, _):
      return say("bộ tiêu chí loại trừ cơ quan, đơn vị, địa phương này", "the set names this unit")
    case .doesNotApply(.trait(let trait), _):
      return say(
        "cơ quan, đơn vị, địa phương có đặc điểm \(rules.expressions.trait(trait))",
        "the unit has the trait \(rules.expressions.trait(trait))")
    case .doesNotApply(.condition(let condition), _):
      return say(
        "không thuộc trường hợp áp dụng (\(values.checked(condition)))",
        "the condition to apply does not hold (\(values.checked(condition)))")
    case .surveyNotHeld:
      return say("kỳ này không tổ chức khảo sát", "the survey was not held in this round")
    case .applies, .unknown: break
    }
    switch trace.outcome.basis {
    case .fallback: return whyNoResult
    case .decision(let place):
      let entry = round.units[trace.unit].record.entries[Int(place)]
      let stage = names.stage(entry.stage)
      let reason = shown(entry.reason).map { say(", lý do: \($0)", ", reason: \($0)") } ?? ""
      return say("\(stage) xác nhận\(reason)", "decided in \(stage)\(reason)")
    case .lock:
      return say("còn chờ khi khóa kết quả", "still open when results were locked")
    case .claim, .rule, .lowerClaim, .withoutEvidence, .notSubmitted:
      return shown(trace.claim?.notApplicable)
        ?? say("theo bộ tiêu chí", "as the set says")
    }
  }

  var unanswered: String {
    let blank = trace.inputs.filter { $0.value == .blank }.map { "“\($0.input.title)”" }
    guard !blank.isEmpty else { return say("chưa trả lời", "not answered") }
    return say(
      "chưa trả lời: để trống \(blank.joined(separator: ", "))",
      "not answered: \(blank.joined(separator: ", ")) left blank")
  }

  func pending(_ waiting: Waiting) -> String {
    switch waiting {
    case .figure: return say("chờ số liệu: ", "pending: ") + whyNoResult
    case .undefined: return say("chờ xem xét: ", "pending: ") + whyNoResult
    case .council:
      return say("chờ Hội đồng thẩm định cho điểm", "awaits the council's points")
    case .applicability:
      let condition =
        if case .unknown(let condition) = trace.applicability {
          " (\(values.checked(condition)))"
        } else {
          ""
        }
      return say(
        "chưa xác định được có áp dụng hay không\(condition)",
        "whether it applies is not known\(condition)")
    case .claimedNotApplicable:
      let reason = shown(trace.claim?.notApplicable).map { ": \($0)" } ?? ""
      return say(
        "cơ quan, đơn vị, địa phương báo không áp dụng, chờ thẩm định\(reason)",
        "the unit says it does not apply, which awaits appraisal\(reason)")
    case .evidence:
      return say(
        "chờ tài liệu kiểm chứng: chưa có tài liệu nào được chấp nhận",
        "awaits evidence: no accepted document")
    }
  }

  func broken(_ breakage: Breakage) -> String {
    let why =
      switch breakage {
      case .input: impossible
      case .type: say("giá trị không đúng loại", "a value of the wrong type")
      case .aboveMaximum:
        say("kết quả vượt điểm tối đa", "the result is above the maximum")
      case .partsAboveTotal:
        say("tổng các phần lớn hơn tổng số", "the parts add up to more than the total")
      case .negative: say("giá trị âm", "a negative value")
      case .rateAboveOne: say("tỷ lệ trên 100%", "a rate above 100%")
      case .noSuchLevel: say("chọn mức không có trong cách chấm", "a level the rule does not know")
      case .file:
        say("không đọc được bản tự chấm điểm", "the self-assessment cannot be read")
      }
    return say("không tính được vì \(why)", "broken: \(why)")
  }

  private var impossible: String {
    func cited(_ input: InputTrace) -> String {
      input.citation.map { " (\(round.plan.cited($0)))" } ?? ""
    }
    let impossible = trace.inputs.filter { $0.value == .impossible }
    let told = impossible.compactMap { input in
      values.refusal(input).map { "“\(input.input.title)” \($0)\(cited(input))" }
    }
    let inputs = impossible.filter { values.refusal($0) == nil }.map { input in
      "“\(input.input.title)”" + cited(input)
    }
    let figures = trace.figures.filter { $0.value == .impossible }
    // A figure's note says what is wrong with it.
    let noted = figures.compactMap { figure in
      figure.origin?.note.map { "“\(figure.name.title)”: \($0)" }
    }
    let names =
      inputs
      + figures.filter { $0.origin?.note == nil }.map { figure in
        "“\(figure.name.title)”"
          + (figure.origin.map { " (\(round.plan.cited($0.citation)))" } ?? "")
      }
    guard !(names + noted + told).isEmpty else {
      return say("số liệu không hợp lệ", "impossible data")
    }
    let listed = names.joined(separator: ", ")
    let unfit =
      names.isEmpty
      ? []
      : [
        say(
          "\(listed) ngoài phạm vi cho phép hoặc không đúng loại",
          "\(listed) out of range or of the wrong type")
      ]
    return say("số liệu không hợp lệ: ", "impossible data: ")
      + (told + unfit + noted).joined(separator: "; ")
  }

  /// Why the rule has no answer: what is owed, or what cannot be computed.
  var whyNoResult: String {
    switch trace.result {
    case .missing: owed
    case .undefined: undefined(item.rule)
    case .unanswered: unanswered
    case .broken(let breakage): broken(breakage)
    case .awaitsCouncil: say("chờ Hội đồng thẩm định cho điểm", "awaits the council's points")
    case .points(let points, _): numbers.shownPoints(points)
    }
  }

  private var owed: String {
    var owed = trace.figures.filter { $0.value == .missing }.map { figure in
      let owner = figure.origin?.owner.map {
        say(" do \(names.office($0)) theo dõi", ", kept by \(names.office($0))")
      }
      return "“\(figure.name.title)”\(owner ?? "")"
    }
    owed += trace.bodies.filter { $0.treatment == .awaited }.map {
      say("kết quả của \($0.name)", "the result of \($0.name)")
    }
    owed += trace.deadlines.filter { $0.moment == nil }.map {
      say("thời hạn `\($0.id)`", "the deadline `\($0.id)`")
    }
    if owed.isEmpty, trace.best != nil {
      return say(
        "chưa có giá trị nào trong khối để so sánh", "nothing in the block to compare with")
    }
    return say(
      "không có số liệu \(owed.joined(separator: ", "))",
      "no figure for \(owed.joined(separator: ", "))")
  }

  private func undefined(_ rule: Rule) -> String {
    func byZero(_ expression: CheckedExpression) -> String {
      let sum = values.substituted(expression.tree, in: expression.source)
      return say("không tính được \(sum) vì mẫu số bằng 0", "\(sum) has no value: the divisor is 0")
    }
    switch rule {
    case .steps(let rule):
      guard case .value(.number(let value)) = trace.value(rule.of) else {
        return byZero(rule.of)
      }
      let shown = values.equation(rule.of, value, isPercent: isPercent(rule))
      return say("\(shown), không thuộc mức nào", "\(shown), in no band")
    case .proportional(let rule): return byZero(rule.of)
    case .relativeToBest(let of):
      if case .undefined = trace.value(of) {
        return byZero(of)
      }
      return say("giá trị cao nhất trong khối bằng 0", "the best value of the block is 0")
    case .mix(let rule):
      return say(
        "\(rules.expressions.text(rule.total)) bằng 0", "\(rules.expressions.text(rule.total)) is 0"
      )
    case .formula: return say("không thuộc trường hợp nào", "none of the cases holds")
    case .timeliness(let rule):
      return "\(rules.expressions.text(rule.date)): "
        + say(
          "không có văn bản, cách chấm không quy định trường hợp này",
          "no such document, which the rule does not provide for")
    case .subordinates:
      return say(
        "không có cơ quan, đơn vị trực thuộc nào để tính", "no unit below to count")
    case .bestOf: return say("không cách nào tính được", "none of the ways can be computed")
    case .yesNo, .choice, .deduction, .perItem, .survey, .council:
      return say("mẫu số bằng 0", "the divisor is 0")
    }
  }
}
