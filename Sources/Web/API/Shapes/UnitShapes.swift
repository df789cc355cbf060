/// What is said of units, requests to them and their documents.
extension APIOperation {
  /// What an act that is recorded answers.
  static let recordedShape = APIShape.named(
    "Recorded",
    .object([.needed("event", .whole(1...1_000_000_000), "số của sự kiện", "the event's number")]))

  static let unitFields: [APIField] = [
    .needed("id", .word(.id)), .needed("name", .text(10_000)),
    .needed("block", .word(.id), "khối", "its block"),
    .needed("parent", .word(.id).orNull, "đơn vị cấp trên", "the unit above"),
    .needed("submitted", .truth, "đã nộp", "whether it handed in"),
    .needed("locked", .truth, "đã khóa", "whether it is locked"),
  ]

  static let requestFields: [APIField] = [
    .needed("number", count, "số của sự kiện", "the number of its event"),
    .needed("item", .word(.id).orNull, "tiêu chí", "the item"),
    .needed("figure", .text(1_000).orNull, "số liệu", "the figure"),
    .needed("text", .text(100_000), "nội dung", "what is asked"),
    .needed("ground", .word(.id).orNull, "căn cứ", "the ground"),
    .needed(
      "documents", .list(.word(.document), 10_000), "tài liệu được hỏi", "about which documents"),
    .needed("asked", .word(.time), "lúc yêu cầu", "when"),
    .needed("due", .word(.moment).orNull, "hạn trả lời", "until when"),
  ]

  static let documentShape = APIShape.named("Document", .object(documentFields))

  private static let documentFields: [APIField] = [
    .needed("id", .word(.document)),
    .needed("address", .word(.id), "tên của tài liệu trong địa chỉ", "what addresses call it"),
    .needed("kind", .text(10_000)),
    .needed("number", .text(10_000)), .needed("date", .text(100)),
    .needed("issuer", .text(10_000)), .needed("title", .text(10_000)),
    .needed("url", .text(10_000)), .needed("accessed", .text(100)),
    .needed("shownInPerson", .truth, "xuất trình trực tiếp", "whether it is shown in person"),
    .needed("sha256", .word(.digest).orNull, "mã của tệp đang có", "of the file that is there"),
    .needed("items", .list(.word(.id), 10_000), "các tiêu chí dẫn đến", "items that cite it"),
    .needed("changed", .truth, "có sửa đổi chưa nộp", "whether something is not handed in"),
    .needed("edition", count, "số lần sửa của bản nháp", "the draft's edition"),
  ]
}
