internal import Grading

/// `parindex/round@1`: what a round says before any unit is read.
var roundSchema: JSONSchema {
  JSONSchema.file(
    "round", title: "Kỳ đánh giá",
    required: ["id", "title", "year", "criteria", "stages", "blocks", "before_appraisal"],
    [
      "id": .text("Mã kỳ đánh giá, như khanh-hoa-2017."), "title": .text("Tên kỳ đánh giá."),
      "year": .whole("Năm đánh giá.", from: 1, to: 9999),
      "illustrative": .yesNo("Số liệu minh họa; mọi báo cáo đều ghi như vậy."),
      "note": .text("Lời nói thêm cho người đọc."),
      "criteria": .any(
        "Thư mục các bộ tiêu chí, hoặc danh sách tệp.", .text(), .list(of: .text())),
      "units": .text("Danh sách cơ quan; mặc định units.yaml."),
      "submissions": .text("Thư mục bài nộp; mặc định units."),
      "holidays": .list("Ngày nghỉ ngoài thứ bảy, chủ nhật.", of: .day()),
      "before_appraisal": .choice(
        "Điểm khi chưa thẩm định.", of: BeforeAppraisal.self),
      "open_at_publication": .choice(
        "Mục còn mở khi công bố.", of: OpenAtPublication.self),
      "not_submitted": .choice("Cơ quan không nộp.", of: NotSubmitted.self),
      "surveys_not_held": .list("Mã các phần khảo sát không tổ chức.", of: .text()),
      "places_visible_to": .list("Vai trò được xem thứ hạng trước khi công bố.", of: .text()),
      "publication": .mapping(
        "Công bố.", required: ["state"],
        [
          "state": .choice("Đã đến bước nào.", of: PublicationState.self),
          "decision": .text("Số, ký hiệu quyết định."), "date": .day("Ngày quyết định."),
          "signer": .text("Người ký."),
        ]),
      "public": .mapping(
        "Những gì công khai trên trang web sau khi công bố; mặc định không.",
        [
          "names": .yesNo("Tên người quyết định, người ký."),
          "notes": .yesNo("Lý do của các quyết định, lời thuyết minh, ghi chú của các sổ."),
          "evidence": .yesNo("Tài liệu kiểm chứng đã dẫn (tên, số, ngày; không có tệp)."),
          "gaps": .yesNo("Nội dung còn phải bổ sung, giải trình."),
        ]),
      "stages": .list(
        "Các bước, theo thứ tự.",
        of: .mapping(
          required: ["id", "title", "kind"],
          [
            ("id", .slug("Mã, như appraisal-1.")), ("title", .text("Tên bước.")),
            ("kind", .choice("Loại bước.", of: Stage.Kind.self)),
            ("who", .text("Ai làm: unit, helper-team, council.")),
            ("opens", .moment("Mở từ ngày, giờ này.")),
          ] + deadlineKeys + [
            ("beyond_rule", .yesNo("Được cho điểm ngoài khoảng của cách chấm.")),
            (
              "second_approval_above",
              .exact("Mức thay đổi phải có người duyệt ở bước này, khi khác quy định chung.")
            ),
          ]
        )),
      "people": .text("Danh sách người; mặc định people.yaml, nếu có."),
      "procedure": procedureSchema,
      "deadlines": .names(
        "Thời hạn khác, gọi là deadline.<mã> trong biểu thức.",
        of: JSONSchema.mapping(nil, deadlineKeys).with("minProperties", 1).with("maxProperties", 1)),
      "blocks": .list("Các khối.", of: .ref("block"), atLeast: 1),
      "registers": .names("Các sổ theo dõi, theo tên dùng trong biểu thức.", of: .ref("register")),
      "dossiers": JSONSchema.mapping(
        "Số liệu hồ sơ TTHC: bảng in, dữ liệu từng hồ sơ, hoặc cả hai.",
        [
          "tables": .text("Tệp mô tả các bảng in."),
          "records": .text("Tệp mô tả dữ liệu từng hồ sơ."),
        ]
      ).with("minProperties", 1),
    ],
    definitions: [
      "clause": clauseSchema, "block": blockSchema, "register": registerSchema,
      "numbers": JSONSchema.mapping(
        "Cách viết số trong sổ.", required: ["decimal"], signKeys),
    ])
}

/// `{through: …}` or `{before: …}`.
let deadlineKeys: [(String, JSONSchema)] = [
  ("through", .moment("Đến hết ngày, giờ này.")),
  ("before", .moment("Trước ngày này: ngày này không còn tính.")),
]

