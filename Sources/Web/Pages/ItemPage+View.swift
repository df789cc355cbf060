internal import HTMLWriting

extension ItemPage {
  /// - Parameters:
  ///   - notice: what became of the last save.
  ///   - conflict: what somebody else saved in between, field by field.
  func html(
    _ frame: PageFrame, notice: String? = nil, conflict: [(title: String, value: String)] = []
  ) -> [UInt8] {
    let trail = [PageFrame.Entry(path: WebPath.unit(unit), title: unitName)]
    return frame.page(title, trail: trail, script: savesItself ? WebPath.script : nil) { page in
      if let notice { frame.notice(notice, isBad: !conflict.isEmpty, &page) }
      if !conflict.isEmpty {
        page.element("dl", .class("list")) { list in
          for entry in conflict {
            list.element("dt", text: entry.title)
            list.element("dd", text: entry.value.isEmpty ? "–" : entry.value)
          }
        }
      }
      for refusal in refusals { frame.notice(refusal.message, isBad: true, &page) }
      for request in requests { request.write(frame, &page) }
      ClosedRequest.write(closed, frame, &page)
      page.element(
        "p", .class("dim"),
        text: maximum.map {
          area + " · " + frame.say("tối đa \($0) điểm", "maximum \($0)")
        } ?? area)
      writeResult(frame, &page)
      writeForm(frame, &page)
      writeRule(frame, &page)
      frame.neighbours(
        frame.say("Mục trước, mục sau", "Other items"), previous, next, &page)
    }
  }

  private var savesItself: Bool { fields != nil && refusal == nil }

  private func writeResult(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard let computed, let claimed, let sentence else { return }
    page.element(
      "section", .class("result"), .init("aria-label", frame.say("Kết quả", "Result"))
    ) { box in
      box.element("p", .class("points")) { line in
        line.text(frame.say("Tính từ số liệu: \(computed)", "Computed: \(computed)"))
        line.text(" · ")
        line.text(frame.say("tự chấm: \(claimed)", "claimed: \(claimed)"))
      }
      box.element("p", text: frame.sentence(sentence))
      if let scorer {
        box.element(
          "p", text: frame.say("Không tự chấm: \(scorer).", "Not filled in here: \(scorer)."))
      }
      for problem in problems { box.element("p", .class("fault"), text: problem) }
    }
    page.line()
  }

  private func writeForm(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard let fields else { return }
    if let refusal { frame.notice(refusal, isBad: true, &page) }
    frame.form(path, &page, savesItself: savesItself) { form in
      form.empty(
        "input", .init("type", "hidden"), .init("name", "version"),
        .init("value", String(version)))
      // What cannot be changed now cannot be typed either.
      if refusal != nil { form.open("fieldset", [.class("closed"), .init("disabled", nil)]) }
      for field in fields { field.write(&form) }
      for field in [points, notApplicable].compactMap(\.self) { field.write(&form) }
      if !citations.isEmpty { writeCitations(frame, &form) }
      if let note { note.write(&form) }
      if refusal != nil { form.close("fieldset") }
      form.element("div", .class("actions")) { actions in
        if refusal == nil {
          actions.element("button", text: frame.say("Lưu", "Save"))
          if next != nil {
            actions.element(
              "button", .class("second"), .init("name", "then"), .init("value", "next"),
              text: frame.say("Lưu và sang mục sau", "Save and go on"))
          }
        }
        actions.element(
          "span", .class("dim"), .id("tu-luu"), .init("role", "status"), text: saved ?? "")
      }
    }
  }

  private func writeRule(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !rule.isEmpty else { return }
    page.element("h2", text: frame.say("Cách chấm", "How it is scored"))
    if let measure { page.element("p", text: measure + ":") }
    page.element("ul", .class("rule")) { list in
      for line in rule { list.element("li", text: line) }
    }
    page.element("dl", .class("list")) { list in
      let facts = [
        (frame.say("Hướng dẫn", "Guidance"), guidance), (frame.say("Căn cứ", "Clause"), clause),
        (frame.say("Tài liệu kiểm chứng", "Evidence"), evidence),
        (frame.say("Thẩm định", "Appraised by"), appraisedBy),
      ]
      for (title, text) in facts {
        guard let text else { continue }
        list.element("dt", text: title)
        list.element("dd", text: text)
      }
    }
    page.line()
  }
}
