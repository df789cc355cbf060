internal import DossierCounting

/// `parindex/dossier-comparison@1`: what `dossiers compare --format json` writes.
var dossierComparisonSchema: JSONSchema {
  JSONSchema.file(
    "dossier-comparison", title: "So sánh từng hồ sơ của hai bên",
    required: ["across_sources", "a", "b", "not_compared", "same", "total", "units", "examples"],
    [
      "illustrative": .flag("Số liệu minh họa."),
      "across_sources": .flag("Ghép theo mã hồ sơ, không phân biệt nguồn."),
      "a": .ref("side"), "b": .ref("side"),
      "not_compared": .list(
        "Ô không so sánh, vì có tệp không có cột.",
        of: .mapping(required: ["fields"], ["source": .text(), "fields": fields])),
      "same": .whole("Hồ sơ giống nhau.", from: 0),
      "total": .mapping(required: tally.required, tally.all),
      "units": .list(
        of: .mapping(required: ["unit"] + tally.required, [("unit", .text())] + tally.all)),
      "examples": .list("Những hồ sơ khác nhau đầu tiên.", of: .ref("difference")),
    ],
    definitions: [
      "side": .mapping(
        required: ["label", "title", "rows", "unreadable", "repeated"],
        [
          "label": .text("Phần cuối của đường dẫn, đủ để phân biệt hai bên."), "title": .text(),
          "rules": .text(), "rows": .whole(from: 0), "unreadable": .whole(from: 0),
          "repeated": .whole(from: 0),
        ]),
      "difference": .mapping(
        required: ["dossier", "unit", "fields", "signs"],
        [
          "dossier": .text(), "unit": .text(), "fields": fields,
          "signs": .list(of: .choice(of: ClockSign.self)), "a": .ref("record"),
          "b": .ref("record"),
        ]),
      "record": .mapping(
        required: ["file", "line", "written"],
        [
          "file": .text("Tệp xuất, như records.yaml gọi."), "line": .whole(from: 1),
          "decision": .text("Kết quả theo quy tắc."),
          "written": .mapping(
            "Như trong tệp.", RecordField.allCases.map { ($0.rawValue, JSONSchema.text()) }),
        ]),
    ])
}

private var fields: JSONSchema { .list(of: .choice(of: RecordField.self)) }

private var tally: (required: [String], all: [(String, JSONSchema)]) {
  let always = ["only_in_a", "only_in_b", "changed", "due_moved"]
  let decided = ["decided_otherwise", "turned_late", "turned_in_time", "turned_excluded"]
  let counts = (always + decided).map { ($0, JSONSchema.whole(from: 0)) }
  let fields = JSONSchema.mapping(
    nil, RecordField.allCases.map { ($0.rawValue, JSONSchema.whole(from: 1)) })
  let signs = JSONSchema.mapping(
    "Dấu hiệu sửa thời hạn.", required: ClockSign.allCases.map(\.rawValue),
    ClockSign.allCases.map { ($0.rawValue, JSONSchema.whole(from: 0)) })
  return (always + ["fields", "signs"], counts + [("fields", fields), ("signs", signs)])
}
