internal import EventLog
internal import Grading
internal import HTMLWriting
internal import Loading

/// The form of the set-up page that moves a deadline.
struct DeadlinePart: Sendable {
  static let anchor = "doi-han"

  let options: [ItemPage.Field.Option]
  /// Why none can be moved now; nil: it can.
  let refusal: String?
  /// The last event about the whole round that was shown.
  let seen: Int
  var typed: [String: String] = [:]
  var problems: [String: String] = [:]
  var section: DeadlineSection?

  init(
    _ deadlines: [DeadlineText.Deadline], in snapshot: RoundSnapshot, refusal: String?,
    _ frame: PageFrame
  ) {
    options = deadlines.map {
      .init(
        id: DeadlineForm.name(of: $0.place),
        title: frame.title(of: $0.place, snapshot.plan) + ", " + frame.text(of: $0.bound, $0.moment)
      )
    }
    self.refusal = refusal
    seen = DeadlinePart.latest(in: snapshot)
  }

  /// The number of the last event about the whole round: locks, replaced files and publication are.
  static func latest(in snapshot: RoundSnapshot) -> Int {
    snapshot.loaded.log?.ofRound.last?.sequence ?? 0
  }

  func write(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", .id(DeadlinePart.anchor), text: frame.say("Dời hạn", "Moving a deadline"))
    if let refusal { return frame.notice(refusal, &page) }
    page.element(
      "p", .class("dim"),
      text: frame.say(
        "Chỉ mốc thời gian trong round.yaml đổi (hạn giải trình hồ sơ TTHC: cả trong records.yaml); nhật ký giữ cả tệp cũ và tệp mới. Làm được cả sau khi đã có nơi nộp.",
        "Only the moment in round.yaml changes (of dossier explanations, in records.yaml too), and the log keeps both files; also after units handed in."
      ))
    frame.form(WebPath.deadlines, &page) { form in
      form.empty(
        "input", .init("type", "hidden"), .init("name", AppraisalForm.seen),
        .init("value", String(seen)))
      for field in fields(frame) { field.write(&form) }
      form.element("div", .class("actions")) { actions in
        button(.preview, frame.say("Xem ảnh hưởng trước khi ghi", "See the effect first"), &actions)
        if section?.isAllowed == true {
          button(.record, frame.say("Dời hạn và ghi nhật ký", "Move it and record that"), &actions)
        }
      }
    }
  }

  private func button(_ step: AppraisalStep, _ title: String, _ actions: inout HTMLWriter) {
    var attributes: [HTMLWriter.Attribute] = step == .record ? [] : [.class("second")]
    attributes += [.init("name", AppraisalStep.name), .init("value", step.rawValue)]
    actions.open("button", attributes)
    actions.text(title)
    actions.close("button")
  }

  private func fields(_ frame: PageFrame) -> [ItemPage.Field] {
    let bounds = [
      ItemPage.Field.Option(
        id: DeadlineText.Bound.through.rawValue,
        title: frame.say("đến hết mốc đó", "through that moment")),
      .init(
        id: DeadlineText.Bound.before.rawValue,
        title: frame.say("trước mốc đó", "before that moment")),
    ]
    return [
      field(DeadlineForm.place, frame.say("Thời hạn", "Deadline"), "", .choice(options)),
      field(
        DeadlineForm.moment, frame.say("Mốc mới", "New moment"),
        frame.say(
          "như 31/01/2018 17:00; chỉ ghi ngày thì cả ngày đó", "like 2018-01-31T17:00, or a day")),
      field(DeadlineForm.bound, frame.say("Còn hạn", "In time"), "", .choice(bounds)),
      field(
        DeadlineForm.basis, frame.say("Văn bản làm căn cứ", "Document"),
        frame.say("bắt buộc khi ghi, như 15/TB-SNV ngày 18/12/2017", "wanted to record it")),
      field(
        DeadlineForm.reason, frame.say("Lý do", "Reason"),
        frame.say("bắt buộc khi ghi", "wanted to record it"), .text),
    ]
  }

  private func field(
    _ name: String, _ title: String, _ hint: String, _ kind: ItemPage.Field.Kind = .line
  ) -> ItemPage.Field {
    ItemPage.Field(
      name: name, title: title, hint: hint, kind: kind, value: typed[name] ?? "",
      problems: problems[name].map { [$0] } ?? [])
  }
}
