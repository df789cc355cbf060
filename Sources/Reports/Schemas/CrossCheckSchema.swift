internal import Grading

/// `parindex/crosscheck@1`: what `crosscheck --format json` writes.
var crossCheckSchema: JSONSchema {
  let uses = JSONSchema.list("Những nơi dùng.", of: .ref("use"), atLeast: 1)
  return JSONSchema.file(
    "crosscheck", title: "Đối chiếu chéo của một kỳ đánh giá",
    required: ["round", "least_cases", "documents", "figures", "drift"],
    [
      "round": .slug("Mã của kỳ đánh giá."),
      "illustrative": .flag("Số liệu minh họa."),
      "least_cases": .whole("Số lượt ít nhất mỗi bên để tính trung bình.", from: 1),
      "documents": .list(
        "Tài liệu, văn bản dùng nhiều lần.",
        of: .mapping(
          required: ["kind", "uses"],
          [
            "kind": .choice(of: SharedDocument.Kind.self), "sha256": .text("Mã của tệp."),
            "number": .text("Số, ký hiệu văn bản."), "issuer": .text("Cơ quan ban hành."),
            "uses": uses,
          ])),
      "figures": .mapping(
        "Số liệu khai, đề nghị so với số liệu đã chốt.",
        required: ["equal", "not_held", "differing"],
        [
          "equal": .whole("Khớp.", from: 0),
          "not_held": .whole("Chưa có số liệu để so.", from: 0),
          "differing": .list(of: .ref("figure")),
        ]),
      "previous": .slug("Mã của kỳ trước."),
      "repeated": .list(
        "Tệp đã dùng ở kỳ trước.",
        of: .mapping(
          required: ["sha256", "use", "before"],
          ["sha256": .text("Mã của tệp."), "use": .ref("use"), "before": uses])),
      "drift": .list(
        "Mức thay đổi điểm tự chấm của từng người thẩm định, theo tiêu chí.",
        of: .mapping(
          required: ["set", "item", "author", "cases", "others"],
          [
            "set": .text("Bộ tiêu chí."), "item": .text("Tiêu chí."),
            "author": .text("Người thẩm định."), "cases": .whole("Số lượt.", from: 1),
            "others": .whole("Số lượt của những người khác.", from: 0),
            "mean": .exact("Trung bình; không có khi quá ít lượt."),
            "others_mean": .exact("Trung bình của những người khác."),
          ])),
    ],
    definitions: [
      "use": .mapping(
        required: ["unit", "document", "items"],
        [
          "unit": .slug(), "document": .text("Mã tài liệu trong evidence.yaml của đơn vị."),
          "items": .list(of: .text()),
        ]),
      "figure": .mapping(
        required: ["unit", "kind", "figure", "title", "items", "stated", "open"],
        [
          "unit": .slug(), "kind": .choice(of: ClaimedFigure.Kind.self),
          "figure": .text("Tên số liệu, như reports.late."), "title": .text(),
          "items": .list(of: .text()), "stated": .text("Đơn vị khai, đề nghị."),
          "held": .text("Số liệu đã chốt."), "source": .text(), "owner": .text(),
          "open": .flag("Chưa có quyết định."), "at": .text("Tệp và dòng."),
        ]),
    ])
}
