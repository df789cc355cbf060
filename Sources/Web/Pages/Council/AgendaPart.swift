internal import HTMLWriting

/// The council's agenda, and the form in which it decides several of its points at once.
struct AgendaPart: Sendable {
  struct Point: Hashable, Sendable {
    /// The number of the event that put it there.
    let event: Int
    let title: String
    let path: String
    let unit: String
    let standing: String
    let claimed: String
    let proposed: String
    /// The points proposed, as they are typed.
    let typed: String
    let text: String
    /// What the points proposed would change.
    let effect: String
    /// Whether whoever looks decides it here.
    let isOpen: Bool
  }

  let points: [Point]
  let grounds: [ItemPage.Field.Option]
  let seen: Int
  var typed: [String: String] = [:]
  var problems: [String: String] = [:]
  var trial: TrialSection?
  /// What happened since the sender looked.
  var overtaken: [EventLine] = []
  /// Why nothing can be decided now.
  var stop: String?

  private var isForm: Bool { stop == nil && points.contains(where: \.isOpen) }

  func write(_ frame: PageFrame, _ page: inout HTMLWriter) {
    EventLine.writeOvertaken(overtaken, frame, &page)
    trial?.write(
      frame, path: WebPath.agenda,
      fields: typed.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        + [(name: AppraisalForm.seen, value: String(seen))],
      confirm: frame.say("Ghi tất cả vào nhật ký", "Record all of them"), &page)
    page.element("h2", text: frame.say("Chương trình họp", "Agenda"))
    guard !points.isEmpty else {
      return page.element(
        "p", text: frame.say("Chưa có nội dung nào được trình.", "Nothing is on the agenda."))
    }
    if let stop { frame.notice(stop, &page) }
    guard isForm else { return writeTable(frame, &page) }
    frame.form(WebPath.agenda, &page) { form in
      form.empty(
        "input", .init("type", "hidden"), .init("name", AppraisalForm.seen),
        .init("value", String(seen)))
      if let problem = problems[""] {
        form.element("span", .class("fault"), text: problem)
      }
      writeTable(frame, &form)
      form.element(
        "p", .class("dim"),
        text: frame.say(
          "Mỗi nội dung được chọn quyết định một cách, cùng một biểu quyết và lý do: mỗi nội dung một sự kiện, ghi tất cả hoặc không ghi gì.",
          "Each point that is chosen is decided in its own way, with one vote and one reason: an event for each, all or none."
        ))
      for field in fields(frame) { field.write(&form) }
      writeBeyond(frame, &form)
      form.element("div", .class("actions")) {
        $0.element(
          "button", .init("name", AppraisalForm.step),
          .init("value", AppraisalStep.preview.rawValue),
          text: frame.say("Xem ảnh hưởng trước khi ghi", "See the effect first"))
      }
    }
  }

  private func writeTable(_ frame: PageFrame, _ page: inout HTMLWriter) {
    let columns: [HTMLWriter.Column] =
      [
        .init(frame.say("Tiêu chí thành phần", "Item")),
        .init(frame.say("Cơ quan, đơn vị, địa phương", "Unit")),
        .init(frame.say("Tự chấm", "Claimed"), isNumber: true),
        .init(frame.say("Đang tính", "Standing"), isNumber: true),
        .init(frame.say("Đề nghị", "Proposed"), isNumber: true),
        .init(frame.say("Lý do trình", "Why")),
        .init(frame.say("Nếu theo đề nghị", "If it is followed")),
      ] + (isForm ? [.init(frame.say("Quyết định", "Decision"))] : [])
    page.table(
      id: "chuong-trinh", caption: frame.say("Chưa quyết định", "Not decided yet"), columns,
      name: "items work", isStacked: true, rows: points
    ) { row, point in
      row.element("th", .scope("row")) { $0.link(to: point.path, text: point.title) }
      row.cell(point.unit)
      row.numberCell(point.claimed)
      row.numberCell(point.standing)
      row.numberCell(point.proposed)
      row.cell(point.text)
      row.cell(point.effect)
      guard isForm else { return }
      row.element("td") { cell in
        if point.isOpen { writeChoice(point, frame, &cell) } else { cell.text("–") }
      }
    }
  }

