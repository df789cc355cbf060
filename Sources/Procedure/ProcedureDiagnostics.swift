package import Diagnostics
package import EventLog
internal import Grading

/// What people are told of a refusal.
struct ProcedureSentences {
  let rule: ProcedureRule
  /// The key that states the rule in the round's files, where one does: `procedure.quorum`.
  var key: String?
  /// What of the event would mend it.
  var field: EventKey?
  /// What is wrong.
  let message: Wording
  /// Whose move it is, or what is missing.
  let move: Wording

  /// Whose move it is, with the key of the event that it fills, and how one is called where it is
  /// typed.
  func move(_ options: [EventKey: String]) -> Wording {
    guard let field else { return move }
    let key = "`\(field.rawValue)`"
    guard let option = options[field] else {
      return Wording(vi: "\(move.vietnamese) (\(key))", en: "\(move.english) (\(key))")
    }
    return Wording(
      vi: "\(move.vietnamese) (`\(option)`; trong nhật ký: \(key))",
      en: "\(move.english) (`\(option)`; in the log: \(key))")
  }

  /// As people read it.
  func diagnostic(
    _ code: DiagnosticCode, at span: SourceSpan, _ rules: ProcedureRules,
    _ options: [EventKey: String]
  ) -> Diagnostic {
    let statement = rule.statement
    let name = key.map { "`\(rule.rawValue)`, `\($0)`" } ?? "`\(rule.rawValue)`"
    let place = key.flatMap { rules.places[$0] }
    return Diagnostic(
      code, at: span, message,
      secondary: place.map {
        [SourceLabel($0, Wording(vi: "quy định ở đây", en: "the rule stands here"))]
      } ?? [],
      expected: Wording(
        vi: "\(statement.vietnamese) (quy tắc \(name))", en: "\(statement.english) (rule \(name))"),
      help: move(options))
  }
}

extension ProcedureRefusal {
  /// The rule that is broken.
  package var rule: ProcedureRule { sentences.rule }

  /// What is wrong, and whose move it is.
  package var wording: (message: Wording, move: Wording) {
    (sentences.message, sentences.move([:]))
  }

  /// The refusal as people read it.
  /// - Parameters:
  ///   - span: where the event stands, or the log that it was meant for.
  ///   - rules: the rules, for the place in the round's files that states the one that is broken.
  ///   - options: what keys of the event are called where it is typed, beside their names.
  package func diagnostic(
    at span: SourceSpan, _ rules: ProcedureRules, options: [EventKey: String] = [:]
  ) -> Diagnostic {
    sentences.diagnostic(.procedureRefused, at: span, rules, options)
  }

  private var sentences: ProcedureSentences {
    switch self {
    case .person(let refusal): refusal.sentences
    case .stage(let refusal): refusal.sentences
    case .word(let refusal): refusal.sentences
    case .approval(let refusal): refusal.sentences
    case .points(let refusal): refusal.sentences
    case .explanation(let refusal): refusal.sentences
    case .council(let refusal): refusal.sentences
    case .lock(let refusal): refusal.sentences
    case .publication(let refusal): refusal.sentences
    }
  }
}

// MARK: Words

extension Wording {
  /// Says that a deadline was held against the log's latest time, where it was.
  func heldAgainst(_ logTime: EventTime?) -> Wording {
    guard let logTime else { return self }
    return Wording(
      vi: "\(vietnamese) (tính theo lúc muộn nhất đã có trong nhật ký, \(logTime.vietnameseText))",
      en: "\(english) (held against the latest time that the log has, \(logTime.isoText))")
  }
}

extension Person {
  /// `Nguyễn Văn A (to-giup-viec/01)`.
  var words: String { "\(name) (`\(id)`)" }
}

extension StageName {
  /// `Thẩm định lần 1 (appraisal-1)`.
  var words: String { title == id ? "`\(id)`" : "\(title) (`\(id)`)" }
}

