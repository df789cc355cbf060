/// `parindex/self-assessment@1` for any set; `selfAssessmentSchema(for:)` knows one set's items.
var selfAssessmentSchema: JSONSchema {
  selfAssessmentFile(
    answers: JSONSchema.names(
      "Trả lời theo mã mục.",
      of: JSONSchema.mapping(
        nil,
        [
          ("inputs", JSONSchema.names("Dữ liệu của mục.", of: .ref("value")).orBlank),
          ("points", JSONSchema.exact("Điểm tự chấm; để trống là điểm tính từ số liệu.").orBlank),
          ("not_applicable", .text("Lý do không áp dụng.")),
        ] + answerKeys
      ).orBlank),
    shared: .names("Dữ liệu dùng chung.", of: .ref("value")))
}

/// The whole file around the answers.
func selfAssessmentFile(answers: JSONSchema, shared: JSONSchema) -> JSONSchema {
  JSONSchema.file(
    "self-assessment", title: "Bản tự chấm điểm", required: ["round", "unit"],
    [
      "round": .text("Mã kỳ đánh giá."), "unit": .slug("Mã cơ quan."),
      "submitted_at": JSONSchema.moment("Thời điểm nộp; để trống là bản nháp.").orBlank,
      "illustrative": .yesNo("Số liệu minh họa."),
      "signed_by": .mapping(
        "Người ký.", required: ["name"],
        ["name": .text("Họ và tên."), "position": .text("Chức vụ.")]
      ).orBlank,
      "shared_inputs": shared.orBlank, "answers": answers.orBlank,
      "disputes": JSONSchema.list(
        "Số liệu của cơ quan khác mà cơ quan không đồng ý.",
        of: .mapping(
          required: ["figure", "claim", "ground"],
          [
            "figure": .text("Tên số liệu, như reports.late."),
            "claim": .ref("value", "Số mà cơ quan cho là đúng."), "ground": .text("Lý do."),
            "evidence": .ref("citations"),
          ])
      ).orBlank,
      "linked_late_dossiers": JSONSchema.text("Tệp danh sách hồ sơ liên thông trễ hạn.").orBlank,
    ],
    definitions: [
      "value": JSONSchema(["type": ["string", "number", "boolean", "null"]])
        .with("description", "Số, tỷ lệ như 87.5%, ngày 2017-12-20, none, yes, no hoặc một mức."),
      "citations": citationsSchema,
    ])
}

let answerKeys: [(String, JSONSchema)] = [
  ("evidence", JSONSchema.ref("citations")),
  (
    "note",
    JSONSchema.text("Giải trình, bắt buộc khi điểm tự chấm khác điểm tính từ số liệu.").orBlank
  ),
]

private let citationsSchema = JSONSchema.list(
  "Tài liệu kiểm chứng, theo mã trong evidence.yaml.",
  of: .mapping(
    required: ["id"],
    [
      "id": .text("Mã tài liệu."), "section": JSONSchema.text("Mục.").orBlank,
      "pages": JSONSchema.text("Trang, như 1-4.").orBlank,
    ])
).orBlank

/// `parindex/evidence@1`: a unit's shelf of documents.
var evidenceSchema: JSONSchema {
  JSONSchema.file(
    "evidence", title: "Tài liệu kiểm chứng của cơ quan", required: [],
    ["documents": documentsSchema("Mỗi tài liệu ghi một lần, nhiều mục dẫn được.")])
}

/// A list of documents that others cite by id.
func documentsSchema(_ text: String) -> JSONSchema {
  JSONSchema.list(
    text,
    of: .mapping(
      required: ["id", "kind"],
      [
        "id": .text("Mã tự đặt, dùng để dẫn."),
        "kind": .text("Loại: kế hoạch, báo cáo, quyết định, đường dẫn, ảnh…"),
        "number": .text("Số, ký hiệu văn bản."), "date": .day("Ngày văn bản."),
        "issuer": .text("Cơ quan ban hành."), "title": .text("Trích yếu."),
        "file": .text("Tệp, tính từ thư mục của cơ quan."),
        "sha256": JSONSchema.text("Mã kiểm tra toàn vẹn của tệp.")
          .with("pattern", "^[0-9A-Fa-f]{64}$"),
        "url": JSONSchema.text("Đường dẫn công khai.").with(
          "pattern", "^[Hh][Tt][Tt][Pp][Ss]?://"),
        "accessed": .day("Ngày xem đường dẫn."),
        "shown_in_person": .yesNo("Xuất trình trực tiếp (tài liệu mật), không tải lên."),
      ])
  ).orBlank
}

/// `parindex/appraisal@1`: what was decided on one unit; entries are never edited.
var appraisalSchema: JSONSchema {
  let decisions: JSONValue = [
    "accept", "adjust", "set_points", "reject_evidence", "request_explanation",
    "mark_not_applicable", "correct_figure",
  ]
  return JSONSchema.file(
    "appraisal", title: "Kết quả thẩm định một cơ quan", required: ["round", "unit", "entries"],
    [
      "round": .text("Mã kỳ đánh giá."), "unit": .slug("Mã cơ quan."),
      "entries": .list(
        "Theo thứ tự thời gian; dòng sau thay dòng trước, không sửa dòng cũ.",
        of: JSONSchema.mapping(
          required: ["stage", "by", "at"],
          [
            "criterion": .text("Mã mục."), "figure": .text("Tên số liệu được sửa."),
            "stage": .slug("Bước thẩm định."),
            "decision": JSONSchema(["enum": decisions]).with("description", "Quyết định."),
            "inputs": .names("Dữ liệu đã sửa (adjust).", of: .ref("value")),
            "points": .exact("Điểm cho (set_points), hoặc điểm đã thấy (accept)."),
            "beyond_rule": .yesNo("Ngoài khoảng của cách chấm."),
            "documents": .list("Tài liệu không chấp nhận.", of: .text()),
            "value": .ref("value", "Số đúng (correct_figure)."),
            "text": .text("Nội dung giải trình."), "evidence": .ref("citations"),
            "reason": .text("Lý do; bắt buộc trừ accept."), "by": .text("Ai quyết định."),
            "at": .moment("Lúc nào."),
          ]
        )
        .with("oneOf", [["required": ["criterion"]], ["required": ["figure"]]])
        .with("anyOf", [["required": ["decision"]], ["required": ["text"]]])),
    ],
    definitions: [
      "value": JSONSchema(["type": ["string", "number", "boolean"]]),
      "citations": citationsSchema,
    ])
}
