internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
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
    switch try await received(visit, atMost: PartPage.largest, field: PartPage.largest) {
    case .forged: return try refusedForm(visit)
    case .refused(let status, let text): return told(work, status, text)
    case .form(let form):
      let carried = form.fields[PartDecisions.field]
      if !carried.isEmpty { return try await confirm(carried, work, visit) }
      guard let file = form.file else {
        return told(work, 422, work.frame.say("Chọn tệp đã điền.", "Choose the workbook."))
      }
      return try await file.use { try await show($0, file.name, work, visit) }
    }
  }

  private func told(_ work: PartWork, _ status: Int, _ notice: String) -> WebResponse {
    WebResponse(status, PartPage().html(work.frame, notice: notice, isBad: true))
  }

  // MARK: Showing

  private func show(
    _ source: String, _ name: String, _ work: PartWork, _ visit: Visit
  ) async throws -> WebResponse {
    switch try await read(source, name, work, visit) {
    case .unclear(let problems): return unclear(problems, work)
    case .empty:
      return told(
        work, 422,
        work.frame.say("Trong tệp chưa có quyết định nào.", "There is no decision in it."))
    case .plan(let plan, let warnings):
      let page = PartPage(plan, warnings: warnings, in: work.snapshot, work.rights, work.sender)
      guard plan.problems.isEmpty else {
        return WebResponse(422, page.html(work.frame, notice: unrecorded(work.frame), isBad: true))
      }
      return WebResponse(200, page.html(work.frame, notice: nothing(page, work.frame)))
    }
  }

  /// What a workbook that came back says.
  enum PartReading {
    /// It cannot be meant.
    case unclear([Diagnostic])
    case empty
    case plan(PartPlan, warnings: [Diagnostic])
  }

  func read(
    _ source: String, _ name: String, _ work: PartWork, _ visit: Visit
  ) async throws -> PartReading {
    let snapshot = work.snapshot
    let reader = PartReader(
      round: snapshot.plan.id, person: work.person.id, work.terms
    ) { unit, item in
      Matter(ItemOfUnit(unit: unit, item: item), in: snapshot)?.result.record.unit.name
    }
    var (part, problems) = await forms.read(reader, from: source, as: name)
    if let read = part, read.seen > work.events {
      problems = [.partOfOtherLog(name, seen: read.seen, events: work.events)]
      part = nil
    }
    let decisions = (part?.rows ?? []).map { PartDecision($0, &problems) }
    guard let part, !problems.contains(where: \.isError) else {
      return .unclear(problems)
    }
    guard !decisions.isEmpty else { return .empty }
    let plan = try plan(PartDecisions(seen: part.seen, decisions), work)
    if !plan.refused.isEmpty { try note(refusalOf: "part", visit) }
    return .plan(plan, warnings: problems)
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
