internal import Grading
internal import HTMLWriting
internal import Loading
internal import Procedure
internal import Reports

/// How far publication has come, what is locked, and the forms to go on.
struct PublicationPage: Sendable {
  struct Refusals: Sendable {
    let publish: String?
    let lock: String?
    let unlock: String?
  }

  let state: String
  let decision: String?
  /// Of the result as it stands: the same that `parindex run` gives for the round.
  let digest: String
  /// Why units are provisional, over all.
  let open: [OpenLine]
  /// Units that their lock left without a place.
  let unplaced: UnplacedUnits?
  let locked: [String]
  /// The next state, where whoever looks may record it.
  let next: (id: String, title: String, needsBasis: Bool)?
  /// Whose move the next state is, where it is not theirs.
  let nextBy: String?
  let canLock: Bool
  let canUnlock: Bool
  /// Why what whoever looks may do cannot be done now.
  let refusals: Refusals
  let units: [ItemPage.Field.Option]
  let stages: [ItemPage.Field.Option]
  let grounds: [ItemPage.Field.Option]
  let typed: [String: String]
  let seen: Int
  var trial: TrialSection?
  /// What a lock covers, in words.
  var coverage: [String] = []
  /// Units that what is tried leaves without a place.
  var leftOut: UnplacedUnits?

  func html(_ frame: PageFrame, notice: String? = nil) -> [UInt8] {
    frame.page(frame.say("Khóa, phê duyệt và công bố", "Locking and publication")) { page in
      if let notice { frame.notice(notice, &page) }
      if let trial {
        for line in coverage { page.element("p", text: line) }
        leftOut?.write(frame, &page)
        trial.write(
          frame, path: WebPath.publication,
          fields: typed.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
            + [(name: AppraisalForm.seen, value: String(seen))],
          confirm: frame.say("Ghi vào nhật ký", "Record it"), &page)
      }
      page.element("dl", .class("facts")) { list in
        list.fact(frame.say("Công bố", "Publication"), state)
        list.fact(frame.say("Đơn vị đã khóa", "Units locked"), String(locked.count))
      }
      page.line()
      if leftOut == nil { unplaced?.write(frame, &page) }
      if let decision { page.element("p", text: decision) }
      page.element("p") { line in
        line.text(frame.say("Mã kiểm tra toàn vẹn của kết quả: ", "Digest of the result: "))
        line.element("code", .id("ma-kiem-tra"), text: digest)
      }
      if !open.isEmpty {
        page.element("h2", text: frame.say("Còn bỏ ngỏ", "Still open"))
        OpenLine.write(open, &page)
      }
      writePublish(frame, &page)
      if canLock { writeLock(frame, isLock: true, &page) }
      if canUnlock { writeLock(frame, isLock: false, &page) }
      if !locked.isEmpty {
        page.element("h2", text: frame.say("Đã khóa", "Locked"))
        page.element("p", text: locked.joined(separator: "; ") + ".")
      }
    }
  }

  private func field(
    _ name: String, _ title: String, _ hint: String = "", _ kind: ItemPage.Field.Kind = .line,
    of choice: PublicationForm.Choice
  ) -> ItemPage.Field {
    let isOwn = typed[PublicationForm.choice] == choice.rawValue
    return ItemPage.Field(
      name: name, title: title, hint: hint, kind: kind, value: isOwn ? typed[name] ?? "" : "",
      problems: [])
  }

  private func begin(
    _ choice: PublicationForm.Choice, _ page: inout HTMLWriter
  ) {
    for (name, value) in [
      (PublicationForm.choice, choice.rawValue), (AppraisalForm.seen, String(seen)),
    ] {
      page.empty("input", .init("type", "hidden"), .init("name", name), .init("value", value))
    }
  }

  private func end(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("div", .class("actions")) {
      $0.element(
        "button", .init("name", AppraisalForm.step), .init("value", AppraisalStep.preview.rawValue),
        text: frame.say("Xem ảnh hưởng trước khi ghi", "See the effect first"))
    }
  }

  private func writePublish(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", text: frame.say("Bước tiếp theo", "The next step"))
    guard let next else {
      page.element(
        "p",
        text: nextBy.map { frame.say("Thuộc \($0).", "It is the move of \($0).") }
          ?? frame.say("Không còn bước nào.", "There is none left."))
      return
    }
    if let refusal = refusals.publish {
      page.element("p", .class("points"), text: next.title.capitalisedFirst)
      return frame.notice(refusal, isBad: true, &page)
    }
    frame.form(WebPath.publication, &page) { form in
      begin(.publish, &form)
      form.empty(
        "input", .init("type", "hidden"), .init("name", PublicationForm.state),
        .init("value", next.id))
      form.element("p", .class("points"), text: next.title.capitalisedFirst)
      field(
        AppraisalForm.basis, frame.say("Số, ký hiệu, ngày của quyết định, văn bản", "Document"),
        next.needsBasis
          ? frame.say("bắt buộc, như 141/QĐ-UBND ngày 19/01/2018", "required") : "",
        of: .publish
      ).write(&form)
      field(
        AppraisalForm.reason, frame.say("Nội dung", "Text"), "", .text, of: .publish
      ).write(&form)
      end(frame, &form)
    }
  }

  private func writeLock(_ frame: PageFrame, isLock: Bool, _ page: inout HTMLWriter) {
    let choice = isLock ? PublicationForm.Choice.lock : .unlock
    if let refusal = isLock ? refusals.lock : refusals.unlock {
      return frame.notice(
        (isLock ? frame.say("Khóa: ", "Lock: ") : frame.say("Mở khóa: ", "Unlock: ")) + refusal,
        &page)
    }
    page.details(
      isLock ? frame.say("Khóa", "Lock") : frame.say("Mở khóa, mở lại bước", "Unlock"),
      name: "form", isOpen: typed[PublicationForm.choice] == choice.rawValue
    ) { box in
      frame.form(WebPath.publication, &box) { form in
        begin(choice, &form)
        field(
          PublicationForm.unit, frame.say("Cơ quan, đơn vị, địa phương", "Unit"),
          frame.say("để trống: cả kỳ đánh giá", "blank: the whole round"), .choice(units),
          of: choice
        ).write(&form)
        field(
          PublicationForm.stage, frame.say("Bước", "Stage"),
          frame.say("để trống: mọi bước", "blank: every stage"), .choice(stages), of: choice
        ).write(&form)
        if !isLock {
          field(
            AppraisalForm.ground, frame.say("Căn cứ", "Ground"), "", .choice(grounds), of: choice
          ).write(&form)
        }
        field(
          AppraisalForm.reason,
          isLock ? frame.say("Khóa những gì", "What is locked") : frame.say("Lý do", "Reason"), "",
          .text, of: choice
        ).write(&form)
        end(frame, &form)
      }
    }
  }
}
