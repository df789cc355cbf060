internal import HTMLWriting

extension TrialSection {
  /// - Parameters:
  ///   - path: where the form goes that records it.
  ///   - fields: what it carries again.
  ///   - canPropose: whether it can be left to a second approver.
  func write(
    _ frame: PageFrame, path: String, fields: [(name: String, value: String)],
    canPropose: Bool = false, confirm: String, _ page: inout HTMLWriter
  ) {
    page.element("section", .class("result trial"), .id("thu"), .init("aria-labelledby", "thu-t")) {
      box in
      box.element(
        "h2", .id("thu-t"), text: frame.say("Nếu ghi (chưa ghi gì)", "If recorded (nothing is yet)")
      )
      for line in what { box.element("p", .class("points"), text: line) }
      writeEffect(frame, &box)
      writeRefusals(frame, &box)
      let isOffered = canPropose && needsApprover
      guard isAllowed || isOffered else { return }
      frame.form(path, &box) { form in
        for (name, value) in fields {
          form.empty(
            "input", .init("type", "hidden"), .init("name", name), .init("value", value))
        }
        form.element("div", .class("actions")) { actions in
          actions.element(
            "button", .init("name", AppraisalStep.name),
            .init(
              "value", isAllowed ? AppraisalStep.record.rawValue : AppraisalStep.propose.rawValue),
            text: isAllowed
              ? confirm
              : frame.say("Gửi người duyệt", "Leave it to a second approver"))
        }
      }
    }
    page.line()
  }

  func writeEffect(_ frame: PageFrame, _ page: inout HTMLWriter) {
    if isProposal {
      page.element(
        "p",
        text: frame.say(
          "Nếu Hội đồng quyết định theo đề nghị:", "If the council follows the proposal:"))
    }
    if units.isEmpty, items.isEmpty {
      page.element(
        "p", text: frame.say("Điểm, thứ hạng không đổi.", "No points or places change."))
      return
    }
    if !items.isEmpty {
      page.element("ul") { list in
        for item in items {
          list.element("li") { entry in
            entry.text("\(item.unit), \(item.title): ")
            entry.element("strong", text: item.points)
          }
        }
      }
    }
    guard !units.isEmpty else { return }
    let showsPlaces = units.contains { !$0.place.isEmpty }
    let columns =
      [HTMLWriter.Column(frame.say("Cơ quan, đơn vị, địa phương", "Unit"))]
      + (showsPlaces ? [.init(frame.say("Thứ hạng", "Place"), isNumber: true)] : [])
      + [
        .init(frame.say("Chỉ số (%)", "Index (%)"), isNumber: true),
        .init(frame.say("Xếp hạng (mức)", "Grade")),
      ]
    page.table(
      id: "thu-don-vi", caption: frame.say("Ảnh hưởng", "Effect"), columns, rows: units
    ) { row, unit in
      row.element("th", .scope("row"), text: unit.name)
      if showsPlaces { row.numberCell(unit.place) }
      row.numberCell(unit.index)
      row.cell(unit.grade)
    }
    if more > 0 {
      page.element(
        "p", .class("dim"), text: frame.say("và \(more) nơi khác.", "and \(more) more."))
    }
  }

  func writeRefusals(_ frame: PageFrame, _ page: inout HTMLWriter) {
    for refusal in refusals {
      page.element("div", .class("notice bad"), .init("role", "alert")) { box in
        box.element("p") { $0.element("strong", text: refusal.message) }
        for line in [refusal.rule, refusal.move] where !line.isEmpty {
          box.element("p", text: line)
        }
      }
      page.line()
    }
  }
}

/// What a form's button asks for.
enum AppraisalStep: String, Sendable {
  static let name = AppraisalForm.step

  case preview = "thu"
  case record = "ghi"
  case propose = "de-nghi"
  case approve = "duyet"
  case giveBack = "tra-lai"
  case withdraw = "rut"
}
