package import EventLog
package import Grading

/// What stands there before an event on one subject of a unit: what the event goes from.
package struct EventDrafting {
  private let round: Round
  private let unit: Int
  private let subject: EventSubject

  package init(_ round: Round, unit: Int, subject: EventSubject) {
    self.round = round
    self.unit = unit
    self.subject = subject
  }

  private var record: UnitRecord { round.units[unit].record }
  private var set: CriteriaSet { round.sets[record.set] }

  private var item: Item? {
    guard case .item(let id) = subject else { return nil }
    return set.itemIndex(id).map { set.items[$0] }
  }

  /// The points in force; nil where there are none.
  package var points: Exact? {
    guard let item, let outcome = round.units[unit].sheets.last?[item.index],
      outcome.state == .scored
    else { return nil }
    return outcome.points
  }

  /// The inputs in force, as files write them; nil when none of them has a value.
  package func inputs(named names: [String]) -> EventValue? {
    guard let item else { return nil }
    var values = record.assessment.inputs
    for entry in record.entries where entry.subject == .item(item.index) {
      if case .adjust(let corrected) = entry.decision {
        for (place, value) in corrected { values[place] = value }
      }
    }
    var found: [String: String] = [:]
    for place in Array(item.inputs) + Array(set.sharedInputs)
    where names.contains(set.inputs[place].name) && found[set.inputs[place].name] == nil {
      found[set.inputs[place].name] = set.inputs[place].written(values[place])
    }
    return found.isEmpty ? nil : .inputs(found)
  }

  /// The figure in force, as files write it; nil when there is none.
  package var figure: String? {
    guard case .figure(let name) = subject else { return nil }
    let named = set.figures + round.plan.blocks[record.block].conditionFigures
    guard let figure = named.first(where: { $0.name == name }) else { return nil }
    for entry in record.entries.reversed() where entry.subject == .figure(name) {
      if case .correctFigure(let value) = entry.decision { return figure.written(value) }
    }
    guard case .known(let value) = round.plan.figures.value(figure, unit: record.unit.id) else {
      return nil
    }
    return figure.written(value)
  }
}