  private func writeChoice(_ point: Point, _ frame: PageFrame, _ cell: inout HTMLWriter) {
    let about = "\(point.title), \(point.unit)"
    let names = (
      mark: AgendaDecision.mark(point.event), choice: AgendaDecision.choice(point.event),
      points: AgendaDecision.points(point.event)
    )
    cell.element("label", .class("check")) { label in
      var attributes: [HTMLWriter.Attribute] = [
        .init("type", "checkbox"), .init("name", names.mark), .init("value", "1"),
        .init("aria-label", frame.say("Quyết định: ", "Decide: ") + about),
      ]
      if typed[names.mark] != nil { attributes.append(.init("checked", nil)) }
      label.open("input", attributes)
      label.text(frame.say(" quyết định", " decide"))
    }
    cell.open(
      "select",
      [
        .init("name", names.choice),
        .init("aria-label", frame.say("Cách quyết định: ", "How: ") + about),
      ])
    for choice in AgendaDecision.Choice.allCases {
      var attributes: [HTMLWriter.Attribute] = [.init("value", choice.rawValue)]
      let standing =
        typed[names.choice] ?? (point.typed.isEmpty ? nil : AgendaDecision.Choice.points.rawValue)
      if standing == choice.rawValue { attributes.append(.init("selected", nil)) }
      cell.open("option", attributes)
      cell.text(frame.choice(choice))
      cell.close("option")
    }
    cell.close("select")
    cell.empty(
      "input", .init("type", "text"), .init("name", names.points),
      .init("value", typed.isEmpty ? point.typed : typed[names.points] ?? ""),
      .init("inputmode", "decimal"), .init("autocomplete", "off"), .init("maxlength", "20"),
      .init("size", "6"), .init("aria-label", frame.say("Số điểm: ", "Points: ") + about))
    for problem in [problems[names.choice], problems[names.points]].compactMap(\.self) {
      cell.element("span", .class("fault"), text: problem)
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
    let votes = zip(
      AppraisalForm.votes,
      [
        frame.say("Tán thành", "In favour"), frame.say("Không tán thành", "Against"),
        frame.say("Không biểu quyết", "Abstaining"),
      ]
    ).map { field($0, $1, "", .number) }
    return votes + [
      field(AppraisalForm.ground, frame.say("Căn cứ", "Ground"), "", .choice(grounds)),
      field(AgendaDecision.reason, frame.say("Lý do, nội dung", "Reason"), "", .text),
      field(
        AgendaDecision.basis, frame.say("Cơ sở pháp lý", "Legal basis"),
        frame.say("như 141/QĐ-UBND ngày 19/01/2018", "like 141/QĐ-UBND ngày 19/01/2018")),
    ]
  }

  private func writeBeyond(_ frame: PageFrame, _ form: inout HTMLWriter) {
    form.element("label", .class("check")) { label in
      var attributes: [HTMLWriter.Attribute] = [
        .init("type", "checkbox"), .init("name", AppraisalForm.beyond), .init("value", "1"),
      ]
      if typed[AppraisalForm.beyond] != nil { attributes.append(.init("checked", nil)) }
      label.open("input", attributes)
      label.text(
        frame.say(" Có nội dung cho điểm ngoài khung chấm", " Some points lie beyond their rule"))
    }
  }
}

extension PageFrame {
  func choice(_ choice: AgendaDecision.Choice) -> String {
    switch choice {
    case .standing: say("giữ kết quả thẩm định", "keep what stands")
    case .claim: say("giữ điểm tự chấm", "keep the claim")
    case .points: say("cho điểm", "give points")
    }
  }
}

extension EventLine {
  /// What others recorded since a form was made.
  static func writeOvertaken(
    _ events: [EventLine], _ frame: PageFrame, _ page: inout HTMLWriter
  ) {
    guard !events.isEmpty else { return }
    page.element("div", .class("notice bad"), .init("role", "alert")) { box in
      box.element(
        "p",
        text: frame.say(
          "Vừa có việc khác được ghi về các nơi này; chưa ghi gì của bạn. Xem lại rồi gửi lại nếu vẫn cần:",
          "Something else was recorded about these meanwhile; nothing of yours is. Look, then send it again if need be:"
        ))
      box.element("ul") { list in
        for event in events {
          list.element("li", text: "\(event.time), \(event.who): \(event.what), \(event.about)")
        }
      }
    }
    page.line()
  }
}
