internal import Grading

/// `parindex/criteria@1`: a set, or an overlay of another.
var criteriaSchema: JSONSchema {
  JSONSchema.file(
    "criteria", title: "Bộ tiêu chí", required: ["id"],
    [
      "id": .text("Mã bộ tiêu chí: thư mục/tệp, như khanh-hoa-2017/so."),
      "title": .text("Tên bộ tiêu chí."),
      "year": .whole("Năm ban hành; kỳ đánh giá dùng năm của mình.", from: 1, to: 9999),
      "unit_type": .text("Loại cơ quan được chấm, như so, huyen, xa."),
      "basis": .ref("clause", "Quyết định ban hành."),
      "clause": .ref("clause", "Căn cứ chung; mục con kế thừa."),
      "stand_in": .text("Nói rõ tệp này đứng thay cho văn bản nào."),
      "max_points": .exact("Tổng điểm tối đa, thường là 100."),
      "rounding": .mapping(
        "Nơi duy nhất nói về làm tròn.", required: ["points", "index"],
        [
          "points": .any(
            "Số chữ số thập phân của điểm từng mục; exact: không làm tròn.",
            .whole(from: 0, to: 12), .constant("exact")),
          "index": .whole("Số chữ số thập phân của Chỉ số.", from: 0, to: 12),
          "mode": .choice("Làm tròn số nằm chính giữa.", of: RoundingMode.self),
        ]),
      "without_evidence": .choice(
        "Điểm không có tài liệu kiểm chứng thì sao.", of: WithoutEvidence.self,
        meaning: \.wording),
      "shared_inputs": .names(
        "Dữ liệu khai một lần, nhiều mục dùng chung.", of: .ref("input"), pattern: namePattern),
      "figures": .names(
        "Số liệu do cơ quan khác theo dõi; kỳ đánh giá phải có các cột này.",
        of: .mapping(
          required: ["title", "columns"],
          [
            "title": .text("Tên sổ theo dõi."),
            "columns": .names(
              "Các cột số liệu.",
              of: .mapping(
                required: ["type", "title"],
                [
                  "type": .choice(of: InputType.self, meaning: \.wording),
                  "title": .text("Tên số liệu."), "unit": .text("Đơn vị tính."),
                ]), pattern: namePattern),
          ]), pattern: namePattern),
      "areas": .list("Các lĩnh vực.", of: .ref("area")),
      "extends": .text("Bộ gốc mà tệp này thay đổi; đường dẫn tính từ tệp này."),
      "reuse": .text("Bộ thay đổi của một bộ gốc khác; các thay đổi của nó được làm trước."),
      "units": .list("Các cơ quan mà bộ thay đổi này áp dụng.", of: .slug()),
      "change": .names("Khóa mới của mục đã có, theo mã.", of: .ref("change")),
      "remove": .list("Mã các mục bỏ đi.", of: .text()),
      "counterparts": .mapping(
        "Mục nào là mục nào của bộ năm trước, khi mã và tên không cho biết.",
        required: ["of", "items"],
        [
          "of": .text("Mã bộ tiêu chí năm trước."),
          "items": .names(
            "Mã mục của bộ này: mã mục của bộ năm trước, hoặc none là mục mới.", of: .text()),
        ]),
      "add": .list(
        "Các mục thêm vào.",
        of: .mapping(
          required: ["after"],
          [
            "after": .text("Mã của mục cùng cấp đứng ngay trước."), "area": .ref("area"),
            "criterion": .ref("criterion"), "sub_criterion": .ref("item"),
          ])),
    ],
    definitions: [
      "clause": clauseSchema, "input": inputSchema, "area": areaSchema,
      "criterion": .mapping(
        "Tiêu chí: có tiêu chí thành phần, hoặc tự có cách chấm.", required: ["id", "title"],
        groupKeys + [
          ("sub_criteria", .list("Các tiêu chí thành phần.", of: .ref("item"), atLeast: 1))
        ] + itemKeys),
      "item": .mapping(
        "Tiêu chí thành phần.", required: ["id", "title", "rule"],
        [("id", .text("Mã, như 1.1.1.")), ("title", .text("Tên."))] + maximumKeys + itemKeys),
      "change": .mapping(
        "Khóa ghi ở đây thay khóa của bộ gốc.",
        [("title", .text("Tên."))] + maximumKeys + itemKeys + [
          ("kind", .choice("Loại lĩnh vực.", of: AreaKind.self, meaning: \.wording)),
          ("optional", .yesNo("Có thể không tổ chức.")),
        ]),
      "rule": ruleSchema, "band": bandSchema,
    ]
  )
  .with(
    "if", ["required": ["extends"]]
  ).with(
    "else",
    [
      "required": [
        "title", "year", "unit_type", "max_points", "rounding", "without_evidence", "areas",
      ]
    ])
}

