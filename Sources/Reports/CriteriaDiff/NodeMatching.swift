internal import Diagnostics
internal import Grading

/// Which part of the new set is which part of the old one.
///
/// What the new set's author declares comes first. Then the same id with the same title; then the same title under another id; then the same id
/// under a changed title, where the two still have something in common.
struct NodeMatching {
  /// By place in the new outline.
  private(set) var oldOf: [Int: Int] = [:]
  /// By place in the old outline.
  private(set) var newOf: [Int: Int] = [:]
  /// Places in the new outline that the author has said something of.
  private var isDeclared: Set<Int> = []

  init(old: SetOutline, new: SetOutline) {
    let oldTitles = old.nodes.map { words(of: $0.title) }
    let newTitles = new.nodes.map { words(of: $0.title) }
    func same(_ a: Int, _ b: Int) -> Bool { oldTitles[a] == newTitles[b] }
    declare(new.set.counterparts, old, new)
    for level in [CriteriaDiff.Level.area, .criterion, .item] {
      let olds = old.nodes.indices.filter { old.nodes[$0].level == level }
      let news = new.nodes.indices.filter { new.nodes[$0].level == level }
      pair(olds, news) { a, b in
        old.nodes[a].id == new.nodes[b].id && same(a, b)
      }
      let parentOf = oldOf
      // A title may stand in many places; below the same parent first, then where it is alone.
      pair(olds, news) { a, b in
        let parents = (old.nodes[a].parent, new.nodes[b].parent)
        let isBelowSame = parents.1.map { parentOf[$0] == parents.0 } ?? true
        return isBelowSame && same(a, b)
      }
      pair(olds, news) { a, b in same(a, b) }
      pair(olds, news) { a, b in
        old.nodes[a].id == new.nodes[b].id
          && old.nodes[a].isKin(of: new.nodes[b], old.set, new.set)
      }
    }
  }

  private mutating func declare(
    _ counterparts: Counterparts?, _ old: SetOutline, _ new: SetOutline
  ) {
    guard let counterparts, counterparts.set == old.set.id else { return }
    for (place, node) in new.nodes.enumerated() where node.item != nil {
      guard let declared = counterparts.items[node.id] else { continue }
      isDeclared.insert(place)
      guard let before = old.nodes.firstIndex(where: { $0.item != nil && $0.id == declared }) else {
        continue
      }
      oldOf[place] = before
      newOf[before] = place
    }
  }

  /// Pairs what is unpaired so far where exactly one fits on either side.
  private mutating func pair(
    _ olds: [Int], _ news: [Int], _ fits: (_ old: Int, _ new: Int) -> Bool
  ) {
    let free = olds.filter { newOf[$0] == nil }
    var found: [(old: Int, new: Int)] = []
    for new in news where oldOf[new] == nil && !isDeclared.contains(new) {
      let candidates = free.filter { fits($0, new) }
      if candidates.count == 1 { found.append((candidates[0], new)) }
    }
    let uses = Dictionary(grouping: found, by: \.old)
    for (old, pairs) in uses where pairs.count == 1 {
      newOf[old] = pairs[0].new
      oldOf[pairs[0].new] = old
    }
  }
}

private func words(of title: String) -> [String] {
  title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
}

extension SetOutline.Node {
  /// Whether the node is still the same thing under a new title.
  ///
  /// Half of its words, or an input of the same name and type, or nothing but the title changed.
  fileprivate func isKin(of other: Self, _ old: CriteriaSet, _ new: CriteriaSet) -> Bool {
    let mine = Set(words(of: title))
    let its = Set(words(of: other.title))
    if 2 * mine.intersection(its).count >= min(mine.count, its.count) { return true }
    guard let item, let otherItem = other.item else { return level == .area }
    let inputs = Set(old.inputs[item.inputs].map { "\($0.name) \($0.type.rawValue)" })
    if new.inputs[otherItem.inputs].contains(where: {
      inputs.contains("\($0.name) \($0.type.rawValue)")
    }) {
      return true
    }
    let before = RuleWords(set: old, language: .vietnamese).sentence(item)
    return before == RuleWords(set: new, language: .vietnamese).sentence(otherItem)
  }
}
