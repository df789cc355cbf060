internal import HTMLWriting

/// What happens after publication: requests to reconsider with their answers, amendments, and the
/// forms of whoever looks.
struct ReconsiderationPage: Sendable {
  struct Row: Hashable, Sendable {
    let number: Int
    let unitID: String
    let unit: String
    let item: String
    let text: String
    let asked: String
    let due: String?
    let isOver: Bool
    let answer: String?
    let canAnswer: Bool
  }

  struct Amendment: Hashable, Sendable {
    let time: String
    let about: String
    let change: String
    let basis: String
  }

  let requests: [Row]
  let amendments: [Amendment]
  /// Why nothing can be asked for any more.
  let refusal: String?
  /// The items that the unit can name; nil: whoever looks asks for nothing.
  let asks: [ItemPage.Field.Option]?
  /// Until when it can be asked.
  let until: String?
  let answers: Row?
  /// Units that can be amended; empty: whoever looks amends none.
  let units: [ItemPage.Field.Option]
  let typed: [String: String]
  let seen: Int
  var trial: TrialSection?

  func html(_ frame: PageFrame, notice: String? = nil, isBad: Bool = false) -> [UInt8] {
    frame.page(frame.say("Kiến nghị, điều chỉnh sau công bố", "After publication")) { page in
      if let notice { frame.notice(notice, isBad: isBad, &page) }
      trial?.write(
        frame, path: WebPath.reconsiderations,
        fields: typed.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
          + [(name: AppraisalForm.seen, value: String(seen))],
        confirm: frame.say("Ghi vào nhật ký", "Record it"), &page)
      if let until {
        page.element(
          "p", text: frame.say("Gửi kiến nghị đến hết ngày \(until).", "To be asked by \(until)."))
      }
      writeRequests(frame, &page)
      if let answers { writeAnswer(answers, frame, &page) }
      if let refusal { frame.notice(refusal, isBad: true, &page) }
      if let asks { writeAsk(asks, frame, &page) }
      if !units.isEmpty { writeAmend(frame, &page) }
      writeAmendments(frame, &page)
    }
  }

  private func writeRequests(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element(
      "h2",
      text: frame.say("Kiến nghị (\(requests.count))", "Requests (\(requests.count))"))
    guard !requests.isEmpty else {
      page.element("p", text: frame.say("Chưa có kiến nghị nào.", "There are none."))
      return page.line()
    }
    page.element("ul", .class("history")) { list in
      for row in requests {
        list.element("li") { entry in
          entry.element("strong", text: row.unit)
          entry.text(row.item.isEmpty ? ": \(row.text)" : ", \(row.item): \(row.text)")
          entry.element("span", .class("hint")) { hint in
            hint.text(row.asked)
            if let due = row.due, row.answer == nil {
              hint.text("; ")
              hint.element(
                "span", .class(row.isOver ? "due" : "label-inline"),
                text: frame.say("trả lời đến hết ngày \(due)", "to be answered by \(due)"))
            }
          }
          if let answer = row.answer {
            entry.element("span", .class("state done"), text: frame.say("đã trả lời", "answered"))
            entry.text(" \(answer)")
          } else {
            entry.element(
              "span", .class("state"), text: frame.say("chờ trả lời", "not answered yet"))
          }
          if row.canAnswer {
            entry.text(" ")
            entry.link(
              to:
                "\(WebPath.reconsiderations)?\(ReconsiderationForm.request)=\(row.number)#tra-loi",
              text: frame.say("trả lời", "answer"))
          }
        }
        list.line()
      }
    }
    page.line()
  }

  private func field(
    _ name: String, _ title: String, _ hint: String = "", _ kind: ItemPage.Field.Kind = .line,
    of choice: ReconsiderationForm.Choice
  ) -> ItemPage.Field {
    let isOwn = typed[ReconsiderationForm.choice] == choice.rawValue
    return ItemPage.Field(
      name: name, title: title, hint: hint, kind: kind, value: isOwn ? typed[name] ?? "" : "",
      problems: [])
  }

