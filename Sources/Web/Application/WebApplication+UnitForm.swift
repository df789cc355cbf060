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
    if let waiting = waitingForm(of: work, visit) {
      page.waiting = FormPage.Waiting(
        name: waiting.form.name, author: waiting.draft.author,
        time: EventWords(visit.frame.language).time(visit.now.local(at: waiting.draft.savedAt)),
        changes: waiting.changes.map {
          let words = $0.words(visit.frame.language)
          return FormPage.Change(title: words.title, old: words.old, new: words.new)
        }, version: String(waiting.draft.version), seen: work.drafted.edition(work.set))
    }
    return page
  }

  /// The workbook with what is typed so far.
  func formFile(_ visit: Visit, _ unit: String) async throws -> WebResponse {
    switch try start(visit, unit, .readAnswers(unit)) {
    case .response(let response): return response
    case .work(let work):
      switch await workbook(of: work) {
      case nil: return .redirect(to: "/" + WebPath.form(unit))
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
    var page = page(of: work, visit)
    func refused(_ status: Int, _ text: String, _ found: [Diagnostic]) -> WebResponse {
      page.findings = found.isEmpty ? nil : FindingList(found, work.snapshot.plan, frame)
      return WebResponse(status, page.html(frame, notice: text, isBad: true))
    }
    switch try await takeIn(place, name, visit, work) {
    case .waits: return .redirect(to: "/\(WebPath.form(unit))#cho")
    case .unclear(let found):
      return refused(
        422,
        frame.say(
          "Chưa nhận gì: sửa các chỗ dưới đây trong biểu rồi gửi lại.",
          "Nothing was taken: mend what is listed in the workbook, and send it again."), found)
    case .ofOther(let name, let found):
      return refused(
        422, frame.say("Đây là biểu của \(name).", "This workbook is of \(name)."), found)
    case .overtaken(let found):
      return refused(
        409,
        frame.say(
          "Người khác vừa gửi một biểu; tải lại trang để xem.",
          "Somebody else has just sent one; load the page again."), found)
    }
  }

  private func settle(_ visit: Visit, _ work: UnitWork, _ unit: String) throws -> WebResponse {
    let frame = visit.frame
    switch try settlingForm(visit, work) {
    case .unreadable: return badForm(visit)
    case .dropped: return .redirect(to: "/\(WebPath.form(unit))?da-bo=1")
    case .taken: return .redirect(to: "/\(WebPath.form(unit))?da-nhan=1")
    case .overtaken:
      return WebResponse(
        409,
        page(of: work, visit).html(
          frame,
          notice: frame.say(
            "Nội dung đang khai vừa được sửa, hoặc biểu đã được nhận hay bỏ; xem lại rồi chọn.",
            "What is typed has just changed, or the workbook is settled; look again."),
          isBad: true))
    }
  }
}
