internal import HTMLWriting

/// A correction that waits for a second approver, or went back.
extension DisputePage {
  struct Proposal: Sendable {
    let number: Int64
    let who: String
    let time: String
    /// nil: it waits.
    let state: String?
    let note: String?
    /// As it was typed: what is proposed, with ground, reason and document.
    let lines: [String]
    let newer: [EventLine]
    /// What approving it would do.
    let trial: TrialSection?
    /// Why whoever looks may not approve it.
    let refusal: String?
    let canApprove: Bool
    let canWithdraw: Bool
    /// Why it was not given back.
    var fault: String?
  }

  /// Names the proposal that a form settles.
  static let proposal = "de-nghi"

  func writeProposal(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard let waiting else { return }
    if let state = waiting.state {
      return frame.notice(
        [state.capitalisedFirst, waiting.note].compactMap(\.self).joined(separator: ": ") + ".",
        &page)
    }
    page.element(
      "section", .class("result trial"), .id("de-nghi"), .init("aria-labelledby", "de-nghi-t")
    ) { box in
      box.element(
        "h2", .id("de-nghi-t"),
        text: frame.say("Đính chính chờ người thứ hai duyệt", "A correction awaits approval"))
      box.element(
        "p",
        text: frame.say(
          "\(waiting.who) đề nghị lúc \(waiting.time).",
          "Proposed by \(waiting.who), \(waiting.time)."))
      for line in waiting.lines { box.element("p", .class("points"), text: line) }
      if waiting.newer.isEmpty {
        waiting.trial?.writeEffect(frame, &box)
        waiting.trial?.writeRefusals(frame, &box)
      } else {
        box.element(
          "p", .class("due"),
          text: frame.say(
            "Sau đề nghị này đã có thay đổi khác, nên không duyệt được nữa; trả lại để đề nghị lại.",
            "Something else happened after it was proposed, so it cannot be approved; give it back."
          ))
      }
      if let refusal = waiting.refusal { frame.notice(refusal, isBad: true, &box) }
      writeSettling(waiting, frame, &box)
    }
    page.line()
  }

  private func writeSettling(
    _ waiting: Proposal, _ frame: PageFrame, _ page: inout HTMLWriter
  ) {
    func form(_ page: inout HTMLWriter, _ content: (inout HTMLWriter) -> Void) {
      frame.form(path, &page) { form in
        form.empty(
          "input", .init("type", "hidden"), .init("name", DisputePage.proposal),
          .init("value", String(waiting.number)))
        content(&form)
      }
    }
    func button(_ step: AppraisalStep, _ text: String, _ name: String, _ page: inout HTMLWriter) {
      page.element(
        "button", .class(name), .init("name", AppraisalStep.name), .init("value", step.rawValue),
        text: text)
    }
    if waiting.canApprove {
      form(&page) { form in
        ItemPage.Field(
          name: DisputePage.note, title: frame.say("Lý do trả lại", "Why it is given back"),
          hint: frame.say("bắt buộc khi trả lại", "wanted to give it back"), kind: .text,
          value: "", problems: waiting.fault.map { [$0] } ?? []
        ).write(&form)
        form.element("div", .class("actions")) { actions in
          if waiting.newer.isEmpty, waiting.trial?.isAllowed == true {
            button(
              .approve, frame.say("Duyệt và ghi vào nhật ký", "Approve and record"), "", &actions)
          }
          button(.giveBack, frame.say("Trả lại", "Give back"), "second", &actions)
        }
      }
    }
    if waiting.canWithdraw {
      form(&page) { form in
        form.element("div", .class("actions")) {
          button(.withdraw, frame.say("Rút đề nghị", "Take it back"), "second", &$0)
        }
      }
    }
  }

  /// The form's own reason is another field of the page.
  static let note = "ly-do-tra-lai"
}