private let blockSchema = JSONSchema.mapping(
  "Khối: các cơ quan được xếp hạng cùng nhau.",
  required: ["id", "council", "grades", "grades_on", "ranking"],
  [
    "id": .slug("Mã khối."), "title": .text("Tên khối."),
    "council": .text("Hội đồng thẩm định: province, district."),
    "unit_types": .list("Loại cơ quan thuộc khối.", of: .text(), atLeast: 1),
    "grades": .list(
      "Các mức xếp hạng, cao nhất đứng trước.",
      of: .mapping(
        required: ["name", "from"], ["name": .text("Tên mức."), "from": .exact("Từ, kể cả.")]),
      atLeast: 1),
    "grades_on": .choice("Xét mức trên Chỉ số đã làm tròn hay chưa.", of: IndexBasis.self),
    "ranking": .mapping(
      "Cách xếp hạng.", required: ["on"],
      [
        "by": .constant("index", "Theo Chỉ số."),
        "on": .choice("Xếp trên Chỉ số đã làm tròn hay chưa.", of: IndexBasis.self),
        "ties": .choice("Đồng hạng: 1-2-2-4 hay 1-2-2-3.", of: TieMethod.self),
        "tie_breakers": .list("Mã lĩnh vực, tiêu chí xét khi bằng nhau.", of: .text()),
        "group_by": .constant("parent", "Xếp riêng từng nhóm theo cơ quan cấp trên."),
      ]),
    "grade_unranked": .yesNo("Cơ quan không xếp hạng vẫn có mức."),
    "grade_conditions": .list(
      "Điều kiện khống chế hoặc hạ mức.",
      of: JSONSchema.mapping(
        required: ["when", "reason"],
        [
          "when": .expression("Điều kiện."), "at_most": .text("Không quá mức này."),
          "lower_by": .whole("Hạ số mức.", from: 1), "reason": .text("Lý do, in ra."),
          "clause": .ref("clause"),
        ]
      ).with("oneOf", [["required": ["at_most"]], ["required": ["lower_by"]]])),
  ])

private let registerSchema = JSONSchema.mapping(
  "Sổ theo dõi do cơ quan khác giữ.", required: ["file", "absent"],
  [
    "file": .text("Tệp CSV."), "title": .text("Tên sổ."), "owner": .text("Cơ quan giữ sổ."),
    "closed_on": .day("Ngày chốt số liệu."), "period": .text("Kỳ số liệu, như Năm 2017."),
    "absent": .choice(
      "Không có dòng: missing là chưa có số liệu, zero là không có sự việc.", of: AbsentRow.self),
    "covers": .list("Loại hoặc mã cơ quan phải có dòng; mặc định tất cả.", of: .text()),
    "illustrative": .yesNo("Số liệu minh họa."), "note": .text("Lời nói thêm."),
    "unit": .text("Cột mã cơ quan; mặc định unit."),
    "parent": .text("Cột mã cơ quan cấp trên; mặc định parent."),
    "bodies": .yesNo("Sổ kết quả của cơ quan ngoài kỳ đánh giá."),
    "numbers": .ref("numbers"),
    "columns": .names(
      "Các cột của tệp.",
      of: .mapping(
        required: ["type"],
        [
          "type": .choice(of: InputType.self, meaning: \.wording), "title": .text("Tên cột."),
          "column": .text("Tên cột in trong tệp, khi khác."),
          "percent": .yesNo("Cột ghi phần trăm không có dấu %."),
          "options": .names("Các mức.", of: .text()),
        ])),
    "missing_columns": .list("Cột mà bộ tiêu chí đọc và sổ này không có.", of: .text()),
    "describe": .text("Cách nói một dòng, như {task}, hạn {due}."),
    "figures": .names(
      "Số liệu đếm từ các dòng: count, sum, hoặc of và over.",
      of: JSONSchema.mapping(
        nil,
        [
          "title": .text("Tên số liệu."), "count": .expression("Đếm dòng thỏa điều kiện."),
          "sum": .expression("Cộng biểu thức này."), "of": .expression("Tử số."),
          "over": .expression("Mẫu số."), "where": .expression("Chỉ những dòng này."),
          "at_least": .exact("Mẫu số nhỏ nhất để có số liệu."),
        ]
      ).with(
        "oneOf",
        [["required": ["count"]], ["required": ["sum"]], ["required": ["of", "over"]]])),
  ])

/// How a printed table or a register writes numbers.
let numbersSchema = JSONSchema.mapping(
  "Cách viết số trong tệp.",
  signKeys + [
    ("percent_decimals", .whole("Số chữ số thập phân của phần trăm in.", from: 0, to: 6)),
    ("missing", .list("Ô ghi thế này là không có số liệu.", of: .text())),
  ])

private let signKeys: [(String, JSONSchema)] = [
  ("decimal", JSONSchema(["enum": [".", ","]]).with("description", "Dấu thập phân.")),
  (
    "thousands",
    JSONSchema(["enum": ["none", ".", ",", " "]])
      .with("description", "Dấu ngăn cách hàng nghìn.")
  ),
]
