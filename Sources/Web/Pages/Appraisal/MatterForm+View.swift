internal import HTMLWriting

extension MatterForm {
  func write(_ frame: PageFrame, path: String, _ page: inout HTMLWriter) {
    page.element("h2", .id("y-kien"), text: frame.say("Ý kiến", "Decision"))
    frame.form(path, &page, name: "decision") { form in
      form.empty(
        "input", .init("type", "hidden"), .init("name", AppraisalForm.seen),
        .init("value", String(seen)))
      writeChoices(frame, &form)
      points?.write(&form)
      if allowsBeyond {
        check(
          AppraisalForm.beyond,
          frame.say("Điểm ngoài khung của cách chấm", "Points beyond the rule"), isBeyond, &form)
      }
      if !inputs.isEmpty {
        form.details(
          frame.say("Số liệu đầu vào", "Inputs"),
          isOpen: chosen == AppraisalForm.Choice.inputs.rawValue
        ) { box in for field in inputs { field.write(&box) } }
      }
      writeDocuments(frame, &form)
      if let figure, let value {
        form.details(
          frame.say("Số liệu của cơ quan khác", "Figures of other offices"),
          isOpen: chosen == AppraisalForm.Choice.figure.rawValue
        ) { box in
          figure.write(&box)
          value.write(&box)
        }
      }
      due?.write(&form)
      if !votes.isEmpty {
        form.element("fieldset", .class("votes")) { set in
          set.element("legend", text: frame.say("Biểu quyết", "Vote"))
          for vote in votes { vote.write(&set) }
        }
      }
      ground?.write(&form)
      reason.write(&form)
      basis.write(&form)
      form.element("div", .class("actions")) {
        $0.element(
          "button", .init("name", AppraisalForm.step),
          .init("value", AppraisalStep.preview.rawValue),
          text: frame.say("Xem ảnh hưởng trước khi ghi", "See the effect first"))
      }
    }
  }

  private func writeChoices(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("fieldset", .class("choices")) { set in
      set.element("legend", text: frame.say("Chọn một việc", "Choose one"))
      for choice in choices {
        set.element("label") { label in
          var attributes: [HTMLWriter.Attribute] = [
            .init("type", "radio"), .init("name", AppraisalForm.choice),
            .init("value", choice.value),
          ]
          if choice.value == chosen || choices.count == 1 {
            attributes.append(.init("checked", nil))
          }
          label.open("input", attributes)
          label.text(" " + choice.title)
        }
      }
      if let problem { set.element("span", .class("fault"), text: problem) }
    }
    page.line()
  }

  private func writeDocuments(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !documents.isEmpty else { return }
    page.details(
      frame.say("Chỉ những tài liệu này", "These documents only"),
      isOpen: documents.contains(where: \.isChosen)
    ) { box in
      box.element(
        "p", .class("hint"),
        text: frame.say(
          "Dùng khi không công nhận hoặc hỏi về tài liệu; không chọn là tất cả.",
          "Where evidence is rejected or asked about; none chosen means all."))
      for document in documents { check(document.name, document.title, document.isChosen, &box) }
    }
  }

  private func check(
    _ name: String, _ title: String, _ isChosen: Bool, _ page: inout HTMLWriter
  ) {
    page.element("label", .class("check")) { label in
      var attributes: [HTMLWriter.Attribute] = [
        .init("type", "checkbox"), .init("name", name), .init("value", "1"),
      ]
      if isChosen { attributes.append(.init("checked", nil)) }
      label.open("input", attributes)
      label.text(" " + title)
    }
    page.line()
  }
}
