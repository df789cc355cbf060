internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Sentences about what a unit hands in, inputs and documents apart.
extension Diagnostic {
  static func submissionOfOtherRound(_ node: YAMLNode, expected: String) -> Diagnostic {
    let name = node.text ?? ""
    return Diagnostic(
      .roundMismatch, at: node.headSpan,
      Wording(
        vi: "tệp này của kỳ đánh giá `\(name)`", en: "this file is for the round `\(name)`"),
      expected: Wording(vi: "`\(expected)`", en: "`\(expected)`"))
  }

  static func submissionOfOtherUnit(_ node: YAMLNode, expected: String) -> Diagnostic {
    let name = node.text ?? ""
    return Diagnostic(
      .unknownUnit, at: node.headSpan,
      Wording(
        vi: "tệp này của `\(name)` nhưng nằm trong thư mục của `\(expected)`",
        en: "this file is of `\(name)` but stands in the folder of `\(expected)`"),
      expected: Wording(vi: "`\(expected)`", en: "`\(expected)`"))
  }

  static func draftNote(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .draft, at: span,
      Wording(
        vi: "chưa có `submitted_at`: đây là bản nháp, chưa đưa vào kết quả",
        en: "there is no `submitted_at`: this is a draft and is not read into results"),
      help: Wording(
        vi: "ghi thời điểm nộp, ví dụ `submitted_at: 2017-12-19T15:30`, khi nộp",
        en: "write the time of hand-in, like `submitted_at: 2017-12-19T15:30`, when it is handed in"
      ))
  }

  /// An id that is no item of the set; areas and criteria without a rule are named as such.
  static func itemUnknown(_ node: YAMLNode, in set: CriteriaSet) -> Diagnostic {
    let id = node.text ?? ""
    let items = set.items.map(\.id)
    let below: [String]
    if let area = set.areas.first(where: { $0.id == id }) {
      below = area.items.map { items[$0] }
    } else if let criterion = set.criteria.first(where: { $0.id == id }) {
      below = criterion.items.map { items[$0] }
    } else {
      return Diagnostic(
        .unknownItem, at: node.headSpan,
        Wording(
          vi: "bộ tiêu chí không có `\(id)`", en: "the criteria set has no `\(id)`"),
        help: NearestID.help(for: id, among: items))
    }
    let list = below.prefix(8).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownItem, at: node.headSpan,
      Wording(
        vi: "`\(id)` không có cách chấm điểm riêng", en: "`\(id)` has no rule of its own"),
      expected: Wording(vi: "một trong \(list)", en: "one of \(list)"))
  }

  static func answerDoesNotApply(_ key: YAMLNode, unit: String) -> Diagnostic {
    let id = key.text ?? ""
    return Diagnostic(
      .notApplicableItem, at: key.span,
      Wording(
        vi: "`\(id)` không áp dụng cho `\(unit)`", en: "`\(id)` does not apply to `\(unit)`"),
      help: Wording(vi: "bỏ phần trả lời này", en: "remove this answer"))
  }

  static func excuseNotAllowed(_ node: YAMLNode, item: String) -> Diagnostic {
    Diagnostic(
      .notApplicableItem, at: node.headSpan,
      Wording(
        vi: "bộ tiêu chí không cho tự khai `\(item)` là không áp dụng",
        en: "the criteria do not let a unit declare `\(item)` not applicable"),
      help: Wording(
        vi: "trả lời tiêu chí này hoặc để trống", en: "answer it, or leave it out"))
  }

  static func excuseWithoutReason(_ node: YAMLNode) -> Diagnostic {
    .badValue(
      node, key: "not_applicable",
      expected: Wording(
        vi: "lý do bằng lời, ví dụ Không phát sinh hồ sơ TTHC trong kỳ",
        en: "the reason in words, like Không phát sinh hồ sơ TTHC trong kỳ"))
  }

  // MARK: Claims

  static func claimElsewhere(_ node: YAMLNode, item: String, scoredBy: ScoredBy) -> Diagnostic {
    Diagnostic(
      .claimNotAllowed, at: node.headSpan,
      Wording(
        vi: "`\(item)` không do đơn vị tự chấm: điểm \(scoredBy.wording.vietnamese)",
        en: "`\(item)` takes no claim: its points come from \(scoredBy.wording.english)"),
      help: Wording(vi: "bỏ `points`", en: "remove `points`"))
  }

  static func claimBesideExcuse(_ node: YAMLNode, item: String) -> Diagnostic {
    Diagnostic(
      .claimNotAllowed, at: node.headSpan,
      Wording(
        vi: "`\(item)` vừa khai không áp dụng vừa tự chấm điểm",
        en: "`\(item)` is declared not applicable and claims points"),
      expected: Wording(vi: "một trong hai", en: "one of the two"))
  }

  static func claimTooHigh(_ node: YAMLNode, item: String, maximum: Exact) -> Diagnostic {
    Diagnostic(
      .claimAboveMaximum, at: node.span,
      Wording(
        vi: "điểm tự chấm của `\(item)` vượt điểm tối đa",
        en: "the claim for `\(item)` is above its maximum"),
      expected: Wording(
        vi: "nhiều nhất \(maximum.vietnameseDecimal)", en: "at most \(maximum.canonicalText)"))
  }

  static func claimHasManyDecimals(_ node: YAMLNode, places: Int, rounded: Exact) -> Diagnostic {
    Diagnostic(
      .claimTooPrecise, at: node.span,
      Wording(
        vi:
          "điểm có nhiều hơn \(places) chữ số thập phân; được tính là \(rounded.vietnameseDecimal)",
        en: "the points have more than \(places) decimals and count as \(rounded.canonicalText)"),
      help: Wording(
        vi: "ghi `\(rounded.canonicalText)`", en: "write `\(rounded.canonicalText)`"))
  }

  // MARK: Figures of others

  static func figureOfNobodyElse(_ node: YAMLNode, isOwn: Bool, known: [String]) -> Diagnostic {
    let name = node.text ?? ""
    return Diagnostic(
      .figureNotDisputable, at: node.span,
      isOwn
        ? Wording(
          vi: "`\(name)` không phải số liệu của cơ quan khác",
          en: "`\(name)` is not another office's figure")
        : Wording(
          vi: "bộ tiêu chí không dùng số liệu `\(name)`",
          en: "the criteria read no figure `\(name)`"
        ),
      expected: Wording(
        vi: "một số liệu do cơ quan khác theo dõi mà bộ tiêu chí dùng",
        en: "a figure that another office keeps and the criteria read"),
      help: NearestName.help(for: name, among: known))
  }

  static func linkedListMissing(_ node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .fileMissing, severity: .warning, at: node.span,
      Wording(
        vi: "không có tệp danh sách hồ sơ liên thông trễ hạn này, hoặc tệp rỗng",
        en: "this list of linked late dossiers is not there, or is empty"),
      help: Wording(
        vi: "đặt tệp vào thư mục của đơn vị hoặc bỏ dòng này",
        en: "put the file into the unit's folder, or remove the line"))
  }
}

extension ScoredBy {
  /// Where the points come from.
  fileprivate var wording: Wording {
    switch self {
    case .unit: Wording(vi: "do đơn vị tự chấm", en: "the unit")
    case .register: Wording(vi: "tính từ sổ theo dõi", en: "a register")
    case .dossiers: Wording(vi: "tính từ số liệu hồ sơ", en: "the dossier figures")
    case .survey: Wording(vi: "tính từ kết quả khảo sát", en: "a survey")
    case .council: Wording(vi: "do Hội đồng thẩm định cho", en: "the council")
    case .system: Wording(vi: "do hệ thống tính", en: "the round itself")
    }
  }
}

extension Exact {
  /// With a decimal comma, for people.
  var vietnameseDecimal: String {
    String(canonicalText.map { $0 == "." ? "," : $0 })
  }
}
