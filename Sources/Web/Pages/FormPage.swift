internal import Diagnostics
internal import HTMLWriting

/// A unit's self-assessment as a workbook: taken home, and sent back filled in.
struct FormPage: Sendable {
  struct Change: Hashable, Sendable {
    let title: String
    let old: String
    let new: String
  }

  /// One that was sent and waits to be looked at.
  struct Waiting: Hashable, Sendable {
    let name: String
    let author: String
    let time: String
    let changes: [Change]
    /// Of the waiting workbook, and of all that is typed beside it.
    let version: String
    let seen: String
  }

  /// The fields of its forms.
  static let upload = "tep"
  static let version = "version"
  static let seen = "seen"
  static let act = "act"
  static let take = "nhan"
  static let discard = "bo"
  /// The most bytes of a workbook.
  static let largest = 8_000_000
  /// More changes than these are counted, not listed.
  static let most = 200

  let unit: String
  let unitName: String
  /// Why nothing can be sent now; nil: it can.
  let refusal: String?
  /// Why there is no workbook to take home.
  var fault: FindingList?
  var waiting: Waiting?
  /// What was found in the workbook that was just sent.
  var findings: FindingList?

  func html(_ frame: PageFrame, notice: String? = nil, isBad: Bool = false) -> [UInt8] {
    let trail = [
      PageFrame.Entry(
        path: WebPath.unit(unit), title: frame.say("Tự chấm điểm", "Self-assessment"))
    ]
    let title = frame.say("Biểu tự chấm điểm (Excel)", "Self-assessment as a workbook")
    return frame.page(title, trail: trail) { page in
      if let notice { frame.notice(notice, isBad: isBad, &page) }
      page.element("p", text: unitName)
      if let waiting { write(waiting, frame, &page) }
      if let findings {
        page.element("h2", text: frame.say("Biểu vừa gửi", "What was sent"))
        findings.write(frame, &page)
      }
      writeTaking(frame, &page)
      writeSending(frame, &page)
    }
  }

  private func writeTaking(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", text: frame.say("Lấy biểu", "Take it"))
    if let fault {
      page.element(
        "p",
        text: frame.say(
          "Chưa lấy được biểu: sửa các lỗi sau trước.", "Mend these faults first."))
      return fault.write(frame, &page)
    }
    page.element(
      "p",
      text: frame.say(
        "Biểu có mọi tiêu chí, hướng dẫn và những gì đã khai đến lúc này, kể cả phần chưa nộp; điền được khi không có mạng, bằng Excel hoặc LibreOffice.",
        "It holds every item, its guidance and what is typed so far; it can be filled in offline, in Excel or LibreOffice."
      ))
    page.element("p") {
      $0.link(
        to: WebPath.formFile(unit),
        text: frame.say("Tải biểu về (.xlsx)", "Download the workbook (.xlsx)"))
    }
    page.line()
  }

  private func writeSending(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", text: frame.say("Gửi biểu đã điền", "Send it filled in"))
    if let refusal { return frame.notice(refusal, &page) }
    page.element(
      "p", .class("dim"),
      text: frame.say(
        "Gửi thì chưa thay gì: trang cho biết lỗi ở từng ô hoặc những chỗ khác với nội dung đang khai, rồi hỏi lại.",
        "Sending changes nothing yet: faults are told by cell, or what would change, and you are asked."
      ))
    frame.form(WebPath.form(unit), &page, hasFile: true) { form in
      form.element("div", .class("field")) { box in
        box.element(
          "label", .init("for", FormPage.upload), text: frame.say("Biểu đã điền", "The workbook"))
        box.empty(
          "input", .init("type", "file"), .id(FormPage.upload), .init("name", FormPage.upload),
          .init("accept", ".xlsx"), .init("required", nil))
      }
      form.element("div", .class("actions")) {
        $0.element("button", text: frame.say("Gửi và kiểm tra", "Send and check"))
      }
    }
  }

  private func write(_ waiting: Waiting, _ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element(
      "section", .class("result trial"), .id("cho"), .init("aria-labelledby", "cho-t")
    ) { box in
      box.element(
        "h2", .id("cho-t"),
        text: frame.say(
          "Biểu đã gửi, chưa nhận: \(waiting.changes.count) chỗ khác",
          "Sent and not taken in: \(waiting.changes.count) changes"))
      box.element(
        "p", .class("dim"),
        text: frame.say(
          "\(waiting.name), \(waiting.author) gửi lúc \(waiting.time).",
          "\(waiting.name), sent by \(waiting.author) at \(waiting.time)."))
      writeChanges(waiting, frame, &box)
      frame.form(WebPath.form(unit), &box) { form in
        for (name, value) in [
          (FormPage.version, waiting.version), (FormPage.seen, waiting.seen),
        ] {
          form.empty(
            "input", .init("type", "hidden"), .init("name", name), .init("value", value))
        }
        form.element("div", .class("actions")) { actions in
          if refusal == nil, !waiting.changes.isEmpty {
            actions.element(
              "button", .init("name", FormPage.act), .init("value", FormPage.take),
              text: frame.say(
                "Nhận vào bản đang khai", "Take it in as what is typed"))
          }
          actions.element(
            "button", .class("second"), .init("name", FormPage.act),
            .init("value", FormPage.discard), text: frame.say("Bỏ biểu này", "Drop it"))
        }
      }
    }
    page.line()
  }

  private func writeChanges(
    _ waiting: Waiting, _ frame: PageFrame, _ page: inout HTMLWriter
  ) {
    guard !waiting.changes.isEmpty else {
      return page.element(
        "p",
        text: frame.say(
          "Không khác gì nội dung đang khai.", "It says what is typed already."))
    }
    page.table(
      id: "cho-khac", caption: frame.say("Những chỗ sẽ thay", "What would change"),
      [
        .init(frame.say("Nội dung", "What")), .init(frame.say("Đang khai", "Typed so far")),
        .init(frame.say("Trong biểu", "In the workbook")),
      ], name: "items", isStacked: true, rows: Array(waiting.changes.prefix(FormPage.most))
    ) { row, change in
      row.element("th", .scope("row"), text: change.title)
      row.cell(change.old)
      row.cell(change.new)
    }
    let rest = waiting.changes.count - FormPage.most
    if rest > 0 {
      page.element("p", text: frame.say("… và \(rest) chỗ nữa.", "… and \(rest) more."))
    }
  }
}
