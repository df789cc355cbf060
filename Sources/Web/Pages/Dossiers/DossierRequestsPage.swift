internal import Grading
internal import HTMLWriting

/// What units say of their dossiers, to be decided by the office that keeps the records: cause, clause
/// and evidence side by side, several at once.
struct DossierRequestsPage: Sendable {
  struct Row: Hashable, Sendable {
    /// What stands for it in the form, and the version that is looked at.
    let field: String
    let version: Int
    let dossier: String
    /// nil: it is no dossier of the round's any more.
    let path: String?
    let unit: String
    let due: String
    let finished: String
    let what: String
    let text: String
    let evidence: String
    let sentOn: String
    /// Why it cannot be accepted.
    let fault: String?
    var isChosen = false
    var problem: String?
  }

  struct Decided: Hashable, Sendable {
    let dossier: String
    let what: String
    let state: DossierState
    let by: String
  }

  struct Effect: Hashable, Sendable {
    let unit: String
    let late: String
    let rate: String
  }

  let rows: [Row]
  /// How many wait in all; the first of them have a row.
  let waiting: Int
  let decided: [Decided]
  /// How many more were decided.
  let more: Int
  /// The clause under which explanations are accepted.
  let clauses: [String]
  /// Why whoever looks decides nothing; nil: there is the form.
  var refusal: String?
  var decides = false
  var typed: [String: String] = [:]
  var problems: [String: String] = [:]
  var trial: TrialSection?
  var effects: [Effect] = []
  var findings: FindingList?

  func html(_ frame: PageFrame, notice: String? = nil, isBad: Bool = false) -> [UInt8] {
    frame.page(
      frame.say("Giải trình, đính chính từng hồ sơ", "What is said of single dossiers"),
      trail: [.init(path: WebPath.registers, title: frame.say("Sổ, số liệu", "Registers"))]
    ) { page in
      if let notice { frame.notice(notice, isBad: isBad, &page) }
      if let refusal { page.element("p", .class("notice"), text: refusal) }
      for clause in clauses { page.element("p", .class("dim"), text: clause) }
      writeTrial(frame, &page)
      page.element("h2", text: frame.say("Chờ quyết định (\(waiting))", "Open (\(waiting))"))
      if waiting > rows.count {
        page.element(
          "p", .class("dim"),
          text: frame.say(
            "\(rows.count) hồ sơ gửi trước đứng dưới đây; quyết định xong thì các hồ sơ sau hiện ra.",
            "The \(rows.count) that came first stand below; the others follow once these are decided."
          ))
      }
      if rows.isEmpty {
        page.element("p", text: frame.say("Không có.", "There are none."))
      } else if decides {
        frame.form(WebPath.dossierRequests, &page) { form in
          writeRows(frame, &form)
          writeDecision(frame, &form)
        }
      } else {
        writeRows(frame, &page)
      }
      writeDecided(frame, &page)
    }
  }

  private func writeTrial(_ frame: PageFrame, _ page: inout HTMLWriter) {
    findings?.write(frame, &page)
    guard let trial else { return }
    page.element("section", .class("result trial"), .id("thu"), .init("aria-labelledby", "thu-t")) {
      box in
      box.element(
        "h2", .id("thu-t"),
        text: frame.say("Nếu quyết định như vậy (chưa ghi gì)", "If so (nothing is written)"))
      if !effects.isEmpty {
        box.table(
          id: "thu-ho-so", caption: frame.say("Hồ sơ trễ hạn", "Late dossiers"),
          [
            .init(frame.say("Cơ quan, đơn vị, địa phương", "Unit")),
            .init(frame.say("Trễ hạn", "Late"), isNumber: true),
            .init(frame.say("Tỷ lệ", "Rate"), isNumber: true),
          ], rows: effects
        ) { cells, effect in
          cells.element("th", .scope("row"), text: effect.unit)
          cells.numberCell(effect.late)
          cells.numberCell(effect.rate)
        }
      }
      trial.writeEffect(frame, &box)
      trial.writeRefusals(frame, &box)
    }
    page.line()
  }

