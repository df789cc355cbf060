internal import Diagnostics
internal import EventLog
internal import Grading
internal import Reports
internal import Store

/// What an account is told, and what of it was read.
extension APIOperation {
  static let ofNotices = [
    APIOperation(
      id: "listNotices", method: .get, path: "/notices", tag: .round,
      summary: Wording(vi: "Thông báo của tài khoản", en: "What the account is told"),
      about: Wording(
        vi: "Mới nhất đứng trước, mỗi trang \(NoticesPage.rows) thông báo.",
        en: "The latest first, \(NoticesPage.rows) a page."), query: [.page],
      answers: .named(
        "Notices",
        .object([
          .needed("count", count, "số thông báo", "how many there are"),
          .needed("unread", count, "chưa đọc", "how many are not read yet"),
          .needed("page", count), .needed("pages", count),
          .needed(
            "notices", .list(.named("Notice", .object(noticeFields)), NoticesPage.rows)),
        ]))
    ) { app, call in
      try call.need(.readNotices, app)
      return APIAnswer(try app.notices(call))
    },
    APIOperation(
      id: "readNotices", method: .post, path: "/notices/read", tag: .round,
      summary: Wording(vi: "Đánh dấu đã đọc", en: "Mark notices as read"),
      about: Wording(
        vi: "Theo `key`; thông báo không phải của tài khoản thì bỏ qua. Đọc rồi là đọc rồi.",
        en: "By `key`; what is no notice of the account is passed over. Read once is read."),
      body: .named(
        "ReadNotices",
        .object([.needed("notices", .list(.text(200), FormReading.mostFields))])),
      answers: .named(
        "NoticesRead",
        .object([.needed("unread", count, "còn chưa đọc", "how many are not read yet")]))
    ) { app, call in
      try call.need(.readNotices, app)
      let own = try app.notices(call.visit)
      try app.mark(own, read: call.body.texts("notices"), of: call.account, call.visit)
      let read = try app.store.readNotices(of: call.account)
      return APIAnswer(["unread": .whole(own.count { $0.isNew(besides: read) })])
    },
  ]

  private static let noticeFields: [APIField] = [
    .needed("key", .text(200), "tên của thông báo", "names it among all"),
    .needed("title", .text(10_000), "nội dung", "what happened"),
    .needed("about", .text(10_000), "về việc gì", "what it is about"),
    .needed("time", .word(.time), "lúc", "when"),
    .needed("unit", .word(.id).orNull, "đơn vị", "the unit"),
    .needed("item", .word(.id).orNull, "tiêu chí", "the item"),
    .needed("figure", .text(1_000).orNull, "số liệu", "the figure"),
    .needed("event", count.orNull, "số của sự kiện", "the number of its event"),
    .needed("unread", .truth, "chưa đọc", "whether it is not read yet"),
  ]
}

extension WebApplication {
  fileprivate func notices(_ call: APICall) throws -> JSONValue {
    let own = try notices(call.visit)
    let page = NoticesPage(
      own, read: try store.readNotices(of: call.account), page: call.page,
      NoticeText(call.snapshot, call.frame.language), for: call.account)
    let byKey = Dictionary(own.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return [
      "count": .whole(own.count), "unread": .whole(page.unread), "page": .whole(page.page),
      "pages": .whole(page.pages),
      "notices": .array(
        page.entries.compactMap { row in byKey[row.key].map { notice($0, row) } }),
    ]
  }

  private func notice(_ notice: Notice, _ row: NoticesPage.Row) -> JSONValue {
    [
      "key": .string(row.key), "title": .string(row.title), "about": .string(row.about),
      "time": .string(notice.time.isoText), "unit": .text(notice.unit),
      "item": .text(notice.item), "figure": .text(notice.figure),
      "event": notice.event.map(JSONValue.whole) ?? .null, "unread": .boolean(row.isUnread),
    ]
  }
}
