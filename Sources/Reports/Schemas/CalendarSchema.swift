/// `parindex/calendar@1`: office hours and days off.
var calendarSchema: JSONSchema {
  JSONSchema.file(
    "calendar", title: "Lịch làm việc", required: ["title", "years", "hours", "holidays"],
    [
      "title": .text("Tên lịch."), "note": .text("Lời nói thêm."),
      "years": .names(
        "Các năm đã khai đủ ngày nghỉ, mỗi năm kèm văn bản nguồn.", of: .text(),
        pattern: "^[0-9]{4}$"),
      "hours": .list(
        "Các buổi của một ngày làm việc, như 07:00-11:30.", of: .text(), atLeast: 1),
      "hours_source": .text("Văn bản quy định giờ làm việc."),
      "hours_assumed": .yesNo("Giờ làm việc là giả định."),
      "holidays": .list(
        "Ngày nghỉ lễ, tết, kể cả nghỉ bù.",
        of: .mapping(
          required: ["title", "source"],
          [
            "date": .day("Ngày nghỉ."), "from": .day("Ngày nghỉ đầu."),
            "through": .day("Ngày nghỉ cuối."), "title": .text("Tên dịp nghỉ."),
            "source": .text("Văn bản nguồn."),
          ])),
      "made_up": .list(
        "Ngày nghỉ hằng tuần phải làm bù.",
        of: .mapping(
          required: ["date", "instead_of", "source"],
          [
            "date": .day("Thứ Bảy hoặc Chủ nhật làm bù."),
            "instead_of": .day("Ngày làm việc được nghỉ thay."), "title": .text("Dịp hoán đổi."),
            "source": .text("Văn bản nguồn."),
          ])),
    ])
}
