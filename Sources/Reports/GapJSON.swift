internal import Diagnostics
package import Grading

/// Gaps as JSON, `parindex/gaps@1`: numbers are decimal strings, as in results.
extension GapReport {
  /// The gaps of the units given, in their order.
  package func json(_ all: [UnitGaps]) -> String {
    var json = JSONWriter()
    json.object {
      $0.member("format", "parindex/gaps@1")
      $0.member("round", round.plan.id)
      $0.member("language", language.rawValue)
      if all.contains(where: { isIllustrative($0.unit) }) { $0.member("illustrative", true) }
      $0.member("units") { $0.array { for gaps in all { write(gaps, to: &$0) } } }
    }
    return json.text + "\n"
  }

  private func write(_ gaps: UnitGaps, to json: inout JSONWriter) {
    json.object {
      $0.member("unit", unit(gaps).record.unit.id)
      $0.member("name", unit(gaps).record.unit.name)
      if gaps.isUnreadable { $0.member("unreadable", true) }
      let total = gaps.total
      $0.member("withheld", total.withheld.canonicalText)
      $0.member("withheld_is_up_to", total.withheldIsUpTo)
      $0.member("endangered", total.endangered.canonicalText)
      $0.member("endangered_is_up_to", total.endangeredIsUpTo)
      write(gaps.places, to: &$0)
      $0.member("refused_by_check") {
        $0.array { for item in gaps.diagnosed { $0.string(set(gaps).items[item].id) } }
      }
      $0.member("gaps") { $0.array { for gap in gaps.gaps { write(gap, gaps, to: &$0) } } }
    }
  }

  private func write(_ gap: EvidenceGap, _ gaps: UnitGaps, to json: inout JSONWriter) {
    json.object {
      $0.member("code", gap.code.rawValue)
      $0.member("group", gap.group.rawValue)
      $0.member("severity", gap.severity.rawValue)
      $0.member("items") {
        $0.array {
          for effect in gap.effects {
            $0.object {
              $0.member("item", set(gaps).items[effect.item].id)
              $0.member("withheld", effect.withheld.canonicalText)
              $0.member("endangered", effect.endangered.canonicalText)
              $0.member("is_up_to", effect.isUpTo)
            }
          }
        }
      }
      $0.member(
        "document",
        ifPresent: gap.document.map { unit(gaps).record.assessment.shelf[$0].id })
      if namesOthers, case .sharedWith(let units) = gap.detail {
        $0.member("shared_with") {
          $0.array { for other in units { $0.string(round.units[other].record.unit.id) } }
        }
      }
      $0.member("withheld", gap.withheld.canonicalText)
      $0.member("endangered", gap.endangered.canonicalText)
      $0.member("due", ifPresent: gap.due?.moment.isoText)
      $0.member("what", sentences.what(gap))
      $0.member("to_do", gap.code.remedy[language])
      $0.member("source", ifPresent: gap.citation.map(round.plan.cited))
      write(gap.places, to: &$0)
    }
  }

  private func write(_ places: GapPlaces?, to json: inout JSONWriter) {
    guard showsPlaces, let places else { return }
    json.member("places") {
      $0.object {
        if let now = places.now { $0.member("now", now) }
        if let closed = places.ifClosed { $0.member("if_closed", closed) }
        if let left = places.ifLeft { $0.member("if_left", left) }
      }
    }
  }
}
