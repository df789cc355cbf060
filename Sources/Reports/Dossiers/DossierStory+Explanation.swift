internal import Diagnostics
internal import DossierCounting
internal import Grading

/// The unit's explanation: cause, decision, and why an accepted one may count for nothing.
extension DossierStory {
  func writeExplanation(_ dossier: String, _ page: inout TextPage) {
    guard let explanation = records.explanations.first(where: { $0.dossier == dossier }) else {
      return
    }
    page.gap()
    page.heading(say("Giải trình", "Explanation") + " (\(explanation.span.citation))")
    let effect = rules.effect(of: explanation)
    let cause = effect.cause.map { rules.causes[$0] }
    page.field(say("Nguyên nhân", "Cause"), cause?.title ?? explanation.cause, indent: 2)
    page.field(
      say("Gửi", "Handed in"), explanation.handedIn.map(words.start), indent: 2)
    page.field(say("Tài liệu", "Evidence"), explanation.evidence, indent: 2)
    let by = explanation.decidedBy.map { " (\($0))" } ?? ""
    page.field(
      say("Quyết định", "Decision"), ruleWords.decision(explanation.decision) + by, indent: 2)
    if let cause, let list = cause.offeredFor,
      let title = rules.lists.first(where: { $0.id == list })?.title
    {
      page.line(
        say(
          "Nguyên nhân này không xét loại trừ nhưng hồ sơ được xem xét cho danh sách “\(title)”.",
          "The cause excludes nothing; its dossiers are offered for the list “\(title)”."),
        indent: 2)
    }
    guard effect.decision != explanation.decision else { return }
    let isTooLate =
      if let handedIn = explanation.handedIn, let end = rules.explanationsUntil {
        handedIn >= end
      } else { false }
    let limit = ruleWords.explanations ?? ""
    page.line(
      isTooLate
        ? say(
          "Không được xem xét dù quyết định thế nào: gửi quá hạn, chỉ nhận \(limit).",
          "Not considered whatever was decided: handed in too late, taken \(limit).")
        : say(
          "Không được xem xét dù quyết định thế nào: quy tắc không xét nguyên nhân này.",
          "Not considered whatever was decided: the rules do not take this cause."), indent: 2)
  }
}
