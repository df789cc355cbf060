internal import Diagnostics
internal import Grading

extension ResultJSON {
  func write(_ block: Block, _ place: Int, to json: inout CanonicalJSON) {
    json.raw(#"{"council":"#)
    json.string(block.council)
    json.raw(#","grades":["#)
    for (place, grade) in block.grades.enumerated() {
      json.comma(unless: place == 0)
      json.raw(#"{"from":"#)
      json.exact(grade.from)
      json.raw(#","name":"#)
      json.string(grade.name)
      json.raw("}")
    }
    json.raw(#"],"grades_on":"#)
    json.string(block.gradesOn.rawValue)
    json.raw(#","groups":["#)
    for (number, group) in round.groups.filter({ $0.block == place }).enumerated() {
      json.comma(unless: number == 0)
      write(group, block, to: &json)
    }
    json.raw(#"],"id":"#)
    json.string(block.id)
    json.raw(#","ranked_on":"#)
    json.string(block.rankedOn.rawValue)
    json.raw(#","tie_breakers":"#)
    write(block.tieBreakers, to: &json)
    json.raw(#","ties":"#)
    json.string(block.ties.rawValue)
    json.raw(#","title":"#)
    json.string(block.title)
    json.raw("}")
  }

  private func write(_ group: RankingGroup, _ block: Block, to json: inout CanonicalJSON) {
    json.raw(#"{"parent":"#)
    json.string(group.parent)
    json.raw(#","units":["#)
    let standings = Standings(round, group, layer: round.layers.count - 1, order: .files)
    let states = [
      (standings.ranked, "ranked"), (standings.unranked, "unranked"),
      (standings.notSubmitted, "not_submitted"), (standings.unreadable, "unreadable"),
      (standings.withoutIndex, "nothing_applies"),
    ]
    var isFirst = true
    for (units, state) in states {
      for unit in units {
        json.comma(unless: isFirst)
        isFirst = false
        writeRow(unit, state, block, to: &json)
      }
    }
    json.raw("]}")
  }

  private func writeRow(
    _ unit: Int, _ state: String, _ block: Block, to json: inout CanonicalJSON
  ) {
    let result = round.units[unit]
    let set = round.sets[result.record.set]
    let total = result.totals.last ?? nil
    json.raw(#"{"areas":["#)
    for (place, area) in set.areas.enumerated() {
      json.comma(unless: place == 0)
      json.raw(#"{"id":"#)
      json.string(area.id)
      json.raw(#","maximum":"#)
      json.exact(total?.areas[place].maximum)
      json.raw(#","points":"#)
      json.exact(total?.areas[place].points)
      json.raw("}")
    }
    json.raw(#"],"grade":"#)
    json.string(total?.grade.map { block.grades[$0.grade].name })
    json.raw(#","grade_before_conditions":"#)
    json.string(total?.grade.map { block.grades[$0.fromIndex].name })
    json.raw(#","id":"#)
    json.string(result.record.unit.id)
    json.raw(#","index":"#)
    json.exact(total?.index)
    json.raw(#","provisional":"#)
    json.boolean(total?.isProvisional ?? true)
    json.raw(#","rank":"#)
    if let place = total?.place { json.integer(place.number) } else { json.raw("null") }
    json.raw(#","state":"#)
    json.string(state)
    json.raw(#","tied":"#)
    json.boolean(total?.place?.isTied ?? false)
    json.raw("}")
  }
}