  private func form(
    _ choice: ReconsiderationForm.Choice, hidden: [(String, String)] = [],
    _ fields: [ItemPage.Field], _ frame: PageFrame, _ page: inout HTMLWriter
  ) {
    frame.form(WebPath.reconsiderations, &page) { form in
      for (name, value) in [
        (ReconsiderationForm.choice, choice.rawValue), (AppraisalForm.seen, String(seen)),
      ] + hidden {
        form.empty("input", .init("type", "hidden"), .init("name", name), .init("value", value))
      }
      for field in fields { field.write(&form) }
      form.element("div", .class("actions")) {
        $0.element(
          "button", .init("name", AppraisalForm.step),
          .init("value", AppraisalStep.preview.rawValue),
          text: frame.say("Xem trước khi ghi", "Look before it is recorded"))
      }
    }
  }

  private func writeAsk(
    _ items: [ItemPage.Field.Option], _ frame: PageFrame, _ page: inout HTMLWriter
  ) {
    page.element("h2", text: frame.say("Gửi kiến nghị xem xét lại", "Ask to reconsider"))
    form(
      .ask,
      [
        field(
          ReconsiderationForm.item, frame.say("Tiêu chí thành phần", "Item"),
          frame.say("để trống nếu về kết quả chung", "blank: the result as a whole"),
          .choice(items), of: .ask),
        field(
          AppraisalForm.reason, frame.say("Nội dung kiến nghị", "What is asked"), "", .text,
          of: .ask),
      ], frame, &page)
  }

  private func writeAnswer(_ row: Row, _ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element(
      "h2", .id("tra-loi"),
      text: frame.say("Trả lời kiến nghị số \(row.number)", "Answer request \(row.number)"))
    page.element("p", text: "\(row.unit)\(row.item.isEmpty ? "" : ", \(row.item)"): \(row.text)")
    var fields: [ItemPage.Field] = []
    if !row.item.isEmpty {
      fields.append(
        field(
          ReconsiderationForm.points, frame.say("Điểm sau khi xem xét", "Points"),
          frame.say(
            "để trống nếu giữ nguyên; có hiệu lực khi có quyết định điều chỉnh",
            "blank: they stay; they count once an amendment is issued"), .number, of: .answer))
    }
    fields += [
      field(
        AppraisalForm.reason, frame.say("Nội dung trả lời", "The answer"), "", .text, of: .answer),
      field(AppraisalForm.basis, frame.say("Văn bản", "Document"), of: .answer),
    ]
    form(
      .answer,
      hidden: [
        (ReconsiderationForm.request, String(row.number)),
        (ReconsiderationForm.unit, row.unitID),
      ], fields, frame, &page)
  }

  private func writeAmend(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.details(
      frame.say("Ghi điều chỉnh theo quyết định", "Record an amendment by decision"), name: "form",
      isOpen: typed[ReconsiderationForm.choice] == ReconsiderationForm.Choice.amend.rawValue
    ) { box in
      box.element(
        "p", .class("dim"),
        text: frame.say(
          "Bản đã công bố vẫn giữ nguyên và xem lại được; bản điều chỉnh đứng bên cạnh.",
          "What was published stays and can be had; the amended edition stands beside it."))
      form(
        .amend,
        [
          field(
            ReconsiderationForm.unit, frame.say("Cơ quan, đơn vị, địa phương", "Unit"), "",
            .choice(units), of: .amend),
          field(
            ReconsiderationForm.item, frame.say("Tiêu chí thành phần (mã)", "Item (id)"),
            frame.say("như 1.1.2", "like 1.1.2"), of: .amend),
          field(
            ReconsiderationForm.points, frame.say("Số điểm sau điều chỉnh", "Points"), "", .number,
            of: .amend),
          field(
            AppraisalForm.basis, frame.say("Quyết định điều chỉnh", "The decision"),
            frame.say("bắt buộc, như 302/QĐ-UBND ngày 12/02/2018", "required"), of: .amend),
          field(AppraisalForm.reason, frame.say("Lý do", "Reason"), "", .text, of: .amend),
        ], frame, &box)
    }
  }

  private func writeAmendments(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !amendments.isEmpty else { return }
    page.element("h2", text: frame.say("Đã điều chỉnh", "Amended"))
    page.element("ul", .class("history")) { list in
      for amendment in amendments {
        list.element("li") { entry in
          entry.element("strong", text: amendment.about)
          entry.text(": \(amendment.change)")
          entry.element(
            "span", .class("hint"),
            text: [amendment.time, amendment.basis].filter { !$0.isEmpty }.joined(separator: "; "))
        }
        list.line()
      }
    }
    page.line()
  }
}
