internal import Diagnostics
internal import Grading

/// Points that appraisal accepted and that are others now (SCORING 34).
extension ScoreSheetText {
  func writeAccepted(
    _ unit: Int, _ result: UnitResult, _ set: CriteriaSet, _ page: inout TextPage
  ) {
    let last = round.layers.count - 1
    let changes = set.items.compactMap { item in
      round.changeSinceAccepted(unit: unit, item: item.index, layer: last).map { (item, $0) }
    }
    guard !changes.isEmpty else { return }
    page.gap()
    page.heading(say("Thay đổi sau khi chấp nhận", "Changed since accepted"))
    for (item, change) in changes {
      let stage = words.stage(result.record.entries[change.entry].stage)
      let seen = numbers.about(change.seen)
      let now = change.now.state.isOpen ? "–" : numbers.about(change.now.points)
      page.line(
        say(
          "- \(item.id) \(item.title): chấp nhận ở bước \(stage) khi là \(seen), nay là \(now)",
          "- \(item.id) \(item.title): accepted in \(stage) as \(seen), now \(now)"), indent: 2)
    }
  }
}
