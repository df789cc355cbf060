internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Sentences about people and rules of procedure.
extension Diagnostic {
  static func untilBeforeFrom(_ node: YAMLNode, from: CalendarDay) -> Diagnostic {
    .badValue(
      node, key: "until",
      expected: Wording(
        vi: "một ngày không trước \(from.vietnameseText)",
        en: "a day not before \(from.vietnameseText)"))
  }

  static func opensTooLate(_ node: YAMLNode, deadline: LocalMoment) -> Diagnostic {
    .badValue(
      node, key: "opens",
      expected: Wording(
        vi: "không sau hạn của bước: \(deadline.vietnameseText)",
        en: "not after the stage's deadline: \(deadline.isoText)"))
  }

  static func negativePoints(_ node: YAMLNode, key: String) -> Diagnostic {
    .badValue(
      node, key: key, expected: Wording(vi: "số điểm từ 0 trở lên", en: "points, 0 or more"))
  }

  static func badQuorum(_ node: YAMLNode) -> Diagnostic {
    .badValue(
      node, key: "quorum",
      expected: Wording(
        vi: "phần số thành viên phải có mặt, lớn hơn 0, không quá 1, như 2/3",
        en: "the share of members who must be present, above 0 and up to 1, like 2/3"))
  }

  static func badDayLimit(_ node: YAMLNode, key: String) -> Diagnostic {
    .badValue(
      node, key: key,
      expected: Wording(
        vi: "số ngày, như `10 working days` (ngày làm việc) hoặc `15 days`",
        en: "a number of days, like `10 working days` or `15 days`"))
  }

  static func standsInForItself(_ node: YAMLNode) -> Diagnostic {
    .badValue(
      node, key: "stand_ins",
      expected: Wording(
        vi: "một cơ quan khác xét thay", en: "another office, which appraises instead"))
  }

  static func noStandIn(_ office: String, count: Int, first: String, at span: SourceSpan)
    -> Diagnostic
  {
    Diagnostic(
      .noStandIn, at: span,
      Wording(
        vi:
          "`\(office)` thẩm định \(count) mục (như `\(first)`) của chính mình, chưa giao cơ quan xét thay",
        en:
          "`\(office)` appraises \(count) item\(count == 1 ? "" : "s") (like `\(first)`) of its own sheet, and no office stands in"
      ),
      help: Wording(
        vi: "thêm `\(office): MÃ CƠ QUAN KHÁC` vào `stand_ins`",
        en: "add `\(office): ANOTHER OFFICE` under `stand_ins`"))
  }

  static func noPeople(_ node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .unknownName, at: node.span,
      Wording(
        vi: "phân công cho `\(node.text ?? "")` nhưng kỳ đánh giá không có danh sách người",
        en: "`\(node.text ?? "")` is assigned work, but the round lists no people"),
      help: Wording(
        vi: "thêm people.yaml cạnh round.yaml", en: "add people.yaml beside round.yaml"))
  }

  static func unknownPerson(_ node: YAMLNode, known: [String]) -> Diagnostic {
    let id = node.text ?? ""
    return Diagnostic(
      .unknownName, at: node.span,
      Wording(vi: "không có `\(id)` trong danh sách người", en: "nobody is `\(id)`"),
      expected: Wording(vi: "một `id` trong people.yaml", en: "an `id` of people.yaml"),
      help: NearestName.help(for: id, among: known))
  }

  static func unknownPart(_ node: YAMLNode, known: [String]) -> Diagnostic {
    let id = node.text ?? ""
    return Diagnostic(
      .unknownItem, at: node.span,
      Wording(
        vi: "các bộ tiêu chí không có lĩnh vực, tiêu chí hay mục `\(id)`",
        en: "the criteria have no area, criterion or item `\(id)`"),
      help: NearestID.help(for: id, among: known))
  }

  static func blockUnknown(_ node: YAMLNode, known: [String]) -> Diagnostic {
    let id = node.text ?? ""
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .unknownName, at: node.span,
      Wording(vi: "kỳ đánh giá không có khối `\(id)`", en: "the round has no block `\(id)`"),
      expected: Wording(vi: "một trong \(list)", en: "one of \(list)"),
      help: NearestName.help(for: id, among: known))
  }
}
