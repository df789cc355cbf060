internal import HTMLWriting

/// A figure that a unit disputes: what the register has, what the unit says, and the decision of the
/// office that keeps it.
struct DisputePage: Sendable {
  enum Choice: String, Sendable, CaseIterable {
    case accept = "dong-y"
    case keep = "giu-nguyen"
    case other = "gia-tri-khac"
  }

  struct Document: Hashable, Sendable {
    let title: String
    /// nil: it has no file that whoever looks may open.
    let path: String?
  }

  static let choice = "quyet-dinh"
  static let value = "gia-tri"

  let path: String
  let figure: String
  let unit: String
  let register: String
  let held: String
  /// What counts now, where it was put right.
  let corrected: String?
  let details: [String]
  /// nil: the unit does not dispute it.
  let claim: String?
  let ground: String
  let documents: [Document]
  let history: [EventLine]
  let seen: Int
  let grounds: [ItemPage.Field.Option]
  /// Why whoever looks decides nothing; nil: they can.
  let refusal: String?
  var typed: [String: String] = [:]
  var problems: [String: String] = [:]
  var trial: TrialSection?
  /// A correction that waits for a second approver, or that came back to whoever looks.
  var waiting: Proposal?
  /// Whoever looks keeps no register, and only settles what is proposed.
  var isForApproval = false
  /// Somebody else was faster.
  var isOvertaken = false

  func html(_ frame: PageFrame, notice: String? = nil) -> [UInt8] {
    let trail =
      isForApproval
      ? []
      : [
        PageFrame.Entry(
          path: WebPath.registers, title: frame.say("Sổ theo dõi, số liệu", "Registers and figures")
        )
      ]
    return frame.page("\(unit): \(figure)", trail: trail) { page in
      if let notice { frame.notice(notice, &page) }
      if isOvertaken {
        frame.notice(
          frame.say(
            "Số liệu này vừa được người khác quyết định; xem lịch sử rồi ghi nếu vẫn cần.",
            "Somebody else has just decided; look at the history, then record if need be."),
          isBad: true, &page)
      }
      trial?.write(
        frame, path: path,
        fields: typed.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
          + [(name: AppraisalForm.seen, value: String(seen))], canPropose: true,
        confirm: frame.say("Ghi vào nhật ký", "Record it"), &page)
      writeProposal(frame, &page)
      page.element("dl", .class("list")) { list in
        for (title, text) in [
          (frame.say("Sổ, bảng", "Register"), register), (frame.say("Sổ ghi", "Held"), held),
          (frame.say("Đã đính chính thành", "Corrected to"), corrected ?? ""),
          (frame.say("Gồm", "Made of"), details.joined(separator: "; ")),
          (frame.say("Đơn vị đề nghị", "Claimed"), claim ?? ""),
          (frame.say("Nguyên nhân, căn cứ", "Cause, clause"), ground),
        ] where !text.isEmpty {
          list.element("dt", text: title)
          list.element("dd", text: text)
        }
        writeDocuments(frame, &list)
      }
      page.line()
      if isForApproval {
        // What it may do stands above.
      } else if let refusal {
        frame.notice(refusal, isBad: true, &page)
      } else {
        writeForm(frame, &page)
      }
      writeHistory(frame, &page)
    }
  }

  private func writeDocuments(_ frame: PageFrame, _ list: inout HTMLWriter) {
    guard !documents.isEmpty else { return }
    list.element("dt", text: frame.say("Tài liệu", "Documents"))
    list.element("dd") { line in
      for (place, document) in documents.enumerated() {
        if place > 0 { line.text("; ") }
        if let path = document.path {
          line.link(to: path, text: document.title)
        } else {
          line.text(document.title)
        }
      }
    }
  }

  private func writeForm(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", text: frame.say("Quyết định", "Decision"))
    frame.form(path, &page) { form in
      form.empty(
        "input", .init("type", "hidden"), .init("name", AppraisalForm.seen),
        .init("value", String(seen)))
      form.element("fieldset", .class("choices")) { set in
        set.element("legend", text: frame.say("Chọn một việc", "Choose one"))
        for choice in Choice.allCases where claim != nil || choice == .other {
          set.element("label") { label in
            var attributes: [HTMLWriter.Attribute] = [
              .init("type", "radio"), .init("name", DisputePage.choice),
              .init("value", choice.rawValue),
            ]
            if typed[DisputePage.choice] == choice.rawValue {
              attributes.append(.init("checked", nil))
            }
            label.open("input", attributes)
            label.text(" " + frame.choice(choice))
          }
        }
        if let problem = problems[DisputePage.choice] {
          set.element("span", .class("fault"), text: problem)
        }
      }
      let fields = [
        field(
          DisputePage.value, frame.say("Giá trị đúng", "The right value"),
          frame.say("chỉ khi chọn giá trị khác", "where another value is right")),
        field(
          AppraisalForm.ground, frame.say("Căn cứ", "Ground"), "", .choice(grounds)),
        field(AppraisalForm.reason, frame.say("Lý do", "Reason"), "", .text),
        field(
          AppraisalForm.basis, frame.say("Văn bản", "Document"),
          frame.say("như 15/BC-STTTT ngày 05/01/2018", "like 15/BC-STTTT ngày 05/01/2018")),
      ]
      for field in fields { field.write(&form) }
      form.element("div", .class("actions")) {
        $0.element(
          "button", .init("name", AppraisalForm.step),
          .init("value", AppraisalStep.preview.rawValue),
          text: frame.say("Xem ảnh hưởng trước khi ghi", "See the effect first"))
      }
    }
  }

  private func field(
    _ name: String, _ title: String, _ hint: String, _ kind: ItemPage.Field.Kind = .line
  ) -> ItemPage.Field {
    ItemPage.Field(
      name: name, title: title, hint: hint, kind: kind, value: typed[name] ?? "",
      problems: problems[name].map { [$0] } ?? [])
  }

  private func writeHistory(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !history.isEmpty else { return }
    page.element("h2", text: frame.say("Lịch sử", "History"))
    page.element("ol", .class("history")) { list in
      for event in history {
        list.element("li") { entry in
          entry.element("strong", text: event.what)
          if !event.change.isEmpty { entry.text(": " + event.change) }
          entry.element("span", .class("hint"), text: "\(event.time), \(event.who)")
        }
      }
    }
    page.line()
  }
}

extension PageFrame {
  func choice(_ choice: DisputePage.Choice) -> String {
    switch choice {
    case .accept: say("Đồng ý: sửa sổ theo đề nghị", "Agree: the claim takes its place")
    case .keep: say("Không đồng ý: giữ số liệu của sổ", "Refuse: what the register has stays")
    case .other: say("Giá trị khác", "Another value")
    }
  }
}