extension Role {
  package var wording: Wording {
    switch self {
    case .unit: Wording(vi: "đơn vị được đánh giá", en: "the unit")
    case .helperTeam: Wording(vi: "Tổ giúp việc Hội đồng thẩm định", en: "the helper team")
    case .council: Wording(vi: "Hội đồng thẩm định", en: "the council")
    case .organiser: Wording(vi: "cơ quan tổ chức đánh giá", en: "the organiser")
    case .registerOwner:
      Wording(vi: "cơ quan giữ sổ theo dõi", en: "the office that keeps the register")
    case .decider:
      Wording(vi: "người ban hành quyết định công bố", en: "whoever issues the decision")
    }
  }

  /// A role of the round's files, or a word that is none.
  static func words(_ text: String) -> Wording {
    Role(rawValue: text)?.wording ?? Wording(vi: "`\(text)`", en: "`\(text)`")
  }

  static func words(_ roles: [Role]) -> Wording {
    Wording(
      vi: roles.map(\.wording.vietnamese).joined(separator: " hoặc "),
      en: roles.map(\.wording.english).joined(separator: " or "))
  }

  /// What a council is called by the id of whom it serves.
  static func council(_ council: String) -> Wording {
    council == Person.province
      ? Wording(vi: "Hội đồng thẩm định cấp tỉnh", en: "the provincial council")
      : Wording(vi: "Hội đồng thẩm định của `\(council)`", en: "the council of `\(council)`")
  }
}

extension EventKind {
  var wording: Wording {
    switch self {
    case .opened: Wording(vi: "mở kỳ đánh giá", en: "opening the round")
    case .submitted: Wording(vi: "nộp bản tự chấm điểm", en: "handing in a self-assessment")
    case .corrected: Wording(vi: "đính chính", en: "a correction")
    case .replaced:
      Wording(vi: "thay tệp của kỳ đánh giá", en: "replacing files of the round")
    case .appraised: Wording(vi: "thẩm định", en: "an appraisal")
    case .explanationRequested:
      Wording(vi: "yêu cầu giải trình", en: "a request for an explanation")
    case .explained: Wording(vi: "giải trình", en: "an explanation")
    case .agenda: Wording(vi: "trình Hội đồng thẩm định", en: "the council's agenda")
    case .met: Wording(vi: "ghi phiên họp Hội đồng thẩm định", en: "a meeting of the council")
    case .decided: Wording(vi: "quyết định của Hội đồng thẩm định", en: "a decision of the council")
    case .locked: Wording(vi: "khóa", en: "a lock")
    case .unlocked: Wording(vi: "mở khóa", en: "an unlock")
    case .publication: Wording(vi: "phê duyệt và công bố", en: "publication")
    case .reconsiderationAsked:
      Wording(vi: "kiến nghị xem xét lại", en: "a request for reconsideration")
    case .reconsiderationAnswered:
      Wording(vi: "trả lời kiến nghị", en: "the answer to a request for reconsideration")
    case .amended: Wording(vi: "điều chỉnh sau công bố", en: "an amended edition")
    }
  }
}

extension PublicationState {
  var wording: Wording {
    switch self {
    case .draft: Wording(vi: "dự thảo", en: "draft")
    case .passed: Wording(vi: "Hội đồng thẩm định thông qua", en: "passed by the council")
    case .submitted: Wording(vi: "trình", en: "submitted")
    case .issued: Wording(vi: "ban hành quyết định", en: "decision issued")
    case .published: Wording(vi: "công bố", en: "published")
    case .amended: Wording(vi: "điều chỉnh", en: "amended")
    }
  }
}

extension Exact {
  /// With a decimal comma.
  var vietnameseText: String { canonicalText.replacing(".", with: ",") }
}

extension ClosedRange<Exact> {
  var wording: Wording {
    Wording(
      vi: "từ \(lowerBound.vietnameseText) đến \(upperBound.vietnameseText) điểm",
      en: "\(lowerBound.canonicalText) to \(upperBound.canonicalText) points")
  }
}

extension [String] {
  /// Ids as a list, each in backticks.
  var quoted: String { map { "`\($0)`" }.joined(separator: ", ") }
}
