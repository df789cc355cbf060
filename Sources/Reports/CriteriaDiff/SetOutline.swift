internal import Grading

/// A set's areas, criteria and items as one list in the set's order.
struct SetOutline {
  struct Node {
    let level: CriteriaDiff.Level
    let id: String
    let title: String
    let maximum: Exact
    /// The place of the area or criterion it stands in.
    let parent: Int?
    /// The rule it carries; a criterion that is scored itself has one.
    let item: Item?
    let area: Area?
    let criterion: Criterion?

    var heading: CriteriaDiff.Heading {
      CriteriaDiff.Heading(level: level, id: id, title: title)
    }
  }

  let set: CriteriaSet
  private(set) var nodes: [Node] = []

  init(_ set: CriteriaSet) {
    self.set = set
    for area in set.areas {
      let areaPlace = nodes.count
      nodes.append(
        Node(
          level: .area, id: area.id, title: area.title, maximum: area.maximum, parent: nil,
          item: nil, area: area, criterion: nil))
      for criterion in set.criteria[area.criteria] {
        let items = set.items[criterion.items]
        let own = items.first { $0.id == criterion.id }
        let place = nodes.count
        nodes.append(
          Node(
            level: .criterion, id: criterion.id, title: criterion.title,
            maximum: criterion.maximum, parent: areaPlace, item: own, area: nil,
            criterion: criterion))
        guard own == nil else { continue }
        for item in items {
          nodes.append(
            Node(
              level: .item, id: item.id, title: item.title, maximum: item.maximum, parent: place,
              item: item, area: nil, criterion: nil))
        }
      }
    }
  }

  func children(of parent: Int?) -> [Int] { nodes.indices.filter { nodes[$0].parent == parent } }

  /// Outermost first.
  func ancestors(of place: Int) -> [CriteriaDiff.Heading] {
    guard let parent = nodes[place].parent else { return [] }
    return ancestors(of: parent) + [nodes[parent].heading]
  }
}
