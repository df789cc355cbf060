/// `parindex/papers@1`: who issues the papers of a round.
var papersSchema: JSONSchema {
  JSONSchema.file(
    "papers", title: "Thông tin ghi trên giấy tờ của kỳ đánh giá", required: [],
    [
      "authority": .text("Cơ quan ban hành quyết định, như Ủy ban nhân dân tỉnh Khánh Hòa."),
      "place": .text("Địa danh ghi trước ngày, tháng, năm."),
      "organiser": .text("Mã hoặc tên cơ quan trình kết quả."),
      "under_authority": .list(
        "Loại cơ quan ghi tên cơ quan ban hành quyết định làm cơ quan chủ quản.", of: .text()),
      "signers": .mapping(
        "Chức vụ người ký.",
        [
          "chair": .text("Người ký thay mặt Hội đồng thẩm định."),
          "organiser": .text("Người ký tờ trình."),
          "unit": .text("Người ký báo cáo tự đánh giá, khi bản tự chấm điểm không ghi."),
        ]),
    ])
}
