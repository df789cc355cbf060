internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Logging
internal import Procedure
internal import Store
internal import Workbooks

/// A part that comes back: read, shown with its effect, and recorded once its sender has seen that.
extension WebApplication {
  func takePart(_ visit: Visit) async throws -> WebResponse {
    let work: PartWork
    switch try startPart(visit) {
    case .response(let response): return response
    case .work(let started): work = started
    }
    guard let stream = visit.request.stream, visit.isUpload, let token = visit.session?.formToken,
      let folder = settings.evidence.folder
    else { return problem(visit, 415, visit.frame.say("Không đọc được", "Not readable"), "") }
    let login = work.sender.account.login
    let answer = try await uploads.receive(by: login, settings.evidence) {
      try await receive(stream, token, folder, work, visit)
    }
    return answer
      ?? told(
        work, 503,
        work.frame.say(
          "Đang có nhiều tệp cùng được gửi lên; chờ ít phút rồi gửi lại.",
          "Many files are coming in; wait some minutes and send it again."))
  }

  private func receive(
    _ stream: BodyStream, _ token: String, _ folder: String, _ work: PartWork, _ visit: Visit
  ) async throws -> WebResponse {
    var limits = MultipartLimits()
    limits.file = PartPage.largest
    limits.field = PartPage.largest
    let fault: UploadFault
    do {
      let (reading, received) = try await UploadReading.whole(
        stream, visit.request, limits, token: token, folder: folder)
      let carried = received.fields[PartDecisions.field]
      if !carried.isEmpty { return try await confirm(carried, work, visit) }
      guard let file = received.file, let place = await reading.place else {
        return told(work, 422, work.frame.say("Chọn tệp đã điền.", "Choose the workbook."))
      }
      return try await show(place, file.name, work, visit)
    } catch let found as UploadFault {
      fault = found
    } catch is BodyStream.Failure {
      return told(
        work, 408, work.frame.say("Đường truyền bị ngắt; gửi lại.", "The connection broke."))
    }
    if case .token = fault { return try refusedForm(visit) }
    if case .unwritable(let reason) = fault { return unkept(reason, work) }
    let isTooLarge = [.form(.fileTooLong), .form(.formTooLong), .form(.fieldTooLong)].contains(
      fault)
    return told(
      work, isTooLarge ? 413 : 400,
      isTooLarge
        ? work.frame.say(
          "Tệp lớn quá \(PartPage.largest / 1_000_000) MB.",
          "The file is larger than \(PartPage.largest / 1_000_000) MB.")
        : work.frame.say("Không đọc được biểu mẫu.", "The form cannot be read."))
  }

  private func told(_ work: PartWork, _ status: Int, _ notice: String) -> WebResponse {
    WebResponse(status, PartPage().html(work.frame, notice: notice, isBad: true))
  }

  private func unkept(_ reason: ReceivedFile.Unwritable, _ work: PartWork) -> WebResponse {
    logger.error("part cannot be written", metadata: ["error": "\(reason.error)"])
    return told(
      work, reason.isFull ? 507 : 500,
      work.frame.say(
        "Máy chủ chưa nhận được tệp; dữ liệu đã lưu còn nguyên. Báo người quản trị.",
        "The server cannot take the file; what was saved before is safe."))
  }

  // MARK: Showing

  private func show(
    _ source: String, _ name: String, _ work: PartWork, _ visit: Visit
  ) async throws -> WebResponse {
    let snapshot = work.snapshot
    let reader = PartReader(
      round: snapshot.plan.id, person: work.person.id, work.terms
    ) { unit, item in
      Matter(ItemOfUnit(unit: unit, item: item), in: snapshot)?.result.record.unit.name
    }
    var (part, problems) = await parts.read(reader, from: source, as: name)
    if let read = part, read.seen > work.events {
      problems = [.partOfOtherLog(name, seen: read.seen, events: work.events)]
      part = nil
    }
    let decisions = (part?.rows ?? []).map { PartDecision($0, &problems) }
    guard let part, !problems.contains(where: \.isError) else {
      return unclear(problems, work)
    }
    guard !decisions.isEmpty else {
      return told(
        work, 422,
        work.frame.say("Trong tệp chưa có quyết định nào.", "There is no decision in it."))
    }
    let plan = try plan(PartDecisions(seen: part.seen, decisions), work)
    if !plan.refused.isEmpty { try note(refusalOf: "part", visit) }
    let page = PartPage(plan, warnings: problems, in: snapshot, work.rights, work.sender)
    guard plan.problems.isEmpty else {
      return WebResponse(422, page.html(work.frame, notice: unrecorded(work.frame), isBad: true))
    }
    return WebResponse(200, page.html(work.frame, notice: nothing(page, work.frame)))
  }

  func unclear(_ problems: [Diagnostic], _ work: PartWork) -> WebResponse {
    var page = PartPage()
    page.findings = FindingList(
      problems, work.snapshot.plan, work.frame, names: work.snapshot.names)
    return WebResponse(422, page.html(work.frame, notice: unrecorded(work.frame), isBad: true))
  }

  private func unrecorded(_ frame: PageFrame) -> String {
    frame.say(
      "Chưa ghi gì: sửa trong tệp những chỗ dưới đây rồi nạp lại.",
      "Nothing is recorded: mend the workbook where it says below, then bring it again.")
  }

  private func nothing(_ page: PartPage, _ frame: PageFrame) -> String? {
    page.records + page.proposals > 0
      ? nil : frame.say("Không còn gì để ghi.", "There is nothing left to record.")
  }

  func plan(_ decisions: PartDecisions, _ work: PartWork) throws -> PartPlan {
    PartPlan(
      decisions, in: work.snapshot, work.rights, work.sender, open: try store.openProposals())
  }
}
