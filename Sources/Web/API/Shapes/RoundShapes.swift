internal import Grading
internal import Reports
internal import Store

/// What is said of the round and its rankings.
extension APIOperation {
  static let count = APIShape.whole(0...1_000_000_000)

  static let namedThing = APIShape.named(
    "Named", .object([.needed("id", .word(.id)), .needed("title", .text(10_000))]))

  static let roundFields: [APIField] = [
    .needed("id", .word(.id), "mã kỳ", "its id"),
    .needed("title", .text(10_000), "tên kỳ", "its title"),
    .needed("year", .whole(1900...9999), "năm", "the year"),
    .needed("now", .word(.time), "giờ của kỳ đánh giá", "what the round's clock says"),
    .needed("publication", .choice(of: PublicationState.self), "công bố", "publication"),
    .needed("stages", .list(.named("Stage", .object(stageFields)), 100), "các bước", "its stages"),
    .needed("blocks", .list(namedThing, 1_000), "các khối", "its blocks"),
    .needed("layers", .list(.word(.id), 100), "các cột điểm", "its layers"),
    .needed("events", count, "số sự kiện đã ghi", "how many events the log has"),
    .needed("account", .named("Account", .object(accountFields)), "tài khoản", "the account"),
  ]

  static let stageFields: [APIField] = [
    .needed("id", .word(.id)), .needed("title", .text(10_000)),
    .needed("kind", .choice(of: Stage.Kind.self), "loại", "what happens in it"),
    .needed("opens", .word(.moment).orNull, "mở từ", "from when"),
    .needed("deadline", .word(.moment).orNull, "hạn", "until when"),
  ]

  static let accountFields: [APIField] = [
    .needed("login", .text(64)), .needed("name", .text(10_000)),
    .needed("role", .choice(of: AccountRole.self), "vai trò", "what it is for"),
    .needed("unit", .word(.id).orNull, "đơn vị", "its unit"),
    .needed("person", .word(.person).orNull, "người trong people.yaml", "who in people.yaml"),
  ]

  static let rankingShape = APIShape.named(
    "Ranking",
    .object([
      .needed("block", .word(.id)), .needed("layer", .word(.id)),
      .needed("groups", .list(.named("RankingGroup", .object(groupFields)), 10_000)),
    ]))

  static let groupFields: [APIField] = [
    .needed(
      "parent", .word(.id).orNull, "đơn vị cấp trên của nhóm", "whom the group stands below"),
    .needed("units", .list(.named("RankedUnit", .object(rankedFields)), 100_000)),
  ]

  static let rankedFields: [APIField] = [
    .needed("id", .word(.id)), .needed("name", .text(10_000)),
    .needed(
      "state",
      .choice(["ranked", "unranked", "not_submitted", "unreadable", "nothing_applies"]),
      "tình trạng", "how it stands"),
    .needed("rank", .whole(1...1_000_000).orNull, "thứ hạng", "its place"),
    .needed("tied", .truth, "đồng hạng", "whether others share it"),
    .needed("index", .exact.orNull, "chỉ số (%)", "its index (%)"),
    .needed("grade", .text(1_000).orNull, "mức", "its grade"),
    .needed("provisional", .truth, "tạm tính", "whether it is not final"),
  ]
}
