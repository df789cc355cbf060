/// Which area and item of a set was which of an earlier one.
package struct SetPairs: Sendable {
  /// By place in the later set; nil: it has no counterpart.
  package let oldItemOf: [Int?]
  package let oldAreaOf: [Int?]
  /// By place in the earlier set.
  package let newItemOf: [Int?]
  package let newAreaOf: [Int?]

  /// - Parameters:
  ///   - items: places in the earlier set by places in the later one, each at most once.
  ///   - areas: the same of areas.
  package init(
    from old: CriteriaSet, to new: CriteriaSet, items: [Int: Int], areas: [Int: Int]
  ) {
    func turned(_ pairs: [Int: Int], _ count: Int) -> [Int?] {
      var places = [Int?](repeating: nil, count: count)
      for (after, before) in pairs { places[before] = after }
      return places
    }
    oldItemOf = new.items.indices.map { items[$0] }
    oldAreaOf = new.areas.indices.map { areas[$0] }
    newItemOf = turned(items, old.items.count)
    newAreaOf = turned(areas, old.areas.count)
  }

  /// For each input of the earlier set the input of the later one that says the same: one of the
  /// counterpart item, or a shared one, of the same name and type.
  func inputs(from old: CriteriaSet, to new: CriteriaSet) -> [Int?] {
    func find(_ input: Input, in places: Range<Int>) -> Int? {
      places.first { new.inputs[$0].name == input.name && new.inputs[$0].type == input.type }
    }
    var found = old.inputs.map { find($0, in: new.sharedInputs) }
    for item in old.items {
      guard let counterpart = newItemOf[item.index] else { continue }
      for place in item.inputs {
        found[place] = find(old.inputs[place], in: new.items[counterpart].inputs) ?? found[place]
      }
    }
    return found
  }
}
