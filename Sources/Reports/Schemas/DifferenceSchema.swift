/// `parindex/difference@1`: what `diff --format json` writes.
var differenceSchema: JSONSchema {
  let exact = JSONSchema(["type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+|/[0-9]+)?$"])
  let units = JSONSchema.list(of: .slug())
  return JSONSchema.file(
    "difference", title: "Chênh lệch giữa hai thời điểm hoặc hai lớp điểm",
    required: ["round", "from", "to", "events", "files", "units"],
    [
      "illustrative": .flag("Số liệu minh họa."),
      "round": .slug("Mã của kỳ đánh giá."),
      "from": JSONSchema(["type": "string"]).with("description", "Bên trước, bằng lời."),
      "to": JSONSchema(["type": "string"]).with("description", "Bên sau, bằng lời."),
      "events": .list("Số của các sự kiện ở giữa.", of: .whole(from: 1)),
      "files": .list("Tệp của chính kỳ đánh giá đã khác.", of: .text()),
      "units": .list("Các cơ quan có thay đổi.", of: .ref("unit")),
      "others": .list(
        "Khi chỉ xem một cơ quan: các cơ quan đổi hạng với cơ quan đó.", of: .ref("unit")),
    ],
    definitions: [
      "unit": .mapping(
        required: [
          "unit", "block", "before", "after", "overtook", "overtaken_by", "newly_ranked",
          "no_longer_ranked", "items",
        ],
        [
          "unit": .slug("Mã cơ quan."), "block": .slug("Mã khối."),
          "before": .ref("total"), "after": .ref("total"),
          "overtook": units.with("description", "Những cơ quan đã vượt qua."),
          "overtaken_by": units.with("description", "Những cơ quan đã vượt lên trước."),
          "newly_ranked": units.with(
            "description", "Những cơ quan mới được xếp hạng, đứng trên cơ quan này."),
          "no_longer_ranked": units.with("description", "Những cơ quan không còn xếp hạng."),
          "lock": .ref("cause"),
          "items": .list("Tiêu chí có điểm thay đổi.", of: .ref("item")),
        ]),
      "total": .mapping(
        required: ["provisional"],
        [
          "index": exact.with("description", "Chỉ số đã làm tròn."),
          "exact_index": exact.with("description", "Chỉ số chưa làm tròn."),
          "place": .whole("Thứ hạng.", from: 1), "grade": .text("Mức xếp hạng."),
          "provisional": .flag("Còn tạm tính."),
        ]),
      "item": .mapping(
        required: ["item", "after", "move", "causes"],
        [
          "item": .text("Mã tiêu chí."), "before": .ref("points"), "after": .ref("points"),
          "move": exact.with("description", "Điểm tăng hoặc giảm."),
          "causes": .list("Do đâu.", of: .ref("cause")),
        ]),
      "points": .any(
        "Điểm, hoặc trạng thái khi không có điểm.", exact,
        JSONSchema(["enum": ["not_applicable", "unanswered", "pending", "broken"]])),
      "cause": .mapping(
        required: ["kind"],
        [
          "kind": JSONSchema([
            "enum": [
              "entry", "handed_in", "evidence", "locked", "unlocked", "replaced", "others",
              "own_sheet", "rule", "data",
            ]
          ]),
          "event": .whole("Số của sự kiện.", from: 1), "at": .text("Tệp và dòng."),
          "amended_by": .text("Văn bản điều chỉnh kết quả đã công bố."),
          "documents": .list("Tài liệu kiểm chứng đã khác.", of: .text()),
          "file": .text("Tệp được thay."),
        ]),
    ])
}
