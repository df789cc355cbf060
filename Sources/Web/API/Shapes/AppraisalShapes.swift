internal import Grading

/// What is said of items that are appraised, and of decisions.
extension APIOperation {
  static let workStates = WorkTable.State.allCases.map(\.name)

  static let workFields: [APIField] = [
    .needed("unit", .word(.id)), .needed("item", .word(.id)),
    .needed("title", .text(10_000)), .needed("state", .choice(workStates)),
    .needed("claimed", outcomeShape, "điểm tự chấm", "claimed points"),
    .needed("standing", outcomeShape, "đang tính", "as it stands"),
    .needed("stake", .exact, "điểm còn có thể đổi", "points at stake"),
  ]

  static let matterFields: [APIField] = [
    .needed("unit", .word(.id)), .needed("unitName", .text(10_000)),
    .needed("item", .word(.id)), .needed("title", .text(10_000)),
    .needed("maximum", .exact), .needed("scoredBy", .choice(of: ScoredBy.self)),
    .needed("layers", .list(.named("LayerOutcome", .object(layerFields)), 100)),
    .needed("inputs", .map(.text(10_000)), "số liệu đang dùng", "inputs in force"),
    .needed("documents", .list(.word(.document), 10_000), "tài liệu được dẫn", "what it cites"),
    .needed(
      "figures", .list(.text(1_000), 10_000), "số liệu của cơ quan khác", "figures that it reads"),
    .needed("note", .text(100_000).orNull, "thuyết minh của đơn vị", "what the unit says"),
    .needed(
      "choices", .list(.choice(AppraisalForm.Choice.names), 10), "việc làm được", "what may be done"
    ),
    .needed("refusal", .text(100_000).orNull, "vì sao không làm được", "why nothing may be done"),
    .needed(
      "proposal", .whole(1...1_000_000_000).orNull, "đề nghị đang chờ duyệt",
      "what waits for approval"),
    .needed("seen", count, "số sự kiện cuối", "the number of its last event"),
    .needed(
      "events", .list(.document, 100_000), "lịch sử (parindex/log@1)",
      "its history (parindex/log@1)"),
  ]

  static let layerFields: [APIField] = [
    .needed("layer", .word(.id)), .needed("outcome", outcomeShape),
    .needed("why", .text(100_000), "vì sao", "why"),
  ]

  static let decisionShape = APIShape.named(
    "Decision",
    .object([
      .needed(
        "decision", .choice(AppraisalForm.Choice.names),
        "việc: chấp nhận, cho điểm, sửa số liệu, không công nhận tài liệu, không áp dụng, đính chính số liệu, yêu cầu giải trình, trình Hội đồng",
        "accept, give points, mend inputs, reject evidence, not applicable, correct a figure, ask, put before the council"
      ),
      .needed(
        "seen", count, "số sự kiện cuối đã xem (`seen` của getMatter)", "`seen` of getMatter"),
      .optional("points", .exact, "số điểm", "the points"),
      .optional("beyondRule", .truth, "điểm ngoài cách chấm", "points that the rule cannot give"),
      .optional("inputs", inputsShape, "số liệu đúng, theo tên", "the right inputs, by name"),
      .optional("documents", .list(.word(.document), 1_000), "tài liệu", "the documents"),
      .optional("figure", .text(500), "số liệu được đính chính", "the figure that is corrected"),
      .optional("value", .text(500), "giá trị đúng", "its right value"),
      .optional(
        "ground", .word(.id), "căn cứ trong danh mục của kỳ", "a ground of the round's list"),
      .optional("text", .text(4_000), "lý do, nội dung hỏi", "the reason, or what is asked"),
      .optional("basis", .text(4_000), "căn cứ pháp lý", "the legal basis"),
      .optional("due", .word(.moment), "hạn trả lời", "until when to answer"),
      .optional(
        "votes", .named("Votes", .object(voteFields)), "biểu quyết", "how the council voted"),
      dryRun,
      .optional("propose", .truth, "gửi người duyệt thứ hai", "leave it to a second approver"),
    ]))

  static let voteFields: [APIField] = [
    .needed("for", .whole(0...10_000)), .needed("against", .whole(0...10_000)),
    .needed("abstaining", .whole(0...10_000)),
  ]

  static let decidedShape = APIShape.named(
    "Decided",
    .object([
      .needed("outcome", .choice(["trial", "recorded", "proposed"]), "kết quả", "what came of it"),
      .needed("event", .whole(1...1_000_000_000).orNull, "số của sự kiện", "the event's number"),
      .needed(
        "proposal", .whole(1...1_000_000_000).orNull, "số của đề nghị", "the proposal's number"),
      .needed(
        "trial", TrialAnswer.shape.orNull, "ảnh hưởng (khi xem trước)", "its effect (of a dry run)"),
    ]))
}
