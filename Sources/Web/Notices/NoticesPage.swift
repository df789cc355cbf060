internal import HTMLWriting
internal import Store

/// What an account is told, what it has not read yet marked.
struct NoticesPage: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    let key: String
    let title: String
    let about: String
    let time: String
    let path: String?
    let isUnread: Bool
  }

  static let rows = 50
  /// Fields of its form: one notice, or all that the page shows.
  static let one = "doc"
  static let all = "tat-ca"
  /// The notice whose page is opened, which is read by that.
  static let open = "mo"

  let entries: [Row]
  let unread: Int
  /// From 1.
  let page: Int
  let pages: Int

  /// - Parameter page: from 1; beyond the last the last.
  init(
    _ notices: [Notice], read: Set<String>, page: Int, _ text: NoticeText, for account: Account
  ) {
    unread = notices.count { $0.isNew(besides: read) }
    pages = max(1, (notices.count + NoticesPage.rows - 1) / NoticesPage.rows)
    let page = min(max(page, 1), pages)
    self.page = page
    entries = notices.dropFirst((page - 1) * NoticesPage.rows).prefix(NoticesPage.rows).map {
      Row(
        key: $0.key, title: text.title($0), about: text.about($0), time: text.time($0),
        path: text.path($0, for: account), isUnread: $0.isNew(besides: read))
    }
  }

  func html(_ frame: PageFrame) -> [UInt8] {
    frame.page(frame.say("Thông báo", "Notices")) { page in
      page.element(
        "p", text: frame.say("\(unread) thông báo chưa đọc.", "\(unread) are not read yet."))
      page.line()
      guard !entries.isEmpty else { return }
      frame.form(WebPath.notices, &page) { form in
        form.empty(
          "input", .init("type", "hidden"), .init("name", NoticesPage.all),
          .init("value", entries.filter(\.isUnread).map(\.key).joined(separator: " ")))
        form.element("ul", .class("history")) { list in
          for entry in entries { write(entry, frame, &list) }
        }
        if entries.contains(where: \.isUnread) {
          form.element("div", .class("actions")) {
            $0.element(
              "button", .class("second"),
              text: frame.say("Đánh dấu đã đọc cả trang này", "Mark all on this page as read"))
          }
        }
      }
      frame.pager(self.page, of: pages, &page) { "\(WebPath.notices)?trang=\($0)" }
    }
  }

  private func write(_ entry: Row, _ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("li") { line in
      if entry.isUnread {
        line.element("span", .class("state bad"), text: frame.say("mới", "new"))
        line.text(" ")
      }
      if entry.path != nil, entry.isUnread {
        line.element(
          "button", .class("plain"), .init("name", NoticesPage.open), .init("value", entry.key),
          text: entry.title)
      } else if let path = entry.path {
        line.link(to: path, text: entry.title)
      } else {
        line.text(entry.title)
      }
      if !entry.about.isEmpty { line.text(": \(entry.about)") }
      line.element("span", .class("hint"), text: entry.time)
      if entry.isUnread {
        line.element(
          "button", .class("plain"), .init("name", NoticesPage.one), .init("value", entry.key),
          text: frame.say("Đã đọc", "Mark as read"))
      }
    }
    page.line()
  }
}
