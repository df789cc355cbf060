internal import HTMLWriting
internal import Store

/// The whole story of one dossier, and the form to say why it is late or that it was not.
struct DossierPage: Sendable {
  struct Form: Sendable {
    let fields: [ItemPage.Field]
    let canWithdraw: Bool
    /// Of what waits; 0: nothing does.
    let version: Int
  }

  let unit: String
  let name: String
  let dossier: String
  /// What `parindex dossiers explain` says of it.
  let story: String
  let state: DossierState?
  /// What was said of it here, newest first.
  let said: [(text: String, note: String?)]
  /// Why nothing can be said of it; nil: there is the form, or whoever looks is not of the unit.
  var refusal: String?
  var form: Form?

  func html(_ frame: PageFrame, notice: String? = nil, isBad: Bool = false) -> [UInt8] {
    frame.page(
      frame.say("Hồ sơ \(dossier)", "Dossier \(dossier)"),
      trail: [
        .init(path: WebPath.unit(unit), title: name),
        .init(
          path: WebPath.dossiers(unit), title: frame.say("Hồ sơ thủ tục hành chính", "Dossiers")),
      ]
    ) { page in
      if let notice { frame.notice(notice, isBad: isBad, &page) }
      if let state {
        page.element("p") { line in
          line.text(frame.say("Giải trình, đính chính: ", "Explained: "))
          state.write(frame, &line)
          if let note = state.note { line.text(" " + note) }
        }
        page.line()
      }
      page.element("pre", .class("story"), text: story)
      page.line()
      if !said.isEmpty {
        page.element("h2", text: frame.say("Đơn vị đã gửi", "What the unit sent"))
        page.element("ul") { list in
          for line in said {
            list.element("li") { entry in
              entry.text(line.text)
              if let note = line.note { entry.element("span", .class("hint"), text: note) }
            }
          }
        }
        page.line()
      }
      if let refusal { page.element("p", .class("notice"), text: refusal) }
      if let form { write(form, frame, &page) }
    }
  }

  private func write(_ form: Form, _ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element(
      "h2", .id("giai-trinh"),
      text: frame.say("Giải trình hoặc đề nghị đính chính", "Explain it, or have it corrected"))
    frame.form(WebPath.dossiers(unit), &page) { box in
      box.empty(
        "input", .init("type", "hidden"), .init("name", DossierForm.dossier),
        .init("value", dossier))
      box.empty(
        "input", .init("type", "hidden"), .init("name", DossierForm.version),
        .init("value", String(form.version)))
      for field in form.fields { field.write(&box) }
      box.element("div", .class("actions")) { actions in
        actions.element("button", text: frame.say("Gửi", "Send"))
        if form.canWithdraw {
          actions.element(
            "button", .class("second"), .init("name", DossierForm.withdrawal), .init("value", "1"),
            text: frame.say("Rút lại", "Take it back"))
        }
      }
    }
  }
}
