internal import HTMLWriting

/// One proposal with its effect, for the second approver.
struct ProposalPage: Sendable {
  /// Names the proposal whose text an item's form begins with.
  static let again = "tu-de-nghi"

  let number: Int64
  let title: String
  let unit: String
  /// Where the item itself is looked at.
  let matter: String
  let proposer: String
  let time: String
  /// nil: it waits.
  let state: String?
  let note: String?
  let event: Int?
  /// What it says; nil: it can be read no more.
  let what: String?
  let ground: String?
  let basis: String?
  /// Where its proposer makes it anew; nil: whoever looks does not.
  let again: String?
  /// Why it was not given back.
  let fault: String?
  let newer: [EventLine]
  let trial: TrialSection?
  /// Why whoever looks may not approve it.
  let refusal: String?
  let canApprove: Bool
  let canWithdraw: Bool

  func html(_ frame: PageFrame, notice: String? = nil) -> [UInt8] {
    let trail = [
      PageFrame.Entry(path: WebPath.work, title: frame.say("Thẩm định", "Appraisal")),
      PageFrame.Entry(
        path: WebPath.proposals, title: frame.say("Chờ người thứ hai duyệt", "Second approval")),
    ]
    return frame.page("\(unit): \(title)", trail: trail) { page in
      if let notice { frame.notice(notice, &page) }
      page.element(
        "p",
        text: frame.say("\(proposer) đề nghị lúc \(time).", "Proposed by \(proposer), \(time)."))
      page.element("p") {
        $0.link(
          to: matter,
          text: frame.say("Xem điểm, tài liệu, lịch sử của mục", "Look at the item itself"))
      }
      writeState(frame, &page)
      writeNewer(frame, &page)
      writeTrial(frame, &page)
      if let refusal { frame.notice(refusal, isBad: true, &page) }
      writeForms(frame, &page)
    }
  }

  private func writeState(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard let state else { return }
    let parts = [
      state.capitalisedFirst, event.map { frame.say("sự kiện số \($0)", "event \($0)") },
      note.flatMap { $0.isEmpty ? nil : $0 },
    ].compactMap(\.self)
    frame.notice(parts.joined(separator: ": ") + ".", &page)
    if let what {
      page.element("h2", text: frame.say("Nội dung đã đề nghị", "What was proposed"))
      page.element("p", .class("points"), text: what)
      writeGround(frame, &page)
    }
    if let again {
      page.element("p") {
        $0.link(
          to: again,
          text: frame.say(
            "Sửa và đề nghị lại (mở biểu mẫu với nội dung đã đề nghị)",
            "Change it and propose it again (the form as it was)"))
      }
    }
    page.line()
  }

  private func writeGround(_ frame: PageFrame, _ page: inout HTMLWriter) {
    if let ground { page.element("p", text: frame.say("Căn cứ: ", "Ground: ") + ground) }
    if let basis {
      page.element("p", text: frame.say("Cơ sở pháp lý: ", "Legal basis: ") + basis)
    }
  }

  private func writeNewer(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !newer.isEmpty else { return }
    page.element("div", .class("notice bad"), .init("role", "alert")) { box in
      box.element(
        "p",
        text: frame.say(
          "Sau đề nghị này đã có thay đổi khác, nên không duyệt được nữa; trả lại để đề nghị lại:",
          "Something else happened after it was proposed, so it cannot be approved; give it back:"))
      box.element("ul") { list in
        for event in newer {
          list.element("li", text: "\(event.time), \(event.who): \(event.what) \(event.change)")
        }
      }
    }
    page.line()
  }

  private func writeTrial(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard let trial else { return }
    page.element("section", .class("result trial"), .init("aria-labelledby", "thu-t")) { box in
      box.element(
        "h2", .id("thu-t"), text: frame.say("Nếu duyệt (chưa ghi gì)", "If approved"))
      for line in trial.what { box.element("p", .class("points"), text: line) }
      writeGround(frame, &box)
      trial.writeEffect(frame, &box)
      if newer.isEmpty { trial.writeRefusals(frame, &box) }
    }
    page.line()
  }

  private func writeForms(_ frame: PageFrame, _ page: inout HTMLWriter) {
    func button(_ step: AppraisalStep, _ text: String, _ name: String, _ page: inout HTMLWriter) {
      page.element(
        "button", .class(name), .init("name", AppraisalForm.step), .init("value", step.rawValue),
        text: text)
    }
    if canApprove {
      frame.form(WebPath.proposal(number), &page) { form in
        ItemPage.Field(
          name: AppraisalForm.reason, title: frame.say("Lý do trả lại", "Why it is given back"),
          hint: frame.say("bắt buộc khi trả lại", "wanted to give it back"), kind: .text,
          value: "", problems: fault.map { [$0] } ?? []
        ).write(&form)
        form.element("div", .class("actions")) { actions in
          if newer.isEmpty, trial?.isAllowed == true {
            button(
              .approve, frame.say("Duyệt và ghi vào nhật ký", "Approve and record"), "", &actions)
          }
          button(.giveBack, frame.say("Trả lại", "Give back"), "second", &actions)
        }
      }
    }
    if canWithdraw {
      frame.form(WebPath.proposal(number), &page) { form in
        form.element("div", .class("actions")) {
          button(.withdraw, frame.say("Rút đề nghị", "Take it back"), "second", &$0)
        }
      }
    }
  }
}
