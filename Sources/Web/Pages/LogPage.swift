internal import Diagnostics
internal import EventLog
internal import HTMLWriting
internal import Loading
internal import Reports

/// What happened in the round, the latest first.
struct LogPage: Hashable, Sendable {
  let count: Int
  let seal: String?
  let entries: [EventLine]
  /// The number of the page, from 0, and how many there are.
  let part: Int
  let parts: Int

  /// - Parameter part: the number of the page, from 0; beyond the last the last.
  init?(_ snapshot: RoundSnapshot, part: Int, _ frame: PageFrame) {
    guard let own = LogPart(snapshot, part) else { return nil }
    let words = EventWords(frame.language)
    let names = RoundWords(snapshot.round, frame.language)
    count = own.count
    seal = own.seal
    self.part = own.part
    parts = own.parts
    entries = own.events.map { EventLine($0, words, names) }
  }

  func html(_ frame: PageFrame, showsAccess: Bool) -> [UInt8] {
    frame.page(frame.say("Nhật ký của kỳ đánh giá", "Log of the round")) { page in
      page.element("p", text: frame.say("\(count) sự kiện.", "\(count) events."))
      if let seal {
        page.element("p", .class("dim")) { line in
          line.text(frame.say("Mã kiểm tra toàn vẹn: ", "Seal: "))
          line.element("code", text: seal)
        }
      }
      if showsAccess {
        page.element("p") {
          $0.link(
            to: WebPath.access,
            text: frame.say("Đăng nhập, việc bị từ chối", "Sign-ins and refusals"))
        }
      }
      writeParts(frame, &page)
      page.table(
        id: "su-kien", caption: frame.say("Mới nhất đứng trước", "The latest first"),
        [
          .init(frame.say("Số", "Number"), isNumber: true), .init(frame.say("Lúc", "When")),
          .init(frame.say("Người thực hiện", "By")), .init(frame.say("Việc", "What")),
          .init(frame.say("Về", "About")), .init(frame.say("Nội dung", "Text")),
        ], name: "wide", isStacked: true, rows: entries
      ) { row, entry in
        row.numberCell(entry.number)
        row.cell(entry.time)
        row.cell(entry.who)
        row.cell(entry.what)
        row.cell(entry.about)
        row.cell(entry.change)
      }
    }
  }

  private func writeParts(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard parts > 1 else { return }
    page.element("nav", .init("aria-label", frame.say("Các trang", "Pages"))) { nav in
      nav.element("ul") { list in
        for number in 0..<parts {
          list.element("li") { entry in
            let path = "\(WebPath.log)?trang=\(number + 1)"
            if number == part {
              entry.link(to: path, .init("aria-current", "page"), text: String(number + 1))
            } else {
              entry.link(to: path, text: String(number + 1))
            }
          }
        }
      }
    }
    page.line()
  }
}
