internal import DossierCounting

/// `parindex/dossier-count@1`: what `dossiers count --format json` writes.
var dossierCountSchema: JSONSchema {
  JSONSchema.file(
    "dossier-count", title: "Số liệu hồ sơ theo từng cơ quan",
    required: [
      "title", "rules", "as_of_before", "rows", "repeats_looked_for", "rejected", "total",
      "units", "threads", "vector_bits",
    ],
    [
      "title": .text("Tên bộ dữ liệu."), "illustrative": .flag("Số liệu minh họa."),
      "rules": .mapping(
        "Quy tắc đã đếm theo.",
        required: [
          "title", "received_from", "received_before", "finished_at", "clock", "on_time_until",
          "late_includes_overdue",
        ],
        [
          "title": .text(), "basis": .text("Văn bản."), "received_from": .moment(),
          "received_before": .moment(), "finished_at": .choice(of: FinishMoment.self),
          "clock": .choice(of: DossierClock.self), "on_time_until": .choice(of: OnTimeBound.self),
          "late_includes_overdue": .flag(),
        ]),
      "as_of_before": .moment("Số liệu là của trước thời điểm này."),
      "rows": .whole("Dòng đã đọc.", from: 0),
      "repeats_looked_for": .flag("Có tìm mã hồ sơ lặp lại hay không."),
      "rejected": rejected.with("required", ["all"]), "total": .ref("figures"),
      "units": .list(of: .ref("unit")),
      "threads": .whole("Số luồng; số liệu không phụ thuộc.", from: 1),
      "vector_bits": .whole("Độ rộng véc-tơ; số liệu không phụ thuộc.", from: 1),
    ],
    definitions: [
      "figures": .mapping(required: figures.map(\.0), figures),
      "unit": .mapping(
        required: ["unit", "name"] + figures.map(\.0),
        [("unit", .slug("Mã cơ quan.")), ("name", .text())] + figures),
    ])
}

private var rejected: JSONSchema {
  .mapping(
    "Dòng không tính được, theo lý do; all: tất cả.",
    [("all", JSONSchema.whole(from: 0))]
      + RejectReason.allCases.map { ("\($0.word)", JSONSchema.whole(from: 1)) })
}

private var figures: [(String, JSONSchema)] {
  DossierMetric.allCases.map { ($0.rawValue, JSONSchema.whole(from: 0)) } + [
    ("excluded_by", .names("Theo từng loại trừ của quy tắc.", of: .whole(from: 0))),
    ("lists", .names("Theo từng danh sách của quy tắc.", of: .whole(from: 0))),
    (
      "findings",
      .mapping(
        "Điều phải xem lại.", RecordFinding.allCases.map { ($0.rawValue, .whole(from: 0)) })
    ),
    ("rates", .names("Theo từng tỷ lệ của quy tắc.", of: JSONSchema.exact().orBlank)),
    (
      "late_rates",
      .mapping(
        "Tỷ lệ trễ hạn: như đã đếm, khi bỏ từng loại trừ, khi bỏ tất cả.",
        required: ["as_counted", "without", "without_any"],
        [
          "as_counted": .exact().orBlank, "without": .names(of: JSONSchema.exact().orBlank),
          "without_any": .exact().orBlank,
        ])
    ),
  ]
}

extension JSONSchema {
  /// True or false, as results write it.
  static func flag(_ text: String? = nil) -> JSONSchema {
    let schema = JSONSchema(["type": "boolean"])
    return text.map { schema.with("description", .string($0)) } ?? schema
  }
}
