internal import Diagnostics
internal import EventLog
internal import Grading
internal import HTMLWriting
internal import Reports

/// What a unit is asked about one of its items, and the form to answer.
struct ExplanationSection: Hashable, Sendable {
  static let answers = "yeu-cau"

  struct Document: Hashable, Sendable {
    let name: String
    let title: String
    let isChosen: Bool
  }

  let number: Int
  let item: String
  let unit: String
  let text: String
  let ground: String?
  let documents: [String]
  let asked: String
  let due: String?
  let isOver: Bool
  /// The unit's shelf, to send documents with the answer.
  let shelf: [Document]
  /// What was typed and could not be recorded.
  var typed = ""
  var refusals: [TrialSection.Refusal] = []
  /// Why whoever looks cannot answer; nil: they can.
  let refusal: String?

  init(
    _ request: ExplanationRequest, item: String, _ result: UnitResult, in snapshot: RoundSnapshot,
    at time: EventTime, refusal: ActRefusal?, typed: FormFields?, _ frame: PageFrame
  ) {
    let content = request.content
    let shelf = result.record.assessment.shelf
    func title(_ id: String) -> String { shelf.first { $0.id == id }?.title ?? id }
    number = request.number
    self.item = item
    unit = result.record.unit.id
    text = content.text ?? ""
    ground = content.ground.map(snapshot.ground)
    documents = content.documents.map(title)
    asked = EventWords(frame.language).time(content.time)
    let due = request.due(at: time, in: snapshot.plan.stages)
    self.due = due.map { NumberWords(frame.language).moment($0) }
    isOver = due.map { EventTime(endOf: $0) < time } ?? false
    self.shelf = shelf.map { document in
      let name = AppraisalForm.document(document.id)
      let number = document.number.map { " (\($0))" } ?? ""
      return Document(
        name: name, title: (document.title ?? document.kind) + number,
        isChosen: typed?[name].isEmpty == false)
    }
    self.typed = typed?[AppraisalForm.reason] ?? ""
    self.refusal = refusal.map { refusal in
      refusal == .role
        ? frame.say(
          "Thủ trưởng đơn vị ký và gửi giải trình bằng tài khoản của mình; cán bộ chuẩn bị nội dung và tài liệu.",
          "The unit's head answers from their own account; officers prepare the text and documents."
        )
        : frame.text(of: refusal, snapshot.names)
    }
  }

  func write(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("section", .class("result"), .id("giai-trinh")) { box in
      box.element("h2", text: frame.say("Yêu cầu giải trình", "An explanation is asked for"))
      box.element("p", text: text)
      if let ground { box.element("p", text: frame.say("Căn cứ: ", "Ground: ") + ground) }
      if !documents.isEmpty {
        box.element(
          "p",
          text: frame.say("Tài liệu được hỏi: ", "Documents asked about: ")
            + documents.joined(separator: "; "))
      }
      box.element("p") { line in
        line.text(frame.say("Yêu cầu lúc \(asked)", "Asked \(asked)"))
        guard let due else { return line.text(frame.say("; không đặt hạn.", "; no limit.")) }
        line.text("; ")
        line.element(
          "span", .class(isOver ? "due" : "label-inline"),
          text: isOver
            ? frame.say("đã hết hạn \(due)", "was due \(due)")
            : frame.say("hạn \(due)", "due \(due)"))
        line.text(".")
      }
      for refusal in refusals {
        box.element("div", .class("notice bad"), .init("role", "alert")) { notice in
          notice.element("p") { $0.element("strong", text: refusal.message) }
          for line in [refusal.rule, refusal.move] where !line.isEmpty {
            notice.element("p", text: line)
          }
        }
      }
      if let refusal {
        box.element("p", .class("dim"), text: refusal)
      } else {
        writeForm(frame, &box)
      }
    }
    page.line()
  }

  private func writeForm(_ frame: PageFrame, _ page: inout HTMLWriter) {
    frame.form(WebPath.explanation(item, of: unit), &page) { form in
      form.empty(
        "input", .init("type", "hidden"), .init("name", ExplanationSection.answers),
        .init("value", String(number)))
      form.element("div", .class("field")) { box in
        box.element(
          "label", .init("for", AppraisalForm.reason),
          text: frame.say("Nội dung giải trình", "The explanation"))
        box.open(
          "textarea",
          [
            .id(AppraisalForm.reason), .init("name", AppraisalForm.reason), .init("rows", "4"),
            .init("maxlength", "4000"), .init("required", nil),
          ])
        box.text("\n" + typed)
        box.close("textarea")
      }
      if !shelf.isEmpty {
        form.details(
          frame.say("Tài liệu gửi kèm", "Documents sent with it"),
          isOpen: shelf.contains(where: \.isChosen)
        ) { box in
          for document in shelf {
            box.element("label", .class("check")) { label in
              var attributes: [HTMLWriter.Attribute] = [
                .init("type", "checkbox"), .init("name", document.name), .init("value", "1"),
              ]
              if document.isChosen { attributes.append(.init("checked", nil)) }
              label.open("input", attributes)
              label.text(" " + document.title)
            }
          }
        }
      }
      form.element("div", .class("actions")) {
        $0.element("button", text: frame.say("Gửi giải trình", "Send the explanation"))
      }
    }
  }
}
