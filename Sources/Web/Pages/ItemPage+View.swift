internal import HTMLWriting

extension ItemPage {
  /// - Parameters:
  ///   - notice: what became of the last save.
  ///   - conflict: what somebody else saved in between, field by field.
  func html(
    _ frame: PageFrame, notice: String? = nil, conflict: [(title: String, value: String)] = []
  ) -> [UInt8] {
    let trail = [PageFrame.Entry(path: WebPath.unit(unit), title: unitName)]
    return frame.page(title, trail: trail, hasScript: savesItself) { page in
      if let notice { frame.notice(notice, isBad: !conflict.isEmpty, &page) }
      if !conflict.isEmpty {
        page.element("dl", .class("list")) { list in
          for entry in conflict {
            list.element("dt", text: entry.title)
            list.element("dd", text: entry.value.isEmpty ? "–" : entry.value)
          }
        }
      }
      page.element(
        "p", .class("dim"),
        text: maximum.map {
          area + " · " + frame.say("tối đa \($0) điểm", "maximum \($0)")
        } ?? area)
      writeResult(frame, &page)
      writeForm(frame, &page)
      writeRule(frame, &page)
      writeNeighbours(frame, &page)
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
      for field in fields { write(field, &form) }
      for field in [points, notApplicable].compactMap(\.self) { write(field, &form) }
      if !citations.isEmpty { writeCitations(frame, &form) }
      if let note { write(note, &form) }
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

  private func write(_ field: Field, _ page: inout HTMLWriter) {
    page.element("div", .class("field")) { box in
      box.element("label", .init("for", field.name), text: field.title)
      var described: [String] = []
      if !field.hint.isEmpty {
        described.append("\(field.name)-h")
        box.element("span", .class("hint"), .id("\(field.name)-h"), text: field.hint)
      }
      if !field.problems.isEmpty { described.append("\(field.name)-f") }
      var common: [HTMLWriter.Attribute] = [.id(field.name), .init("name", field.name)]
      if !described.isEmpty {
        common.append(.init("aria-describedby", described.joined(separator: " ")))
      }
      if !field.problems.isEmpty { common.append(.init("aria-invalid", "true")) }
      switch field.kind {
      case .line, .number:
        common += [
          .init("type", "text"), .init("value", field.value), .init("autocomplete", "off"),
          .init("maxlength", "500"),
        ]
        if field.kind == .number { common.append(.init("inputmode", "decimal")) }
        box.open("input", common)
      case .text:
        box.open("textarea", common + [.init("rows", "3"), .init("maxlength", "4000")])
        // A line break right behind the mark would be lost.
        box.text("\n" + field.value)
        box.close("textarea")
      case .choice(let options):
        box.open("select", common)
        writeOptions(options, field.value, &box)
        box.close("select")
      }
      if !field.problems.isEmpty {
        box.element(
          "span", .class("fault"), .id("\(field.name)-f"),
          text: field.problems.joined(separator: ". "))
      }
    }
    page.line()
  }

  /// The options, with a blank one; what is no option is shown all the same.
  private func writeOptions(
    _ options: [Field.Option], _ value: String, _ page: inout HTMLWriter
  ) {
    page.element("option", .init("value", ""), text: "–")
    var options = options
    if !value.isEmpty, !options.contains(where: { $0.id == value }) {
      options.append(.init(id: value, title: value))
    }
    for option in options {
      var attributes: [HTMLWriter.Attribute] = [.init("value", option.id)]
      if option.id == value { attributes.append(.init("selected", nil)) }
      page.open("option", attributes)
      page.text(option.title)
      page.close("option")
    }
  }

  private func writeCitations(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("fieldset") { set in
      set.element("legend", text: frame.say("Tài liệu kiểm chứng", "Evidence"))
      if let evidence { set.element("span", .class("hint"), text: evidence) }
      if documents.isEmpty {
        set.element(
          "p", .class("dim"),
          text: frame.say(
            "Đơn vị chưa có tài liệu nào trong danh mục (evidence.yaml).",
            "The unit has no documents on its shelf (evidence.yaml)."))
        return
      }
      for row in citations {
        set.element("div", .class("cite")) { cite in
          cite.element("label") { label in
            label.text(frame.say("Tài liệu", "Document"))
            label.open("select", [.init("name", AnswerForm.document(row.place))])
            writeOptions(documents, row.document, &label)
            label.close("select")
          }
          for (name, title, value) in [
            (AnswerForm.section(row.place), frame.say("Mục", "Section"), row.section),
            (AnswerForm.pages(row.place), frame.say("Trang", "Pages"), row.pages),
          ] {
            cite.element("label") { label in
              label.text(title)
              label.empty(
                "input", .init("type", "text"), .init("name", name), .init("value", value),
                .init("maxlength", "200"), .init("autocomplete", "off"))
            }
          }
          for problem in row.problems { cite.element("span", .class("fault"), text: problem) }
        }
        set.line()
      }
    }
    page.line()
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

  private func writeNeighbours(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard previous != nil || next != nil else { return }
    page.element(
      "nav", .class("next"), .init("aria-label", frame.say("Mục trước, mục sau", "Other items"))
    ) { nav in
      if let previous {
        nav.link(to: previous.path, .init("rel", "prev"), text: "← " + previous.title)
      }
      if let next { nav.link(to: next.path, .init("rel", "next"), text: next.title + " →") }
    }
    page.line()
  }
}
