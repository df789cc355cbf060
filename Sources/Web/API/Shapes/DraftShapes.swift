internal import Diagnostics
internal import Grading
internal import Reports

/// What is said of a unit's items and drafts.
extension APIOperation {
  static let dryRun = APIField.optional(
    "dryRun", .truth, "chỉ xem trước, không ghi", "only tries, records nothing")

  static let inputsShape = APIShape.map(.text(500))

  static let outcomeShape = APIShape.named(
    "Outcome",
    .object([
      .needed("state", .choice(ItemState.names), "tình trạng", "its state"),
      .needed("points", .exact.orNull, "điểm; null khi chưa có", "its points, if it has any"),
    ]))

  static let lineFields: [APIField] = [
    .needed("id", .word(.id)), .needed("title", .text(10_000)),
    .needed("area", .word(.id), "lĩnh vực", "its area"),
    .needed("maximum", .exact, "điểm tối đa", "its maximum"),
    .needed("scoredBy", .choice(of: ScoredBy.self), "nguồn điểm", "who gives the points"),
    .needed("claimed", outcomeShape, "điểm tự chấm", "claimed points"),
    .needed("computed", outcomeShape, "điểm tính từ số liệu", "computed points"),
    .needed("answered", .truth, "đã khai", "whether it is answered"),
    .needed("changed", .truth, "có sửa đổi chưa nộp", "whether something is not handed in"),
    .needed("edition", count, "số lần sửa của bản nháp", "the draft's edition"),
  ]

  static let itemShape = APIShape.named(
    "Item",
    .object(
      lineFields + [
        .needed("guidance", .text(100_000).orNull, "hướng dẫn", "guidance"),
        .needed("why", .text(100_000), "vì sao được số điểm này", "why it has its points"),
        .needed("inputs", .list(.named("Input", .object(inputFields)), 1_000)),
        .needed("answer", .named("Answer", .object(answerFields)), "nội dung khai", "what is said"),
        .needed("draft", .nullable(savedShape), "bản nháp", "its draft"),
        .needed("findings", .list(findingShape, 100_000), "chỗ phải xem lại", "what was found"),
        .needed("requests", .list(count, 10_000), "yêu cầu giải trình", "requests to explain it"),
      ]))

  static let sharedShape = APIShape.named(
    "SharedInputs",
    .object([
      .needed("edition", count, "số lần sửa của bản nháp", "the draft's edition"),
      .needed("inputs", .list(.named("Input", .object(inputFields)), 1_000)),
      .needed("answer", .map(.text(10_000)), "nội dung khai, theo tên", "what is said, by name"),
      .needed("draft", .nullable(savedShape), "bản nháp", "its draft"),
      .needed("findings", .list(findingShape, 100_000), "chỗ phải xem lại", "what was found"),
    ]))

  static let inputFields: [APIField] = [
    .needed("name", .word(.id)), .needed("title", .text(10_000)),
    .needed("type", .choice(of: InputType.self), "kiểu", "its type"),
    .needed("unit", .text(1_000).orNull, "đơn vị tính", "in what it is counted"),
    .needed("options", .list(.word(.id), 1_000), "các lựa chọn", "what can be chosen"),
  ]

  static let savedShape = APIShape.named(
    "Saved",
    .object([
      .needed("edition", count), .needed("author", .text(64), "tài khoản lưu", "who saved it"),
      .needed("saved", .word(.time), "lúc lưu", "when"),
    ]))

  /// Values are as files write them; what was typed in a page and cannot be read stays as it is.
  static let answerFields: [APIField] = [
    .needed("inputs", .map(.text(10_000)), "số liệu, theo tên", "inputs by name"),
    .needed("points", .text(10_000), "điểm tự chấm, khi khác điểm tính", "own points"),
    .needed("notApplicable", .text(10_000), "lý do không áp dụng", "why it does not apply"),
    .needed("note", .text(10_000), "thuyết minh", "the explanation"),
    .needed("evidence", .list(.named("CitedDocument", .object(citedFields)), 10_000)),
  ]

  static let citedFields: [APIField] = [
    .needed("document", .word(.document)), .needed("section", .text(10_000)),
    .needed("pages", .text(10_000)),
  ]

  static let draftShape = APIShape.named(
    "Draft",
    .object([
      .needed("edition", count, "số lần sửa đã xem", "the edition that was seen"),
      .optional("inputs", inputsShape, "số liệu, theo tên", "inputs by name"),
      .optional("points", .text(500), "điểm tự chấm, khi khác điểm tính", "own points"),
      .optional("notApplicable", .text(500), "lý do không áp dụng", "why it does not apply"),
      .optional("note", .text(4_000), "thuyết minh", "the explanation"),
      .optional(
        "evidence", .list(.named("Citation", .object(citationFields)), AnswerForm.mostCitations),
        "tài liệu được dẫn", "documents that it cites"),
    ]))

  static let citationFields: [APIField] = [
    .needed("document", .word(.document), "mã trong danh mục", "its id on the shelf"),
    .optional("section", .text(200), "mục", "the section"),
    .optional("pages", .text(200), "trang", "the pages"),
  ]

  static let findingShape = APIShape.named(
    "Finding",
    .object([
      .needed("item", .word(.id).orNull, "tiêu chí", "the item"),
      .needed(
        "pointer", .text(500), "chỗ trong nội dung khai, JSON pointer", "where in the answer"),
      .needed("code", .text(100), "mã ổn định", "a stable name"),
      .needed("severity", .choice(of: Severity.self), "mức độ", "how bad it is"),
      .needed("message", .text(100_000), "nội dung", "what is wrong"),
      .needed("help", .text(100_000).orNull, "cách sửa", "how to mend it"),
    ]))

  static let checkShape = APIShape.named(
    "Check",
    .object([
      .needed("ready", .truth, "nộp được", "whether it can be handed in"),
      .needed(
        "edition", .word(.digest), "bản sẽ được ký; khác đi khi có sửa đổi",
        "what would be signed; another one once anything is"),
      .needed("submitted", .truth, "đã nộp", "whether it was handed in"),
      .needed("changed", .truth, "có sửa đổi chưa nộp", "whether something is not handed in"),
      .needed("answered", count, "số tiêu chí đã khai", "items with an answer"),
      .needed("items", count, "số tiêu chí phải khai", "items that want one"),
      .needed("claimed", .exact.orNull, "điểm tự chấm", "claimed points"),
      .needed("computed", .exact.orNull, "điểm tính từ số liệu", "computed points"),
      .needed("maximum", .exact.orNull, "tổng điểm tối đa áp dụng", "applicable maximum"),
      .needed("findings", .list(findingShape, 100_000), "chỗ phải xem lại", "what was found"),
    ]))
}
