internal import HTMLWriting

/// What is before the council: its agenda with what each point would change, what it has to score
/// itself, and its meetings.
struct CouncilPage: Sendable {
  struct OpenItem: Hashable, Sendable {
    let title: String
    let path: String
    let unit: String
    let state: String
  }

  struct Meeting: Hashable, Sendable {
    let time: String
    let present: [String]
    let text: String
  }

  struct Member: Hashable, Sendable {
    let name: String
    let title: String
    let isPresent: Bool
  }

  static let rows = 50

  static func member(_ id: String) -> String { "p.\(id)" }

  let agenda: AgendaPart
  /// Items that only the council can settle, of one page.
  let open: [OpenItem]
  let openCount: Int
  let page: Int
  let pages: Int
  let meetings: [Meeting]
  /// Who can have been there; empty: whoever looks records no meeting.
  let members: [Member]
  let reason: String
  let basis: String
  let seen: Int
  var refusals: [TrialSection.Refusal] = []
  /// Why no meeting can be recorded now.
  var stop: String?
  /// When the meeting was, as typed.
  var moment = ""

  func html(_ frame: PageFrame, notice: String? = nil) -> [UInt8] {
    frame.page(frame.say("Hội đồng thẩm định", "Appraisal council")) { page in
      if let notice { frame.notice(notice, &page) }
      agenda.write(frame, &page)
      writeMeetings(frame, &page)
      page.element(
        "h2",
        text: frame.say(
          "Chờ Hội đồng quyết định (\(openCount))", "Awaiting the council (\(openCount))"))
      if !open.isEmpty { writeOpen(frame, &page) }
    }
  }

  private func writeOpen(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.table(
      id: "con-mo", caption: frame.say("Trang \(self.page)/\(pages)", "Page \(self.page)/\(pages)"),
      [
        .init(frame.say("Tiêu chí thành phần", "Item")),
        .init(frame.say("Cơ quan, đơn vị, địa phương", "Unit")),
        .init(frame.say("Tình trạng", "State")),
      ], name: "items work", isStacked: true, rows: open
    ) { row, item in
      row.element("th", .scope("row")) { $0.link(to: item.path, text: item.title) }
      row.cell(item.unit)
      row.cell(item.state)
    }
    frame.pager(self.page, of: pages, &page) { "\(WebPath.council)?trang=\($0)" }
  }

  private func writeMeetings(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", .id("phien-hop"), text: frame.say("Phiên họp", "Meetings"))
    if meetings.isEmpty {
      page.element(
        "p", text: frame.say("Chưa ghi phiên họp nào.", "No meeting is recorded."))
    }
    page.element("ul") { list in
      for meeting in meetings {
        list.element("li") { entry in
          entry.element("strong", text: meeting.time)
          entry.text(
            frame.say(
              ": có mặt \(meeting.present.count) (\(meeting.present.joined(separator: "; "))). ",
              ": \(meeting.present.count) present (\(meeting.present.joined(separator: "; "))). ")
              + meeting.text)
        }
      }
    }
    page.line()
    if let stop { frame.notice(stop, &page) }
    guard !members.isEmpty else { return }
    for refusal in refusals {
      frame.notice(
        [refusal.message, refusal.rule, refusal.move].filter { !$0.isEmpty }
          .joined(separator: " "), isBad: true, &page)
    }
    let isTyped =
      !refusals.isEmpty || !reason.isEmpty || !basis.isEmpty || members.contains(where: \.isPresent)
    page.details(
      frame.say("Ghi một phiên họp", "Record a meeting"), name: "form", isOpen: isTyped
    ) { box in
      frame.form(WebPath.meeting, &box) { form in
        form.empty(
          "input", .init("type", "hidden"), .init("name", AppraisalForm.seen),
          .init("value", String(seen)))
        form.element("fieldset") { set in
          set.element("legend", text: frame.say("Có mặt", "Present"))
          for member in members {
            set.element("label", .class("check")) { label in
              var attributes: [HTMLWriter.Attribute] = [
                .init("type", "checkbox"), .init("name", member.name), .init("value", "1"),
              ]
              if member.isPresent { attributes.append(.init("checked", nil)) }
              label.open("input", attributes)
              label.text(" " + member.title)
            }
          }
        }
        ItemPage.Field(
          name: MeetingMoment.name, title: frame.say("Ngày, giờ họp", "Day and time"),
          hint: frame.say("như 31/01/2018 08:00", "like 2018-01-31T08:00"), kind: .line,
          value: moment, problems: []
        ).write(&form)
        ItemPage.Field(
          name: AppraisalForm.reason, title: frame.say("Nội dung phiên họp", "What it was about"),
          hint: "", kind: .text, value: reason, problems: []
        ).write(&form)
        ItemPage.Field(
          name: AppraisalForm.basis, title: frame.say("Biên bản", "Minutes"),
          hint: frame.say("như Biên bản số 02/BB-HĐ", "like Biên bản số 02/BB-HĐ"), kind: .line,
          value: basis, problems: []
        ).write(&form)
        form.element("div", .class("actions")) {
          $0.element("button", text: frame.say("Ghi phiên họp", "Record the meeting"))
        }
      }
    }
  }
}
