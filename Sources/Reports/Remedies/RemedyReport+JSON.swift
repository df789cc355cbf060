internal import Diagnostics
package import Grading

/// Remedy plans as JSON, `parindex/remedy-report@1`: numbers are decimal strings, as in results.
extension RemedyReport {
  package func json(_ plans: [RemedyPlan]) -> String {
    var json = JSONWriter()
    json.object {
      $0.member("format", "parindex/remedy-report@1")
      $0.member("round", round.plan.id)
      $0.member("language", words.language.rawValue)
      $0.member("is_published", round.plan.publication.isPublic)
      $0.member("as_of_day", ifPresent: day?.isoText)
      if plans.contains(where: isIllustrative) { $0.member("illustrative", true) }
      $0.member("units") {
        $0.array {
          for plan in plans where !onlyMissing || plan.sums.missingItems > 0 {
            write(plan, to: &$0)
          }
        }
      }
    }
    return json.text + "\n"
  }

  private func write(_ plan: RemedyPlan, to json: inout JSONWriter) {
    let record = unit(plan).record
    let sums = plan.sums
    json.object {
      $0.member("unit", record.unit.id)
      $0.member("name", record.unit.name)
      $0.member("block", round.plan.blocks[record.block].id)
      $0.member("has_plan", plan.submission != nil)
      if plan.submission?.isUnreadable == true { $0.member("unreadable", true) }
      $0.member("submitted_at", ifPresent: plan.submission?.submittedAt?.isoText)
      $0.member("lost", sums.lost.canonicalText)
      $0.member("covered", sums.covered.canonicalText)
      $0.member("missing", sums.missing.canonicalText)
      $0.member("items_lost_on", sums.items)
      $0.member("items_covered", sums.coveredItems)
      $0.member("items_missing", sums.missingItems)
      $0.member("done", sums.done)
      $0.member("done_late", sums.doneLate)
      if day != nil { $0.member("overdue", sums.overdue) }
      $0.member("open") {
        $0.array { for place in plan.open { $0.string(set(plan).items[place].id) } }
      }
      $0.member("items") { $0.array { for item in items(plan) { write(item, plan, to: &$0) } } }
      $0.member("unneeded") {
        $0.array { for item in plan.unneeded { write(item, plan, to: &$0) } }
      }
    }
  }

  private func write(_ entry: LostItem, _ plan: RemedyPlan, to json: inout JSONWriter) {
    let item = set(plan).items[entry.item]
    json.object {
      $0.member("item", item.id)
      $0.member("title", item.title)
      $0.member("maximum", item.maximum.canonicalText)
      $0.member("points", entry.points.canonicalText)
      $0.member("lost", entry.lost.canonicalText)
      $0.member("why", reason(plan, entry))
      $0.member("state", entry.state.rawValue)
      guard let remedy = entry.remedy else { return }
      $0.member("cause", remedy.cause)
      $0.member("measure", remedy.measure)
      $0.member("person", remedy.person)
      $0.member("due", remedy.due.isoText)
      $0.member("done", ifPresent: remedy.done?.isoText)
      $0.member("outcome", ifPresent: remedy.outcome)
      $0.member("evidence") { $0.array { for paper in remedy.evidence { $0.string(paper.id) } } }
      $0.member("source", round.plan.cited(remedy.span.citation))
    }
  }
}
