internal import Grading

/// The fourteen rules; a rule is a mapping with exactly one of them.
let ruleSchema = JSONSchema.mapping(
  "Cách chấm điểm: đúng một quy tắc.",
  ruleKinds.map { ($0.name, $0.schema.with("description", .string($0.text))) }
).with("minProperties", 1).with("maxProperties", 1)

private struct RuleKind {
  let name: String
  let text: String
  let schema: JSONSchema

  init(_ name: String, _ text: String, _ schema: JSONSchema) {
    self.name = name
    self.text = text
    self.schema = schema
  }
}

private let points = JSONSchema.exact("Điểm.")
private let of = JSONSchema.expression("Chỉ số được chấm.")
private let bands = JSONSchema.list(
  "Các mức, xét từ trên xuống, mức đầu tiên khớp thì lấy.", of: .ref("band"))

private let ruleKinds = [
  RuleKind("yes_no", "Đủ điểm khi điều kiện đúng, không thì 0.", .expression()),
  RuleKind(
    "choice", "Mỗi mức được chọn có số điểm; {mức: điểm} hoặc {of, levels}.",
    .any(
      nil,
      .mapping(
        required: ["levels"], ["of": .text("Dữ liệu được chọn."), "levels": .names(of: points)]),
      .names(of: points))),
  RuleKind(
    "timeliness", "So một ngày với các mốc.",
    .mapping(
      required: ["date", "steps"],
      [
        "date": .expression("Ngày được xét."),
        "steps": .list(
          "Các mốc theo thứ tự thời gian.",
          of: .mapping(
            required: ["points"],
            [
              "by": .expression("Đến hết ngày này."),
              "before": .expression("Trước ngày này."), "points": points,
            ])),
        "otherwise": .exact("Điểm khi muộn hơn các mốc."),
        "missing": .exact("Điểm khi không thực hiện (none)."),
      ])),
  RuleKind(
    "steps", "So một tỷ lệ hoặc số với các mức.",
    .mapping(required: ["of", "bands"], ["of": of, "bands": bands])),
  RuleKind(
    "proportional", "Giá trị ÷ mức trần × điểm tối đa; dưới mức sàn thì 0.",
    .mapping(
      required: ["of"],
      [
        "of": of, "floor": .exact("Mức sàn."), "ceiling": .exact("Mức trần, mặc định 100%."),
      ])),
  RuleKind(
    "mix", "Các phần của một tổng, mỗi phần một hệ số.",
    .mapping(
      required: ["total", "parts"],
      [
        "total": .expression("Tổng số."),
        "parts": .list(
          of: .mapping(
            required: ["of", "factor"], ["of": .expression("Phần."), "factor": .exact("Hệ số.")])),
      ])),
  RuleKind(
    "deduction", "Điểm tối đa trừ đi từng trường hợp.",
    .mapping(
      required: ["per"],
      [
        "per": .list(
          of: JSONSchema.mapping(
            required: ["count"],
            [
              "count": .expression("Số trường hợp."), "points": .exact("Điểm trừ mỗi trường hợp."),
              "percent": .exact("Phần trăm điểm tối đa trừ mỗi trường hợp."),
            ]
          ).with("anyOf", [["required": ["points"]], ["required": ["percent"]]])),
        "floor": .exact("Điểm thấp nhất, mặc định 0, có thể âm."),
      ])),
  RuleKind(
    "per_item", "Mỗi thứ đếm được một số điểm, không quá điểm tối đa.",
    .mapping(
      required: ["count", "points"], ["count": .expression("Số lượng."), "points": points])),
  RuleKind("best_of", "Lấy cách có lợi nhất.", .list(of: .ref("rule"), atLeast: 1)),
  RuleKind(
    "relative_to_best", "Giá trị ÷ giá trị cao nhất trong khối.",
    .mapping(required: ["of"], ["of": of, "within": .constant("block")])),
  RuleKind(
    "survey", "Chỉ số khảo sát × điểm tối đa.", .mapping(required: ["of"], ["of": of])),
  RuleKind(
    "subordinates", "Theo kết quả của đơn vị trực thuộc.",
    .mapping(
      required: ["of", "aggregate", "absent"],
      [
        "of": .expression("index, grade, hoặc một biểu thức trên số liệu."),
        "aggregate": .choice(
          "mean: trung bình; share: tỷ lệ đạt; count: số đạt; below: số dưới mức; sum: tổng.",
          of: SubordinatesRule.Aggregate.self),
        "at_least": .text("Mức xếp hạng hoặc giá trị để coi là đạt."),
        "absent": .choice("Đơn vị không nộp thì sao.", of: SubordinatesRule.Absent.self),
        "bands": bands,
        "from": .text("Sổ kết quả của cơ quan ngoài kỳ đánh giá."),
      ])),
  RuleKind(
    "council", "Các mức điểm Hội đồng được cho; [] là bất kỳ mức nào đến điểm tối đa.",
    .list(of: points)),
  RuleKind(
    "formula", "Trường hợp đầu tiên đúng thì lấy.",
    .list(
      of: .any(
        nil,
        .mapping(
          required: ["when", "points"], ["when": .expression("Điều kiện."), "points": points]),
        .mapping(required: ["otherwise"], ["otherwise": .exact("Điểm còn lại.")])))),
]

/// One step: at most one lower and one upper bound, or `otherwise`.
let bandSchema = JSONSchema([
  "anyOf": [
    JSONSchema.mapping(
      required: ["points"],
      [
        "above": .exact("Lớn hơn."), "from": .exact("Từ, kể cả."), "below": .exact("Nhỏ hơn."),
        "up_to": .exact("Đến, kể cả."), "points": points,
      ]
    ).with("not", ["anyOf": [["required": ["above", "from"]], ["required": ["below", "up_to"]]]])
      .with("minProperties", 2).value,
    JSONSchema.mapping(required: ["otherwise"], ["otherwise": .exact("Điểm còn lại.")]).value,
  ]
])