  private func writeRows(_ frame: PageFrame, _ page: inout HTMLWriter) {
    if let problem = problems[DossierDecisionForm.request(.none)] {
      page.element("span", .class("fault"), text: problem)
    }
    page.table(
      id: "cho", caption: frame.say("Theo thứ tự gửi", "In the order they came"),
      [
        .init(frame.say("Hồ sơ", "Dossier")),
        .init(frame.say("Cơ quan, đơn vị, địa phương", "Unit")),
        .init(frame.say("Hẹn trả, xong", "Due, finished")),
        .init(frame.say("Đề nghị, nguyên nhân", "What, cause")),
        .init(frame.say("Tài liệu", "Evidence")), .init(frame.say("Gửi", "Sent")),
      ], name: "wide", isStacked: true, rows: rows
    ) { cells, row in
      cells.element("th", .scope("row")) { writeName(row, frame, &$0) }
      cells.cell(row.unit)
      cells.cell("\(row.due) – \(row.finished.isEmpty ? "…" : row.finished)")
      cells.element("td") { cell in
        cell.text(row.what)
        if !row.text.isEmpty { cell.element("span", .class("hint"), text: row.text) }
        if let fault = row.problem ?? row.fault {
          cell.element("span", .class("fault"), text: fault)
        }
      }
      cells.cell(row.evidence.isEmpty ? "–" : row.evidence)
      cells.cell(row.sentOn)
    }
  }

  private func writeName(_ row: Row, _ frame: PageFrame, _ cell: inout HTMLWriter) {
    if decides {
      var attributes: [HTMLWriter.Attribute] = [
        .init("type", "checkbox"), .init("name", row.field), .init("value", String(row.version)),
      ]
      if row.isChosen { attributes.append(.init("checked", nil)) }
      cell.element("label", .class("check")) { label in
        label.open("input", attributes)
        label.text(" " + row.dossier)
      }
      if let path = row.path {
        cell.link(to: path, text: frame.say("xem cách tính", "how it counts"))
      }
    } else if let path = row.path {
      cell.link(to: path, text: row.dossier)
    } else {
      cell.text(row.dossier)
    }
  }

  private func writeDecision(_ frame: PageFrame, _ form: inout HTMLWriter) {
    func field(
      _ name: String, _ title: String, _ hint: String, _ kind: ItemPage.Field.Kind
    ) -> ItemPage.Field {
      ItemPage.Field(
        name: name, title: title, hint: hint, kind: kind, value: typed[name] ?? "",
        problems: problems[name].map { [$0] } ?? [])
    }
    field(
      AppraisalForm.choice, frame.say("Quyết định các hồ sơ đã chọn", "Decide those chosen"), "",
      .choice([
        .init(
          id: DossierDecisionForm.Choice.accept.rawValue,
          title: frame.say("chấp nhận", "accept")),
        .init(
          id: DossierDecisionForm.Choice.refuse.rawValue,
          title: frame.say("không chấp nhận", "refuse")),
      ])
    ).write(&form)
    field(AppraisalForm.reason, frame.say("Lý do", "Why"), "", .text).write(&form)
    field(
      AppraisalForm.basis, frame.say("Văn bản", "Document"),
      frame.say("số, ngày văn bản về việc rà soát", "number and date of what it is decided by"),
      .line
    ).write(&form)
    form.element("div", .class("actions")) { actions in
      actions.element(
        "button", .init("name", AppraisalForm.step), .class("second"),
        .init("value", AppraisalStep.preview.rawValue),
        text: frame.say("Xem ảnh hưởng", "See the effect"))
      actions.element(
        "button", .init("name", AppraisalForm.step),
        .init("value", AppraisalStep.record.rawValue), text: frame.say("Ghi", "Record"))
    }
  }

  private func writeDecided(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !decided.isEmpty else { return }
    page.table(
      id: "da-quyet-dinh",
      caption: frame.say(
        "Đã quyết định (\(decided.count + more))", "Decided (\(decided.count + more))"),
      [
        .init(frame.say("Hồ sơ", "Dossier")),
        .init(frame.say("Đề nghị, nguyên nhân", "What, cause")),
        .init(frame.say("Quyết định", "Decision")), .init(frame.say("Người quyết định", "By")),
      ], name: "items", isStacked: true, rows: decided
    ) { cells, row in
      cells.element("th", .scope("row"), text: row.dossier)
      cells.cell(row.what)
      cells.element("td") { cell in
        row.state.write(frame, &cell)
        if let note = row.state.note { cell.text(" " + note) }
      }
      cells.cell(row.by)
    }
    if more > 0 {
      page.element(
        "p", .class("dim"),
        text: frame.say("và \(more) hồ sơ trước đó", "and \(more) earlier ones"))
      page.line()
    }
  }
}
