/// `parindex/tables@1`: dossier figures as printed.
var tablesSchema: JSONSchema {
  JSONSchema.file(
    "tables", title: "Các bảng số liệu hồ sơ TTHC như in", required: ["title", "tables"],
    [
      "title": .text("Tên báo cáo."), "period": .text("Kỳ số liệu."),
      "source": .mapping(
        "Văn bản nguồn.", required: ["document"],
        ["document": .text("Số, ký hiệu."), "date": .day("Ngày.")]),
      "illustrative": .yesNo("Số liệu minh họa."), "note": .text("Lời nói thêm."),
      "tables": .list(
        of: .mapping(
          required: ["id", "title", "file"],
          [
            "id": .slug("Mã bảng."), "title": .text("Tên bảng."), "file": .text("Tệp CSV."),
            "period": .text("Kỳ số liệu."), "closed_on": .day("Ngày chốt."),
            "unit": .text("Cột tên cơ quan."), "type": .text("Cột loại cơ quan."),
            "parent": .text("Cột cơ quan cấp trên."),
            "type_of_all": .text("Loại của mọi dòng, khi không có cột."),
            "columns": .names("Số liệu và cột in.", of: .text()),
            "percents": .names(
              "Tỷ lệ in, dùng làm chứng.",
              of: .mapping(
                required: ["column", "over"],
                ["column": .text("Cột."), "over": .text("Trên số liệu nào.")])),
            "identities": .list("Đẳng thức từng dòng phải thỏa.", of: .text()),
            "numbers": .ref("numbers"),
            "groups": .list("Tên các nhóm in chung một số.", of: .text()),
            "totals": .mapping(
              "Dòng tổng.",
              [
                "rows": .list("Tên các dòng tổng trong bảng.", of: .text()),
                "all": .text("Dấu của dòng tổng cộng."), "file": .text("Tệp dòng tổng."),
              ]),
          ])),
      "checks": .list("So giữa các bảng, như online <= received.", of: .text()),
      "lists": .list(
        "Danh sách cơ quan theo mức tỷ lệ.",
        of: .mapping(
          required: ["id", "title", "table", "rate"],
          [
            "id": .text("Mã."), "title": .text("Tên danh sách."), "table": .text("Bảng."),
            "rate": .text("Tỷ lệ, như late_rate."), "from": .exact("Từ, kể cả."),
            "above": .exact("Lớn hơn."), "up_to": .exact("Đến, kể cả."),
            "below": .exact("Nhỏ hơn."), "at_least": .whole("Số hồ sơ ít nhất.", from: 1),
          ])),
      "corrections": .list(
        "Sửa số in, có lý do.",
        of: .mapping(
          required: ["table", "figure", "from", "to", "reason"],
          rowKeys + [
            ("figure", .text("Số liệu.")),
            ("from", .any("Số in; missing: để trống.", .whole(from: 0), .constant("missing"))),
            ("to", .whole("Số đúng.", from: 0)), ("reason", .text("Lý do.")),
            ("by", .text("Ai sửa.")),
          ])),
      "known": .list(
        "Chỗ lệch đã biết mà chưa sửa được.",
        of: .mapping(required: ["reason"], rowKeys + [("reason", .text("Lý do."))])),
    ],
    definitions: ["numbers": numbersSchema])
}

private let rowKeys: [(String, JSONSchema)] = [
  ("table", .text("Bảng.")), ("unit", .text("Cơ quan.")), ("total", .text("Dòng tổng.")),
  ("type", .text("Loại.")), ("parent", .text("Cơ quan cấp trên.")),
]
