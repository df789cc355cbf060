package import Grading

extension SetPairs {
  /// Pairs the areas and items of two sets as `criteria diff` does: as the author declares them, by
  /// id, and by title.
  package init(matching old: CriteriaSet, _ new: CriteriaSet) {
    let outlines = (old: SetOutline(old), new: SetOutline(new))
    let matching = NodeMatching(old: outlines.old, new: outlines.new)
    var items: [Int: Int] = [:]
    var areas: [Int: Int] = [:]
    for (after, before) in matching.oldOf {
      let was = outlines.old.nodes[before]
      let now = outlines.new.nodes[after]
      if let old = was.item, let new = now.item { items[new.index] = old.index }
      if was.level == .area, now.level == .area,
        let before = old.areas.firstIndex(where: { $0.id == was.id }),
        let after = new.areas.firstIndex(where: { $0.id == now.id })
      {
        areas[after] = before
      }
    }
    self.init(from: old, to: new, items: items, areas: areas)
  }
}
