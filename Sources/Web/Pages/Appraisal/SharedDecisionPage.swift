internal import HTMLWriting

/// The same item of several units, to be decided with one reason.
struct SharedDecisionPage: Sendable {
  struct Row: Hashable, Sendable {
    let unit: String
    let path: String
    let name: String
    let claimed: String
    let standing: String
    let state: String
    var isChosen: Bool
  }

  let title: String
  /// The part of the work that it was come from.
  let query: String
  let rows: [Row]
  let choices: [AppraisalForm.Choice]
  let grounds: [ItemPage.Field.Option]
  let typed: [String: String]
  let problems: [String: String]
  let seen: Int
  var trial: TrialSection?
  var overtaken: [EventLine] = []
  /// Why nothing can be decided now.
  var refusal: String?

  func html(_ frame: PageFrame, notice: String? = nil) -> [UInt8] {
    let trail = [
      PageFrame.Entry(path: WebPath.work + query, title: frame.say("Thẩm định", "Appraisal"))
    ]
    return frame.page(title, trail: trail) { page in
      if let notice { frame.notice(notice, &page) }
      EventLine.writeOvertaken(overtaken, frame, &page)
      trial?.write(
        frame, path: WebPath.sharedDecision + query,
        fields: typed.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
          + rows.filter(\.isChosen).map { (name: SharedDecision.unit($0.unit), value: "1") }
          + [(name: AppraisalForm.seen, value: String(seen))],
        confirm: frame.say("Ghi tất cả vào nhật ký", "Record all of them"), &page)
      page.element(
        "p", .class("dim"),
        text: frame.say(
          "Một quyết định, một lý do cho các nơi được chọn: mỗi nơi một sự kiện, ghi tất cả hoặc không ghi gì. Việc phải có người thứ hai duyệt thì làm riêng từng nơi.",
          "One decision and one reason for the units chosen: an event for each, all or none. What needs a second approver is proposed one by one."
        ))
      page.line()
      if let refusal { return frame.notice(refusal, isBad: true, &page) }
      frame.form(WebPath.sharedDecision + query, &page) { form in
        form.empty(
          "input", .init("type", "hidden"), .init("name", AppraisalForm.seen),
          .init("value", String(seen)))
        writeRows(frame, &form)
        writeChoices(frame, &form)
        for field in fields(frame) { field.write(&form) }
        form.element("div", .class("actions")) {
          $0.element(
            "button", .init("name", AppraisalForm.step),
            .init("value", AppraisalStep.preview.rawValue),
            text: frame.say("Xem ảnh hưởng trước khi ghi", "See the effect first"))
        }
      }
    }
  }

  private func fields(_ frame: PageFrame) -> [ItemPage.Field] {
    func field(
      _ name: String, _ title: String, _ hint: String = "", _ kind: ItemPage.Field.Kind = .line
    ) -> ItemPage.Field {
      ItemPage.Field(
        name: name, title: title, hint: hint, kind: kind, value: typed[name] ?? "",
        problems: problems[name].map { [$0] } ?? [])
    }
    return [
      field(
        AppraisalForm.points, frame.say("Số điểm", "Points"),
        frame.say("dùng khi chọn “cho điểm”", "where points are given"), .number),
      field(
        AppraisalForm.due, frame.say("Hạn giải trình", "To be answered by"),
        frame.say("dùng khi yêu cầu giải trình, như 31/01/2018 17:00", "like 2018-01-31T17:00")),
      field(AppraisalForm.ground, frame.say("Căn cứ", "Ground"), "", .choice(grounds)),
      field(AppraisalForm.reason, frame.say("Lý do, nội dung", "Reason"), "", .text),
      field(
        AppraisalForm.basis, frame.say("Cơ sở pháp lý", "Legal basis"),
        frame.say("như 141/QĐ-UBND ngày 19/01/2018", "like 141/QĐ-UBND ngày 19/01/2018")),
    ]
  }

  private func writeRows(_ frame: PageFrame, _ page: inout HTMLWriter) {
    if let problem = problems[SharedDecision.unit("")] {
      page.element("span", .class("fault"), text: problem)
    }
    page.table(
      id: "cac-noi", caption: frame.say("Chọn các nơi", "Choose units"),
      [
        .init(frame.say("Cơ quan, đơn vị, địa phương", "Unit")),
        .init(frame.say("Tự chấm", "Claimed"), isNumber: true),
        .init(frame.say("Đang tính", "Standing"), isNumber: true),
        .init(frame.say("Tình trạng", "State")), .init(frame.say("Xem", "Look")),
      ], name: "items", rows: rows
    ) { row, line in
      row.element("th", .scope("row")) { cell in
        cell.element("label", .class("check")) { label in
          var attributes: [HTMLWriter.Attribute] = [
            .init("type", "checkbox"), .init("name", SharedDecision.unit(line.unit)),
            .init("value", "1"),
          ]
          if line.isChosen { attributes.append(.init("checked", nil)) }
          label.open("input", attributes)
          label.text(" " + line.name)
        }
      }
      row.numberCell(line.claimed)
      row.numberCell(line.standing)
      row.cell(line.state)
      row.element("td") { $0.link(to: line.path, text: frame.say("mở", "open")) }
    }
  }

  private func writeChoices(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("fieldset", .class("choices")) { set in
      set.element("legend", text: frame.say("Chọn một việc", "Choose one"))
      for choice in choices {
        set.element("label") { label in
          var attributes: [HTMLWriter.Attribute] = [
            .init("type", "radio"), .init("name", AppraisalForm.choice),
            .init("value", choice.rawValue),
          ]
          if typed[AppraisalForm.choice] == choice.rawValue {
            attributes.append(.init("checked", nil))
          }
          label.open("input", attributes)
          label.text(" " + frame.choice(choice))
        }
      }
      if let problem = problems[AppraisalForm.choice] {
        set.element("span", .class("fault"), text: problem)
      }
    }
    page.line()
  }
}
