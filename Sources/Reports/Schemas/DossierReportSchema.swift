internal import DossierCounting

/// `parindex/dossier-report@1`: what `dossiers report --format json` writes.
var dossierReportSchema: JSONSchema {
  JSONSchema.file(
    "dossier-report", title: "Báo cáo định kỳ tình hình giải quyết hồ sơ", required: ["reports"],
    ["reports": .list("Một báo cáo, hoặc mỗi bảng đã in một báo cáo.", of: .ref("report"))],
    definitions: [
      "report": .mapping(
        required: [
          "source", "late_includes_overdue", "bounds", "period", "parts", "movements", "breakdowns",
        ],
        [
          "source": .any("Nguồn số liệu.", .ref("records"), .ref("table")),
          "late_includes_overdue": .flag("Hồ sơ chưa giải quyết đã quá hạn tính là trễ."),
          "bounds": .mapping(
            required: ["watch", "accountable", "at_least"],
            [
              "watch": .exact("Theo dõi từ tỷ lệ trễ hạn này."),
              "accountable": .exact("Kiểm điểm trách nhiệm từ tỷ lệ trễ hạn này."),
              "at_least": .whole("Số hồ sơ ít nhất.", from: 1),
            ]),
          "period": .ref("sheet"), "parts": .list("Các kỳ trong kỳ.", of: .ref("sheet")),
          "before": .ref("sheet", "Kỳ trước."),
          "movements": .list("Thay đổi từ kỳ này sang kỳ sau.", of: .ref("movement")),
          "breakdowns": .mapping(
            "Theo nội dung khác.",
            DossierGrouping.allCases.map { ($0.rawValue, .list(of: .ref("group"))) }),
          "clock": .list("Thời điểm giải quyết xong, từng cơ quan.", of: .ref("clock")),
        ]),
      "records": records, "table": table,
      "sheet": .mapping(
        required: ["total", "blocks", "units"],
        time + [
          ("total", .mapping(nil, figures)),
          ("blocks", .list(of: .mapping(required: ["type"], [("type", .text())] + figures))),
          ("units", .list(of: .ref("row"))), ("lists", lists),
        ]),
      "row": .mapping(
        required: ["name", "type"],
        [
          ("unit", .text("Mã cơ quan.")), ("group", .text("Nhóm cơ quan có chung một số liệu.")),
          ("name", .text()), ("parent", .text("Cơ quan cấp trên.")), ("type", .text("Khối.")),
        ] + figures),
      "group": .mapping(
        required: ["name"], [("unit", .text()), ("name", .text())] + figures),
      "movement": .mapping(
        required: ["from", "to", "entered", "left"],
        [
          ("from", .mapping(nil, time)), ("to", .mapping(nil, time)), ("late_rate_before", rate),
          ("late_rate", rate),
          ("entered", .list("Mới vào danh sách theo dõi.", of: .ref("change"))),
          ("left", .list("Ra khỏi danh sách theo dõi.", of: .ref("change"))),
        ]),
      "change": .mapping(
        required: ["unit", "before", "now"],
        [("unit", .text()), ("before", rate), ("now", rate)]),
      "clock": .mapping(
        required: ["unit", "resolved", "last_minutes", "outside_hours"],
        [
          "unit": .text(), "resolved": .whole(from: 1),
          "last_minutes": .whole("Xong trong những phút cuối của ngày hẹn trả.", from: 0),
          "last_minutes_unusual": .flag(),
          "outside_hours": .whole("Xong ngoài giờ làm việc hoặc ngày nghỉ.", from: 0),
          "outside_hours_unusual": .flag(),
        ]),
    ])
}

private var rate: JSONSchema { JSONSchema.exact().orBlank }

private var figures: [(String, JSONSchema)] {
  DossierMetric.allCases.map { ($0.rawValue, JSONSchema.whole(from: 0)) } + [
    ("doubtful", .list("Số liệu mâu thuẫn với số khác.", of: .choice(of: DossierMetric.self))),
    ("late_rate", rate), ("late_rate_with_overdue", rate),
  ]
}

private var time: [(String, JSONSchema)] {
  [
    ("id", .text("Kỳ.")), ("from", .moment()), ("before", .moment()),
    ("as_of_before", .moment("Số liệu là của trước thời điểm này.")),
    ("closed_on", .day("Ngày chốt của bảng đã in.")),
  ]
}

private var lists: JSONSchema {
  let names = [
    "watch", "accountable", "below", "none_late", "none_resolved", "no_dossiers", "too_few",
    "missing", "doubtful",
  ]
  return .mapping(
    "Mã cơ quan, theo danh sách.", required: names, names.map { ($0, .list(of: .text())) })
}

private var records: JSONSchema {
  .mapping(
    "Đếm từ dữ liệu từng hồ sơ.",
    required: [
      "kind", "title", "rules", "exclusions", "lists", "rows", "repeated", "unreadable", "findings",
    ],
    [
      "kind": .constant("records"), "title": .text(), "rules": .text(), "illustrative": .flag(),
      "exclusions": .list(
        of: .mapping(
          required: ["id", "applied"],
          ["id": .slug(), "applied": .flag(), "excluded": .whole(from: 0)])),
      "lists": .names("Theo từng danh sách của quy tắc.", of: .whole(from: 0)),
      "rows": .whole("Toàn bộ các dòng đã đọc, không riêng kỳ báo cáo.", from: 0),
      "repeated": JSONSchema.whole("Trong toàn bộ các dòng; null: không tìm.", from: 0).orBlank,
      "unreadable": .mapping(
        "Trong toàn bộ các dòng.", RejectReason.allCases.map { ("\($0.word)", .whole(from: 1)) }),
      "findings": .mapping(
        "Trong toàn bộ các dòng.", RecordFinding.allCases.map { ($0.rawValue, .whole(from: 1)) }),
    ])
}

private var table: JSONSchema {
  .mapping(
    "Bảng đã in.", required: ["kind", "title", "table", "corrections"],
    [
      "kind": .constant("table"), "title": .text(), "table": .text("Mã của bảng."),
      "document": .text("Văn bản."), "corrections": .whole(from: 0), "illustrative": .flag(),
    ])
}
