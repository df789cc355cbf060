internal import Diagnostics
internal import Grading

extension ResultJSON {
  func write(unit: Int, _ interval: UnitInterval?, to json: inout CanonicalJSON) {
    let result = round.units[unit]
    let record = result.record
    let set = round.sets[record.set]
    json.raw(#"{"block":"#)
    json.string(round.plan.blocks[record.block].id)
    json.raw(#","id":"#)
    json.string(record.unit.id)
    json.raw(#","illustrative":"#)
    json.boolean(round.plan.isIllustrative || record.assessment.isIllustrative)
    // A unit that handed nothing in is taken to stay so.
    if let interval, result.isSubmitted || round.plan.notSubmitted == .zero {
      write(interval, to: &json)
    }
    json.raw(#","items":["#)
    for place in set.items.indices {
      json.comma(unless: place == 0)
      write(place, set.items[place].id, unit, result, to: &json)
    }
    json.raw(#"],"name":"#)
    json.string(record.unit.name)
    json.raw(#","parent":"#)
    json.string(record.unit.parent)
    json.raw(#","set":"#)
    json.string(set.id)
    json.raw(#","submitted":"#)
    json.boolean(result.isSubmitted)
    json.raw(#","totals":["#)
    let block = round.plan.blocks[record.block]
    for (layer, total) in result.totals.enumerated() {
      json.comma(unless: layer == 0)
      if let total { write(total, block, to: &json) } else { json.raw("null") }
    }
    json.raw("]}")
  }

  // MARK: Items

  private func write(
    _ place: Int, _ id: String, _ unit: Int, _ result: UnitResult, to json: inout CanonicalJSON
  ) {
    json.raw("{")
    writeMarks(result, place, { basis($0.basis) }, #""basis":"#, to: &json)
    if !result.record.entries.isEmpty,
      let change = round.changeSinceAccepted(
        unit: unit, item: place, layer: result.sheets.count - 1)
    {
      json.raw(#""changed_since_accepted":"#)
      json.exact(change.seen)
      json.raw(",")
    }
    json.raw(#""id":"#)
    json.string(id)
    json.raw(#","points":["#)
    var last = json.bytes.count
    for layer in result.sheets.indices {
      json.comma(unless: layer == 0)
      let points = result.sheets[layer][place].points
      let start = json.bytes.count
      if layer > 0, points == result.sheets[layer - 1][place].points {
        // Most layers hold what the one before held.
        json.again(last..<(start - 1))
      } else {
        json.exact(points)
      }
      last = start
    }
    json.raw("]")
    if result.sheets.contains(where: { $0[place].state != .scored }) {
      json.raw(",")
      writeMarks(result, place, { $0.state.name }, #""state":"#, to: &json, endsOpen: false)
    }
    if hasTrace {
      let trace = round.trace(unit: unit, item: place, layer: result.sheets.count - 1)
      json.raw(#","why":"#)
      json.string(RuleSentence(words, trace, showsOthers: showsOthers).text)
    }
    json.raw("}")
  }

  /// A word for each layer that has one, by the layers' ids in order.
  private func writeMarks(
    _ result: UnitResult, _ place: Int, _ mark: (Outcome) -> String?, _ key: StaticString,
    to json: inout CanonicalJSON, endsOpen: Bool = true
  ) {
    var isFirst = true
    for layer in sortedLayers {
      guard let word = mark(result.sheets[layer][place]) else { continue }
      if isFirst {
        json.raw(key)
        json.raw("{")
      }
      json.comma(unless: isFirst)
      isFirst = false
      json.string(layerIDs[layer])
      json.raw(":")
      json.string(word)
    }
    guard !isFirst else { return }
    json.raw("}")
    if endsOpen { json.raw(",") }
  }

  private func basis(_ basis: Basis) -> String? {
    switch basis {
    case .rule: nil
    case .fallback(let fallback): fallback.rawValue
    case .claim: "claim"
    case .lowerClaim: "lower_claim"
    case .decision: "decision"
    case .withoutEvidence: "without_evidence"
    case .notSubmitted: "not_submitted"
    case .lock: "lock"
    }
  }

  // MARK: Intervals

  private func write(_ interval: UnitInterval, to json: inout CanonicalJSON) {
    guard interval.index?.isPoint == false || (showsOthers && interval.moves) else { return }
    json.raw(#","interval":{"index":"#)
    if let index = interval.index {
      json.raw(#"{"exact":"#)
      json.boolean(index.isExact)
      json.raw(#","highest":"#)
      json.exact(index.highest)
      json.raw(#","lowest":"#)
      json.exact(index.lowest)
      json.raw("}")
    } else {
      json.raw("null")
    }
    json.raw(#","places":"#)
    if showsOthers, let places = interval.places {
      json.raw(#"{"best":"#)
      json.integer(places.best)
      json.raw(#","exact":"#)
      json.boolean(places.isExact)
      json.raw(#","worst":"#)
      json.integer(places.worst)
      json.raw("}")
    } else {
      json.raw("null")
    }
    json.raw("}")
  }

  // MARK: Totals

  private func write(_ total: Total, _ block: Block, to json: inout CanonicalJSON) {
    let place = showsOthers ? total.place : nil
    json.raw(#"{"bonus":"#)
    json.exact(total.bonus)
    json.raw(#","breaker":"#)
    json.string(place?.breaker)
    json.raw(#","exact_index":"#)
    json.exact(total.exactIndex)
    json.raw(#","grade":"#)
    json.string(total.grade.map { block.grades[$0.grade].name })
    json.raw(#","grade_before_conditions":"#)
    json.string(total.grade.map { block.grades[$0.fromIndex].name })
    json.raw(#","grade_conditions":["#)
    for (number, condition) in (total.grade?.conditions ?? []).enumerated() {
      json.comma(unless: number == 0)
      json.integer(condition)
    }
    json.raw(#"],"index":"#)
    json.exact(total.index)
    json.raw(#","maximum":"#)
    json.exact(total.maximum)
    json.raw(#","open_items":"#)
    json.integer(total.openItems)
    json.raw(#","penalty":"#)
    json.exact(total.penalty)
    json.raw(#","points":"#)
    json.exact(total.points)
    json.raw(#","provisional":"#)
    json.boolean(total.isProvisional)
    json.raw(#","rank":"#)
    if let place { json.integer(place.number) } else { json.raw("null") }
    if let place, !place.skipped.isEmpty {
      json.raw(#","skipped_breakers":"#)
      write(place.skipped, to: &json)
    }
    json.raw(#","tied":"#)
    json.boolean(place?.isTied ?? false)
    json.raw("}")
  }
}
