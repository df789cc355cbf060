internal import Procedure

/// `procedure:` of a round: its rules of procedure.
let procedureSchema = JSONSchema.mapping(
  "Quy chế thẩm định: ai được làm gì, khi nào.",
  [
    "grounds": .list(
      "Danh mục căn cứ: mọi quyết định trừ chấp nhận và mọi lần mở khóa nêu một căn cứ.",
      of: .mapping(
        required: ["id", "title"],
        ["id": .slug("Mã, như thieu-tai-lieu."), "title": .text("Tên căn cứ.")]), atLeast: 1),
    "second_approval": .mapping(
      "Người duyệt.", required: ["above"],
      [
        "above": .exact(
          "Mục thay đổi trên mức này trong một bước thẩm định thì phải có người duyệt.")
      ]
    ),
    "stand_ins": .names(
      "Cơ quan xét thay mục của chính cơ quan thẩm định, theo mã cơ quan.", of: .slug()),
    "assignments": .list(
      "Phân công Tổ giúp việc; khóa không ghi là tất cả.",
      of: .mapping(
        required: ["people"],
        [
          "people": .list("Mã người.", of: .text(), atLeast: 1),
          "stages": .list("Mã bước.", of: .slug(), atLeast: 1),
          "areas": .list("Mã lĩnh vực, tiêu chí hoặc mục chấm điểm.", of: .text(), atLeast: 1),
          "blocks": .list("Mã khối.", of: .slug(), atLeast: 1),
        ])),
    "agenda": JSONSchema(["enum": ["required", "optional"]]).with(
      "description", "required: Hội đồng chỉ quyết định nội dung có trong chương trình họp."),
    "quorum": .exact("Phần số thành viên Hội đồng phải có mặt, như 2/3."),
    "reconsideration": .mapping(
      "Kiến nghị sau công bố.",
      [
        "within": .text("Thời hạn kiến nghị, như 10 working days."),
        "answer_within": .text("Thời hạn trả lời."),
      ]),
  ])

/// `parindex/people@1`: who may act.
var peopleSchema: JSONSchema {
  JSONSchema.file(
    "people", title: "Người được phép làm việc trong kỳ đánh giá", required: ["people"],
    [
      "people": .list(
        of: .mapping(
          required: ["id", "name", "role"],
          [
            "id": .text("Mã, như to-giup-viec/02."), "name": .text("Họ và tên."),
            "role": .choice("Vai trò.", of: Role.self, meaning: \.wording),
            "unit": .slug("Mã cơ quan của người đó; phải có với unit, register-owner."),
            "council": .text("Hội đồng: province (mặc định) hoặc mã cấp huyện."),
            "from": .day("Từ ngày."), "until": .day("Đến ngày."),
          ]))
    ])
}
