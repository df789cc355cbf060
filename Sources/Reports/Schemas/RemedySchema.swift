/// `parindex/remedies@1`: what a unit does about the points it lost.
var remediesSchema: JSONSchema {
  JSONSchema.file(
    "remedies", title: "Kế hoạch khắc phục tồn tại, hạn chế", required: ["round", "unit"],
    [
      "round": .text("Mã kỳ đánh giá."), "unit": .slug("Mã cơ quan."),
      "submitted_at": JSONSchema.moment("Thời điểm nộp; để trống là bản nháp.").orBlank,
      "illustrative": .yesNo("Số liệu minh họa."),
      "documents": documentsSchema(
        "Tài liệu mới, ngoài evidence.yaml, chứng tỏ đã khắc phục."),
      "remedies": JSONSchema.list(
        "Mỗi mục mất điểm một lần; khi nộp phải đủ nguyên nhân, biện pháp, người, thời hạn.",
        of: .mapping(
          required: ["criterion"],
          [
            "criterion": .text("Mã mục."), "cause": JSONSchema.text("Nguyên nhân.").orBlank,
            "measure": JSONSchema.text("Biện pháp.").orBlank,
            "person": JSONSchema.text("Người chịu trách nhiệm.").orBlank,
            "due": JSONSchema.day("Thời hạn hoàn thành.").orBlank,
            "done": JSONSchema.day("Ngày hoàn thành; để trống là chưa xong.").orBlank,
            "outcome": JSONSchema.text("Kết quả khắc phục.").orBlank,
            "evidence": JSONSchema.list("Mã tài liệu kiểm chứng.", of: .text()).orBlank,
          ])
      ).orBlank,
    ])
}
