internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Store
internal import Workbooks

/// A unit's self-assessment out to a workbook and back.
extension WebApplication {
  func formPage(_ visit: Visit, _ unit: String) throws -> WebResponse {
    switch try start(visit, unit, .readAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      let query = visit.request.query
      let notice =
        query["da-nhan"] != nil
        ? visit.frame.say(
          "Đã nhận biểu vào bản đang khai; chưa nộp.",
          "The workbook was taken in; nothing is handed in yet.")
        : query["da-bo"] != nil ? visit.frame.say("Đã bỏ biểu đã gửi.", "It was dropped.") : nil
      return WebResponse(200, page(of: work, visit).html(visit.frame, notice: notice))
    }
  }

  private func page(of work: UnitWork, _ visit: Visit) -> FormPage {
    var page = FormPage(
      unit: work.result.record.unit.id, unitName: work.result.record.unit.name,
      refusal: work.shelfRefusal(visit.frame))
    if work.drafted.reading.isUnreadable {
      page.fault = FindingList(
        work.drafted.reading.diagnostics.filter(\.isError), work.snapshot.plan, visit.frame)
    }
    if let draft = work.drafted.drafts[TakenForm.waiting], let form = TakenForm(draft.fields) {
      page.waiting = FormPage.Waiting(
        name: form.name, author: draft.author,
        time: EventWords(visit.frame.language).time(visit.now.local(at: draft.savedAt)),
        changes: changes(form, work, visit), version: String(draft.version),
        seen: work.drafted.edition(work.set))
    }
    return page
  }

  /// What the workbook says otherwise than what is typed; when it was handed in, and who signed, are
  /// said by handing in.
  private func changes(
    _ form: TakenForm, _ work: UnitWork, _ visit: Visit
  ) -> [FormPage.Change] {
    let unit = work.drafted.unit
    let reading = work.snapshot.loaded.reading(
      selfAssessment: Array(form.assessment.utf8), evidence: Array(form.shelf.utf8), of: unit,
      at: visit.now.local)
    guard let reading else { return [] }
    func said(_ assessment: SelfAssessment) -> [AssessmentStatement] {
      assessment.statements(work.set).filter {
        $0.key != "submitted_at" && !$0.key.hasPrefix("signed_by.")
      }
    }
    return FormImporter.changes(
      said(work.drafted.reading.draft.record.assessment), said(reading.draft.record.assessment)
    ).map {
      let words = $0.words(visit.frame.language)
      return FormPage.Change(title: words.title, old: words.old, new: words.new)
    }
  }

  /// The workbook with what is typed so far.
  func formFile(_ visit: Visit, _ unit: String) async throws -> WebResponse {
    switch try start(visit, unit, .readAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      let setting = work.snapshot.loaded.setting
      guard !work.drafted.reading.isUnreadable,
        let member = setting.members.first(where: { $0.unit.id == unit })
      else { return .redirect(to: "/" + WebPath.form(unit)) }
      let made = await forms.form(
        of: member, setting, holding: work.drafted.reading.draft.record.assessment)
      switch made {
      case .bytes(let bytes): return .workbook(bytes, name: UnitForm.fileName(unit))
      case .refused(let problems):
        var page = page(of: work, visit)
        page.fault = FindingList(problems, work.snapshot.plan, visit.frame)
        return WebResponse(500, page.html(visit.frame))
      }
    }
  }

  /// Takes in what was sent: a workbook, or what is to become of one that waits.
  func takeForm(_ visit: Visit, _ unit: String) async throws -> WebResponse {
    switch try start(visit, unit, .editAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      guard visit.isUpload else { return try settle(visit, work, unit) }
      func refused(_ status: Int, _ text: String) -> WebResponse {
        WebResponse(
          status, page(of: work, visit).html(visit.frame, notice: text, isBad: true))
      }
      switch try await received(visit, atMost: FormPage.largest) {
      case .forged: return try refusedForm(visit)
      case .refused(let status, let text): return refused(status, text)
      case .form(let form):
        guard let file = form.file else {
          return refused(422, visit.frame.say("Chưa chọn tệp.", "No file is chosen."))
        }
        return try await file.use { try await take($0, file.name, visit, work, unit) }
      }
    }
  }

  private func take(
    _ place: String, _ name: String, _ visit: Visit, _ work: UnitWork, _ unit: String
  ) async throws -> WebResponse {
    let frame = visit.frame
    let (form, found) = await forms.read(place, name, work.snapshot.loaded.setting)
    var page = page(of: work, visit)
    page.findings = found.isEmpty ? nil : FindingList(found, work.snapshot.plan, frame)
    func refused(_ status: Int, _ text: String) -> WebResponse {
      WebResponse(status, page.html(frame, notice: text, isBad: true))
    }
    guard let form else {
      return refused(
        422,
        frame.say(
          "Chưa nhận gì: sửa các chỗ dưới đây trong biểu rồi gửi lại.",
          "Nothing was taken: mend what is listed in the workbook, and send it again."))
    }
    guard form.unit.id == unit else {
      return refused(
        422,
        frame.say(
          "Đây là biểu của \(form.unit.name).", "This workbook is of \(form.unit.name)."))
    }
    let taken = TakenForm(
      assessment: form.assessmentText, shelf: form.shelfText, name: name)
    let saving = try store.saveDraft(
      of: unit, part: TakenForm.waiting, taken.fields,
      over: work.drafted.drafts[TakenForm.waiting]?.version ?? 0, by: work.account.login,
      at: visit.now.seconds)
    switch saving {
    case .conflict:
      return refused(
        409,
        frame.say(
          "Người khác vừa gửi một biểu; tải lại trang để xem.",
          "Somebody else has just sent one; load the page again."))
    case .saved: return .redirect(to: "/\(WebPath.form(unit))#cho")
    }
  }

  private func settle(_ visit: Visit, _ work: UnitWork, _ unit: String) throws -> WebResponse {
    let frame = visit.frame
    let drafts = work.drafted.drafts
    func overtaken() -> WebResponse {
      WebResponse(
        409,
        page(of: work, visit).html(
          frame,
          notice: frame.say(
            "Nội dung đang khai vừa được sửa, hoặc biểu đã được nhận hay bỏ; xem lại rồi chọn.",
            "What is typed has just changed, or the workbook is settled; look again."),
          isBad: true))
    }
    guard let waiting = drafts[TakenForm.waiting],
      visit.form[FormPage.version] == String(waiting.version)
    else { return overtaken() }
    switch visit.form[FormPage.act] {
    case FormPage.discard:
      try store.clearDrafts(of: unit, [waiting])
      return .redirect(to: "/\(WebPath.form(unit))?da-bo=1")
    case FormPage.take:
      guard visit.form[FormPage.seen] == work.drafted.edition(work.set),
        try store.replaceDrafts(
          of: unit, with: TakenForm.part, waiting.fields, over: drafts.mapValues(\.version),
          by: work.account.login, at: visit.now.seconds)
      else { return overtaken() }
      return .redirect(to: "/\(WebPath.form(unit))?da-nhan=1")
    default: return badForm(visit)
    }
  }
}
