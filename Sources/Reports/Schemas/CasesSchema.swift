/// `parindex/cases@1`: worked cases beside the rules.
var casesSchema: JSONSchema {
  JSONSchema.file(
    "cases", title: "Ca kiểm thử của bộ tiêu chí", required: ["criteria", "cases"],
    [
      "criteria": .text("Tệp bộ tiêu chí, đường dẫn tính từ tệp này."),
      "year": .whole("Năm của kỳ đánh giá; mặc định là năm của bộ.", from: 1, to: 9999),
      "deadlines": .names("Thời hạn, như self_assessment.", of: .moment()),
      "holidays": .list("Ngày nghỉ ngoài thứ bảy, chủ nhật.", of: .day()),
      "grades": .list("Các mức xếp hạng, cao nhất đứng trước.", of: .text()),
      "cases": .list(
        of: .mapping(
          required: ["name", "criterion", "expect"],
          [
            "name": .text("Tên ca, nói mốc nào được thử."),
            "criterion": .text("Mã mục được chấm."),
            "given": JSONSchema.names(
              "Dữ liệu: tên dữ liệu, số liệu có dấu chấm, unit.*, block, subordinates.",
              of: .ref("value")
            ).with(
              "properties",
              [
                "block": JSONSchema.list(
                  "Giá trị của các đơn vị khác trong khối.", of: .ref("value")
                ).value,
                "subordinates": JSONSchema.list(
                  "Kết quả của các đơn vị trực thuộc.", of: .names(of: .ref("value"))
                ).value,
              ]),
            "expect": JSONSchema.mapping(
              "Kết quả phải có.",
              [
                "points": .exact("Điểm."),
                "state": JSONSchema([
                  "enum": ["scored", "not_applicable", "unanswered", "pending", "broken"]
                ]).with("description", "Trạng thái."),
                "trace": .text("Một phần của câu giải thích."),
              ]
            ).with("minProperties", 1),
          ])),
    ],
    definitions: [
      "value": JSONSchema(["type": ["string", "number", "boolean", "null"]])
        .with("description", "Một giá trị: số, tỷ lệ như 90%, ngày, none, yes, mức.")
    ])
}
