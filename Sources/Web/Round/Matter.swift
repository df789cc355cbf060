internal import EventLog
internal import Grading
internal import Loading

/// One item of one unit as it is appraised: what forms about it are made from.
struct Matter: Sendable {
  let snapshot: RoundSnapshot
  /// Places in the round.
  let place: Int
  let item: Item
  /// What it is computed from as it stands.
  private let trace: ItemTrace

  /// nil: there is no such unit, or no such item in its set.
  init?(_ id: ItemOfUnit, in snapshot: RoundSnapshot) {
    guard let place = snapshot.places[id.unit] else { return nil }
    let set = snapshot.set(of: place)
    guard let item = set.itemIndex(id.item) else { return nil }
    self.snapshot = snapshot
    self.place = place
    self.item = set.items[item]
    trace = snapshot.round.trace(
      unit: place, item: item, layer: snapshot.round.layers.count - 1)
  }

  var id: ItemOfUnit { ItemOfUnit(unit: unit, item: item.id) }
  var result: UnitResult { snapshot.round.units[place] }
  var unit: String { result.record.unit.id }
  var set: CriteriaSet { snapshot.set(of: place) }
  var standing: Outcome { result.sheets[snapshot.round.layers.count - 1][item.index] }

  /// What the unit types that the item reads, its own first.
  var inputs: [Input] {
    let shared = trace.inputs.filter(\.isShared).map(\.input)
    return Array(set.inputs[item.inputs]) + shared
  }

  /// The inputs in force, as files write them, by name.
  var valuesInForce: [String: String] {
    let drafting = EventDrafting(snapshot.round, unit: place, subject: .item(item.id))
    guard case .inputs(let values)? = drafting.inputs(named: inputs.map(\.name)) else { return [:] }
    return values
  }

  /// Inputs that a form gives other values than those in force, as files write them.
  func changedInputs(_ typed: [String: String]) -> [String: String] {
    let standing = valuesInForce
    var changed: [String: String] = [:]
    for input in inputs {
      guard let text = typed[AppraisalForm.input(input.name)] else { continue }
      let filed = TypedValue.filed(text, as: input.type)
      if filed != standing[input.name] { changed[input.name] = filed }
    }
    return changed
  }

  /// Ids of the documents that it cites.
  var citedDocuments: [String] {
    var found: [String] = []
    for evidence in trace.evidence where !found.contains(evidence.document.id) {
      found.append(evidence.document.id)
    }
    return found
  }

  /// Figures of other offices that it reads and that registers keep.
  var figures: [FigureName] { trace.figures.filter { $0.origin != nil }.map(\.name) }

  func figure(_ name: String) -> FigureName? { figures.first { $0.name == name } }

  /// Everything that happened to it: the item itself, figures that it reads, the unit's handing in,
  /// locks, and files of the round that were replaced.
  func watch(seen: Int) -> Watch {
    let names = Set(figures.map(\.name))
    let id = item.id
    return Watch(unit: unit, seen: seen) { content in
      switch content.subject {
      case .item(let other)?: other == id
      case .figure(let name)?: names.contains(name)
      case nil: [.submitted, .replaced, .locked, .unlocked].contains(content.kind)
      }
    }
  }

  var events: [RoundEvent] { watch(seen: 0).events(snapshot.loaded) }
}
