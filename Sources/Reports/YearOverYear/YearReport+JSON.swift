internal import Diagnostics
internal import Grading

/// Two rounds as data (`parindex/comparison@1`); numbers are exact.
extension YearReport {
  package func json(block: String? = nil, unit: String? = nil) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("format", "parindex/comparison@1")
      if isIllustrative { json.member("illustrative", true) }
      json.member("before") { write(years.before, &$0) }
      json.member("after") { write(years.after, &$0) }
      json.member("sets") { json in
        json.array { json in for pair in years.pairs.keys.sorted() { write(pair, &json) } }
      }
      json.member("new_blocks") { strings(years.newBlocks.map(\.id), &$0) }
      json.member("gone_blocks") { strings(years.goneBlocks.map(\.id), &$0) }
      json.member("units") { json in
        json.array { json in
          for one in years.units + years.gone
          where (block == nil || block == one.block(in: years))
            && (unit == nil || unit == record(one)?.unit.id)
          {
            write(one, &json)
          }
        }
      }
    }
    return json.text + "\n"
  }

  private func strings(_ values: [String], _ json: inout JSONWriter) {
    json.array { json in for value in values { json.string(value) } }
  }

  private func write(_ round: Round, _ json: inout JSONWriter) {
    json.object { json in
      json.member("round", round.plan.id)
      json.member("title", round.plan.title)
      json.member("year", round.plan.calendar.year)
    }
  }

  private func write(_ pair: SetPair, _ json: inout JSONWriter) {
    guard let pairs = years.pairs[pair] else { return }
    let old = years.before.sets[pair.old]
    let new = years.after.sets[pair.new]
    json.object { json in
      json.member("before", old.id)
      json.member("after", new.id)
      json.member("matched", pairs.oldItemOf.compactMap(\.self).count)
      json.member("changed") { strings(changedItems(pair).map { new.items[$0].id }, &$0) }
      json.member("renumbered") { json in
        json.array { json in
          for item in new.items {
            guard let place = pairs.oldItemOf[item.index], old.items[place].id != item.id else {
              continue
            }
            json.object { json in
              json.member("item", item.id)
              json.member("was", old.items[place].id)
            }
          }
        }
      }
      json.member("added") {
        strings(new.items.filter { pairs.oldItemOf[$0.index] == nil }.map(\.id), &$0)
      }
      json.member("removed") {
        strings(old.items.filter { pairs.newItemOf[$0.index] == nil }.map(\.id), &$0)
      }
    }
  }

  private func write(_ unit: UnitYears, _ json: inout JSONWriter) {
    json.object { json in
      json.member("unit", record(unit)?.unit.id ?? "")
      json.member("before") { write(unit.before, block(years.before, unit.earlier), &$0) }
      json.member("after") { write(unit.after, block(years.after, unit.unit), &$0) }
      json.member("same_group", unit.isInSameGroup)
      json.member("change", ifPresent: unit.change?.canonicalText)
      if let rise = unit.rise { json.member("rise", rise) }
      if let place = unit.carriedPlace { json.member("place_under_earlier_criteria", place) }
      if let parts = unit.parts { json.member("parts") { write(parts, &$0) } }
      if let shown = unit.shown {
        json.member("shown") { write(shown.parts, rounding: shown.rounding, &$0) }
      }
      guard unit.parts != nil else { return }
      json.member("areas") { json in
        json.array { json in for area in unit.areas { write(area, unit, &json) } }
      }
      json.member("items") { json in
        json.array { json in for item in unit.items { write(item, unit, &json) } }
      }
    }
  }

  private func write(_ total: Total?, _ block: Block?, _ json: inout JSONWriter) {
    json.object { json in
      json.member("block", ifPresent: block?.id)
      json.member("index", ifPresent: total?.index?.canonicalText)
      json.member("exact_index", ifPresent: total?.exactIndex?.canonicalText)
      if let place = total?.place?.number { json.member("place", place) }
      json.member("grade", ifPresent: total?.grade.flatMap { block?.grades[$0.grade].name })
      if let total { json.member("provisional", total.isProvisional) }
    }
  }

  private func write(_ parts: YearParts, rounding: Exact? = nil, _ json: inout JSONWriter) {
    json.object { json in
      json.member("performance", parts.performance.canonicalText)
      json.member("criteria", parts.criteria.canonicalText)
      json.member("incomparable", parts.incomparable.canonicalText)
      json.member("rounding", ifPresent: rounding?.canonicalText)
    }
  }

  private func write(_ area: AreaYears, _ unit: UnitYears, _ json: inout JSONWriter) {
    json.object { json in
      json.member("area", named(area, unit)?.id ?? "")
      if let old = area.old, area.new != nil {
        let id = oldSet(unit)?.areas[old].id
        if id != named(area, unit)?.id { json.member("was", ifPresent: id) }
      }
      json.member("before", ifPresent: area.before?.points.canonicalText)
      json.member("after", ifPresent: area.after?.points.canonicalText)
      json.member("parts") { write(area.parts, &$0) }
    }
  }

  private func write(_ item: ItemYears, _ unit: UnitYears, _ json: inout JSONWriter) {
    json.object { json in
      json.member("item", id(item, unit))
      if let old = item.old, item.new != nil {
        let was = oldSet(unit)?.items[old].id
        if was != id(item, unit) { json.member("was", ifPresent: was) }
      }
      json.member("before", ifPresent: item.before?.resultText)
      json.member("under_earlier_criteria", ifPresent: item.carried?.resultText)
      json.member("after", ifPresent: item.after?.resultText)
      json.member("comparability", name(item.comparability))
      json.member("parts") { write(item.parts, &$0) }
    }
  }

  private func name(_ comparability: ItemYears.Comparability) -> String {
    switch comparability {
    case .compared: "compared"
    case .added: "added"
    case .removed: "removed"
    case .open: "open"
    case .noAnswer: "no_answer"
    case .decided: "decided"
    }
  }
}
