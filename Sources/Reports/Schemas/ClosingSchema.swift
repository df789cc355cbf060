internal import DossierCounting

/// `parindex/closing@1`: the `closing.yaml` of closed data.
var closingSchema: JSONSchema {
  JSONSchema.file(
    "closing", title: "Số liệu hồ sơ đã chốt",
    required: [
      "name", "version", "as_of", "closed_on", "engine", "records", "rules", "register", "inputs",
      "exports", "totals", "files",
    ],
    [
      "name": .text("Tên của số liệu."), "version": .whole(from: 1),
      "as_of": .moment("Số liệu tính đến hết ngày này, hoặc trước giờ này."),
      "closed_on": .day("Ngày chốt."), "closed_by": .text("Cơ quan hoặc người chốt."),
      "engine": .text("Phiên bản chương trình."),
      "records": .text("Tệp records.yaml hoặc tệp xuất, nhìn từ thư mục này."),
      "rules": .ref("file"), "register": .ref("file", "Danh sách cơ quan."),
      "inputs": .list("Các tệp khác.", of: .ref("file")),
      "exports": .list(
        of: .mapping(
          required: ["file", "bytes", "sha256", "source", "rows", "counted", "rejected"],
          file + [
            ("source", .slug()), ("rows", .whole(from: 0)), ("counted", .whole(from: 0)),
            ("rejected", .whole(from: 0)),
            (
              "records_sha256",
              digest.with("description", "Mã của hồ sơ trong bản sao, sau giải nén.")
            ),
          ]), atLeast: 1),
      "totals": .mapping(
        required: DossierMetric.allCases.map(\.rawValue),
        DossierMetric.allCases.map { ($0.rawValue, .whole(from: 0)) }),
      "previous": .mapping(
        "Lần chốt trước.", required: ["folder", "version", "sha256", "changes"],
        [
          ("folder", .text("Nhìn từ thư mục này.")), ("version", .whole(from: 1)),
          ("sha256", digest),
          ("changes", JSONSchema(["enum": ["listed", "not_listed"]])),
        ]
          + [
            "only_before", "only_now", "changed", "decided_otherwise", "turned_late",
            "turned_in_time", "turned_excluded", "due_moved",
          ].map { ($0, .whole(from: 0)) }),
      "files": .list("Các tệp của thư mục.", of: .ref("file")),
    ],
    definitions: ["file": .mapping(required: ["file", "bytes", "sha256"], file)])
}

private var digest: JSONSchema { JSONSchema(["type": "string", "pattern": "^[0-9a-f]{64}$"]) }

private var file: [(String, JSONSchema)] {
  [
    ("file", .text("Nhìn từ thư mục của records.yaml; tệp của thư mục này thì từ đây.")),
    ("copy", .text("Bản sao trong thư mục này.")), ("bytes", .whole(from: 0)), ("sha256", digest),
  ]
}
