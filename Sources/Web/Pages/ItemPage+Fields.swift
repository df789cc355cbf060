internal import HTMLWriting

/// A field of a form, with what is wrong about it.
extension ItemPage.Field {
  func write(_ page: inout HTMLWriter) {
    let field = self
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
        ItemPage.writeOptions(options, field.value, &box)
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

}

extension ItemPage {
  /// The options, with a blank one; what is no option is shown all the same.
  fileprivate static func writeOptions(
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

  /// Whether a row stands for a reference, and not for one to come.
  private func isCited(_ row: CitationRow) -> Bool {
    documents.contains { $0.id == row.document } && !row.isSuggested
  }

  func writeCitations(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("fieldset") { set in
      set.element("legend", text: frame.say("Tài liệu kiểm chứng", "Evidence"))
      if let evidence { set.element("span", .class("hint"), text: evidence) }
      if !lacks.isEmpty {
        set.element("ul", .class("lacks")) { list in
          for lack in lacks { list.element("li", .class("fault"), text: lack) }
        }
      }
      if refusal == nil || documents.isEmpty {
        set.element("p") { line in
          if documents.isEmpty {
            line.text(
              frame.say(
                "Đơn vị chưa có tài liệu nào trong danh mục. ",
                "The unit has no documents on its shelf. "))
          }
          guard refusal == nil else { return }
          line.link(
            to: WebPath.shelf(unit) + "?muc=\(part)#them",
            text: frame.say("Thêm tài liệu vào danh mục", "Add a document to the shelf"))
        }
      }
      if documents.isEmpty { return }
      for row in citations {
        set.element("div", .class("cite")) { cite in
          cite.element("label") { label in
            label.text(frame.say("Tài liệu", "Document"))
            label.open("select", [.init("name", AnswerForm.document(row.place))])
            ItemPage.writeOptions(documents, row.document, &label)
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
          if isCited(row) {
            cite.element("p", .class("actions")) { line in
              line.link(
                to: WebPath.document(row.document, of: unit),
                text: frame.say("Xem tài liệu", "See the document"))
              line.element("label", .class("check")) { label in
                label.empty(
                  "input", .init("type", "checkbox"), .init("name", AnswerForm.removal(row.place)),
                  .init("value", "1"))
                label.text(" " + frame.say("Bỏ dẫn", "Remove"))
              }
            }
          }
          for problem in row.problems { cite.element("span", .class("fault"), text: problem) }
        }
        set.line()
      }
    }
    page.line()
  }
}