/// Names of inputs and registers: what an expression can read.
let namePattern = "^[a-z][a-z0-9_]*$"

let clauseSchema = JSONSchema.mapping(
  "Căn cứ: chỗ trong văn bản mà người đọc tra được.",
  [
    "document": .text("Số, ký hiệu văn bản."), "date": .day("Ngày văn bản."),
    "article": .text("Điều, mục."), "point": .text("Khoản, điểm."), "annex": .text("Phụ lục."),
  ])

let inputSchema = JSONSchema.mapping(
  "Một dữ liệu mà cơ quan, đơn vị, địa phương phải nhập.", required: ["type", "title"],
  [
    "type": .choice("Kiểu dữ liệu.", of: InputType.self, meaning: \.wording),
    "title": .text("Tên dữ liệu, người nhập đọc."),
    "unit": .text("Đơn vị tính, như nhiệm vụ, đồng."),
    "range": JSONSchema.list(
      "Khoảng cho phép [từ, đến]; đầu để trống ghi ~.", of: JSONSchema.expression().orBlank
    ).with("maxItems", 2),
    "at_most": .text("Không được lớn hơn dữ liệu này."),
    "same_as": .text("Số liệu của cơ quan khác nói cùng một điều."),
    "options": .names("Các mức được chọn: mã và tên.", of: .text()),
  ])

private let areaSchema = JSONSchema.mapping(
  "Lĩnh vực.", required: ["id", "title", "criteria"],
  groupKeys + [
    ("kind", .choice("Loại lĩnh vực.", of: AreaKind.self, meaning: \.wording)),
    ("applies_when", appliesWhen), ("not_applicable_for", notApplicableFor),
    ("effect", effect), ("clause", .ref("clause")),
    ("criteria", .list("Các tiêu chí.", of: .ref("criterion"))),
  ])

private let maximumKeys: [(String, JSONSchema)] = [
  ("max_points", .exact("Điểm tối đa.")),
  ("weight", .exact("Trọng số, thay cho max_points ở mọi mục cùng cấp.")),
]

private let groupKeys: [(String, JSONSchema)] =
  [("id", .text("Mã theo thứ bậc.")), ("title", .text("Tên."))] + maximumKeys + [
    ("optional", .yesNo("Có thể không tổ chức (khảo sát); kỳ đánh giá khai surveys_not_held."))
  ]

private let appliesWhen = JSONSchema.expression("Điều kiện để áp dụng, như unit.handles_dossiers.")
private let notApplicableFor = JSONSchema.list(
  "Mã cơ quan hoặc đặc điểm mà mục này không áp dụng.", of: .text())
private let effect = JSONSchema.choice(
  "Khi không áp dụng.", of: ApplicabilityEffect.self, meaning: \.wording)

private let itemKeys: [(String, JSONSchema)] = [
  ("inputs", .names("Dữ liệu phải nhập.", of: .ref("input"), pattern: namePattern)),
  ("rule", .ref("rule")),
  (
    "if_undefined",
    .choice(
      "Khi chia cho 0 hoặc không rơi vào mức nào.", of: Fallback.self, meaning: \.wording)
  ),
  (
    "if_missing",
    .choice("Khi cơ quan khác chưa có số liệu.", of: Fallback.self, meaning: \.wording)
  ),
  ("scored_by", .choice("Ai cho điểm.", of: ScoredBy.self, meaning: \.wording)),
  ("appraised_by", .text("Cơ quan thẩm định: mã cơ quan hoặc vai trò.")),
  ("clause", .ref("clause")),
  (
    "evidence",
    .mapping(
      "Tài liệu kiểm chứng.",
      [
        "required": .yesNo("Bắt buộc phải có."),
        "kinds": .list("Loại tài liệu, như kế hoạch, báo cáo.", of: .text()),
        "dated": JSONSchema.list(
          "Ngày văn bản trong khoảng [từ, đến].", of: JSONSchema.expression().orBlank
        ).with("maxItems", 2),
        "at_most_items": .whole("Một tài liệu dùng cho nhiều nhất bao nhiêu mục.", from: 1),
      ])
  ),
  ("guidance", .text("Hướng dẫn cho người chấm.")),
  ("applies_when", appliesWhen), ("not_applicable_for", notApplicableFor), ("effect", effect),
  ("may_be_not_applicable", .yesNo("Cơ quan được tự đề nghị không áp dụng.")),
  (
    "without_evidence",
    .choice(
      "Riêng mục này: điểm không có tài liệu kiểm chứng.", of: WithoutEvidence.self,
      meaning: \.wording)
  ),
  ("own_document", .yesNo("Tài liệu phải là của riêng cơ quan.")),
]
