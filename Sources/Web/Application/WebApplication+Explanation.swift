internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Reports
internal import Store

/// A unit answers what it was asked.
extension WebApplication {
  /// The requests about one item that wait for its unit.
  func requests(
    _ visit: Visit, _ work: UnitWork, _ item: String, typed: FormFields? = nil
  ) -> [ExplanationSection] {
    let result = work.snapshot.round.units[work.drafted.unit]
    let unit = result.record.unit.id
    let refusal = work.rights.refusal(of: .explain(unit), by: work.account)
    let person = work.rights.person(of: work.account)
    return ExplanationRequest.open(of: unit, in: work.snapshot).filter { $0.item == item }.map {
      request in
      let stop = person.flatMap {
        work.snapshot.hindrance(
          to: .explained, by: $0, at: visit.now.local, unit: unit, subject: .item(item)
        ) { content in
          content.stage = request.stage(of: visit.now.local, in: work.snapshot.plan.stages)?.id
          content.answers = request.number
        }
      }
      return ExplanationSection(
        request, item: item, result, in: work.snapshot, at: visit.now.local,
        refusal: refusal ?? (typed == nil ? stop : nil), typed: typed, visit.frame)
    }
  }

  func explain(_ visit: Visit, _ id: ItemOfUnit) async throws -> WebResponse {
    switch try start(visit, id.unit, .explain(id.unit)) {
    case .response(let response): return response
    case .work(let work):
      guard let number = Int(visit.form[ExplanationSection.answers]) else { return badForm(visit) }
      switch try await answer(visit, work, id, number) {
      case nil: return notFound(visit)
      case .done, .already:
        return .redirect(to: "/\(WebPath.item(id.item, of: id.unit))?da-giai-trinh=1")
      case .overtaken:
        return try itemPage(
          visit, id.unit, id.item,
          explaining: [
            TrialSection.Refusal(
              message: visit.frame.say(
                "Yêu cầu này đã được giải trình.", "This request was answered already."),
              rule: "", move: "")
          ])
      case .refused(let problems):
        return try itemPage(
          visit, id.unit, id.item,
          explaining: problems.map { TrialSection.refusal($0, visit.frame, work.snapshot.names) })
      }
    }
  }

  /// Records what the visit's form answers to a request.
  /// - Returns: nil: there is no such item, or the account is nobody.
  func answer(
    _ visit: Visit, _ work: UnitWork, _ id: ItemOfUnit, _ number: Int
  ) async throws -> Recording? {
    guard let matter = Matter(id, in: work.snapshot),
      let person = work.rights.person(of: work.account)
    else { return nil }
    var content = EventContent(
      time: visit.now.local, author: person.id, role: person.role.rawValue, kind: .explained)
    content.unit = id.unit
    content.subject = .item(id.item)
    let stages = work.snapshot.plan.stages
    let asked = ExplanationRequest.open(of: id.unit, in: work.snapshot)
      .first { $0.number == number }
    content.stage =
      (asked?.stage(of: visit.now.local, in: stages)
      ?? stages.current([.explanation], at: visit.now.local))?.id
    content.answers = number
    let text = visit.form[AppraisalForm.reason]
    content.text = text.isEmpty ? nil : text
    content.evidence = matter.result.record.assessment.shelf.map(\.id).filter {
      !visit.form[AppraisalForm.document($0)].isEmpty
    }
    let recording = EventRecording(work.snapshot.loaded, work.snapshot.round, [content])
    // The same answer sent twice is one; whatever else there is, the rules judge it.
    let watch = Watch(unit: id.unit, seen: number) {
      $0.kind == .explained && $0.answers == number
    }
    return try await keeper.record(recording, watching: watch)
  }
}
