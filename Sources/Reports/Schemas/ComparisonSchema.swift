/// `parindex/comparison@1`: what `compare --format json` writes.
var comparisonSchema: JSONSchema {
  let exact = JSONSchema(["type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+|/[0-9]+)?$"])
  func points(_ text: String) -> JSONSchema { exact.with("description", .string(text)) }
  let round = JSONSchema.mapping(
    required: ["round", "title", "year"],
    [
      "round": .slug("Mã của kỳ đánh giá."), "title": .text("Tên kỳ đánh giá."),
      "year": .whole("Năm đánh giá.", from: 1, to: 9999),
    ])
  return JSONSchema.file(
    "comparison", title: "So sánh hai kỳ đánh giá",
    required: ["before", "after", "sets", "new_blocks", "gone_blocks", "units"],
    [
      "illustrative": .flag("Số liệu minh họa."),
      "before": round, "after": round,
      "sets": .list("Các bộ tiêu chí của hai kỳ.", of: .ref("set")),
      "new_blocks": .list("Khối chỉ có ở kỳ sau.", of: .slug()),
      "gone_blocks": .list("Khối chỉ có ở kỳ trước.", of: .slug()),
      "units": .list("Các cơ quan của cả hai kỳ.", of: .ref("unit")),
    ],
    definitions: [
      "set": .mapping(
        required: ["before", "after", "matched", "changed", "renumbered", "added", "removed"],
        [
          "before": .text("Mã bộ tiêu chí kỳ trước."), "after": .text("Mã bộ tiêu chí kỳ sau."),
          "matched": .whole("Số mục có ở cả hai.", from: 0),
          "changed": .list("Mục thay đổi cách chấm hoặc điểm tối đa.", of: .text()),
          "renumbered": .list(
            "Mục đổi mã.",
            of: .mapping(required: ["item", "was"], ["item": .text(), "was": .text()])),
          "added": .list("Mục mới.", of: .text()), "removed": .list("Mục không còn.", of: .text()),
        ]),
      "unit": .mapping(
        required: ["unit", "before", "after", "same_group"],
        [
          "unit": .slug("Mã cơ quan."), "before": .ref("total"), "after": .ref("total"),
          "same_group": .flag("Cùng khối, cùng cơ quan cấp trên ở cả hai kỳ."),
          "change": points("Chỉ số đã làm tròn tăng, giảm."),
          "rise": JSONSchema(["type": "integer"]).with("description", "Thứ hạng lên, xuống."),
          "place_under_earlier_criteria": .whole("Thứ hạng theo tiêu chí kỳ trước.", from: 1),
          "parts": .ref("parts", "Cộng lại bằng chênh lệch của exact_index."),
          "shown": .ref("parts", "Đã làm tròn; cộng lại bằng change."),
          "areas": .list("Các lĩnh vực.", of: .ref("area")),
          "items": .list("Các tiêu chí thành phần.", of: .ref("item")),
        ]),
      "total": .mapping(
        required: [],
        [
          "block": .slug("Mã khối."), "index": points("Chỉ số đã làm tròn."),
          "exact_index": points("Chỉ số chưa làm tròn."), "place": .whole("Thứ hạng.", from: 1),
          "grade": .text("Mức xếp hạng."), "provisional": .flag("Còn tạm tính."),
        ]),
      "parts": .mapping(
        required: ["performance", "criteria", "incomparable"],
        [
          "performance": points("Do kết quả thực hiện."),
          "criteria": points("Do tiêu chí thay đổi."),
          "incomparable": points("Mục không so sánh được."),
          "rounding": points("Do làm tròn."),
        ]),
      "area": .mapping(
        required: ["area", "parts"],
        [
          "area": .text("Mã lĩnh vực."), "was": .text("Mã ở kỳ trước."),
          "before": points("Điểm kỳ trước."), "after": points("Điểm kỳ sau."),
          "parts": .ref("parts"),
        ]),
      "item": .mapping(
        required: ["item", "comparability", "parts"],
        [
          "item": .text("Mã mục."), "was": .text("Mã ở kỳ trước."),
          "before": .ref("points"), "after": .ref("points"),
          "under_earlier_criteria": .ref("points"),
          "comparability": JSONSchema([
            "enum": [
              "compared", "added", "removed", "open", "no_answer", "decided",
            ]
          ]),
          "parts": .ref("parts"),
        ]),
      "points": .any(
        "Điểm, hoặc trạng thái khi không có điểm.", exact,
        JSONSchema(["enum": ["not_applicable", "unanswered", "pending", "broken"]])),
    ])
}
