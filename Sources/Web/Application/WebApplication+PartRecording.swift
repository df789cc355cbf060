internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store
internal import Workbooks

/// A part whose effect its sender has seen: all of it is recorded, or nothing.
extension WebApplication {
  func confirm(
    _ carried: String, _ work: PartWork, _ visit: Visit
  ) async throws -> WebResponse {
    guard let decisions = PartDecisions(carried, events: work.events) else {
      return badForm(visit)
    }
    switch try await record(decisions, work, visit) {
    case .hindered(let hindrance): return page(of: hindrance, visit)
    case .notTheirs(let matter, let refusal):
      return try refused(
        visit, "part",
        "\(work.snapshot.names[matter.unit] ?? matter.unit): "
          + work.frame.text(of: refusal, work.snapshot.names))
    case .unclear(let problems): return unclear(problems, work)
    case .overtaken(let plan, let work): return overtaken(plan, work)
    case .broken(let problems, let plan):
      var page = PartPage(plan, in: work.snapshot, work.rights, work.sender)
      page.trial?.take(problems, work.frame, work.snapshot.names)
      page.carried = nil
      return WebResponse(409, page.html(work.frame))
    case .done(let lost):
      // A second click finds all of it there, and is told the same.
      let sent = decisions.all.count { $0.isProposal == true }
      return .redirect(
        to: "/\(WebPath.part)?da-ghi=\(decisions.all.count - sent)&cho-duyet=\(sent - lost)")
    }
  }

  /// What became of a part.
  enum PartEnding {
    /// All of it is there; so many proposals were not taken, for somebody else's were faster.
    case done(lost: Int)
    case hindered(Hindrance)
    /// Something of it is not theirs to say.
    case notTheirs(ItemOfUnit, ActRefusal)
    case unclear([Diagnostic])
    /// It would become of it something else than was shown, as the round stands now.
    case overtaken(PartPlan, PartWork)
    /// A rule forbids it.
    case broken([Diagnostic], PartPlan)
  }

  func record(
    _ decisions: PartDecisions, _ work: PartWork, _ visit: Visit
  ) async throws -> PartEnding {
    let plan = try plan(decisions, work)
    if let (matter, refusal) = plan.refused.first { return .notTheirs(matter, refusal) }
    guard plan.problems.isEmpty else { return .unclear(plan.problems) }
    guard plan.isAsShown else { return .overtaken(plan, work) }
    if let recording = plan.recording {
      let watches = plan.recorded.map { $0.work.matter.watch(seen: plan.seen) }
      switch try await keeper.record(recording, watching: watches) {
      case .done, .already: break
      case .overtaken:
        // What happened is told from the round as it stands now.
        var visit = visit
        visit.take(try await keeper.snapshot(), settings)
        switch try beginPart(visit) {
        case .failure(let hindrance): return .hindered(hindrance)
        case .success(let work): return .overtaken(try self.plan(decisions, work), work)
        }
      case .refused(let problems): return .broken(problems, plan)
      }
    }
    return .done(lost: try propose(plan, work, visit))
  }

  /// Leaves to a second approver what needs one, once all else is recorded.
  /// - Returns: how many were not taken, for somebody else's were faster.
  private func propose(_ plan: PartPlan, _ work: PartWork, _ visit: Visit) throws -> Int {
    try plan.proposed.count { line in
      let made = try store.propose(
        unit: line.work.matter.unit, item: line.work.matter.item.id, line.form.fields,
        seen: plan.seen, login: work.sender.account.login, person: work.person.id,
        at: visit.now.seconds)
      return if case .waiting = made { true } else { false }
    }
  }

  private func overtaken(_ plan: PartPlan, _ work: PartWork) -> WebResponse {
    let page = PartPage(plan, in: work.snapshot, work.rights, work.sender)
    return WebResponse(
      409,
      page.html(
        work.frame,
        notice: work.frame.say(
          "Vừa có thay đổi; chưa ghi gì của bạn. Xem lại rồi ghi nếu vẫn cần.",
          "Something changed meanwhile; nothing of yours is recorded. Look, then record it if need be."
        ), isBad: true))
  }
}
