internal import Grading

/// How the lines of a rule's table moved: matched in order, so that a changed bound or changed
/// points are one change and not a line gone and a line come.
enum RowAlignment {
  enum Step: Equatable {
    /// Places in the old and the new table.
    case same(Int, Int)
    case bound(Int, Int)
    case points(Int, Int)
    case both(Int, Int)
    case removed(Int)
    case added(Int)
  }

  /// Aligns two tables.
  static func align(_ old: [RuleRow], _ new: [RuleRow]) -> [Step] {
    var steps: [Step] = []
    var oldStart = 0
    var newStart = 0
    for (a, b) in anchors(old, new) + [(old.count, new.count)] {
      steps += between(old, Array(oldStart..<a), new, Array(newStart..<b))
      if a < old.count { steps.append(.same(a, b)) }
      oldStart = a + 1
      newStart = b + 1
    }
    return steps
  }

  /// The longest sequence of lines that stand unchanged in both.
  private static func anchors(_ old: [RuleRow], _ new: [RuleRow]) -> [(Int, Int)] {
    var lengths = Array(
      repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
    for a in old.indices.reversed() {
      for b in new.indices.reversed() {
        lengths[a][b] =
          old[a] == new[b]
          ? lengths[a + 1][b + 1] + 1 : max(lengths[a + 1][b], lengths[a][b + 1])
      }
    }
    var found: [(Int, Int)] = []
    var (a, b) = (0, 0)
    while a < old.count, b < new.count {
      if old[a] == new[b] {
        found.append((a, b))
        (a, b) = (a + 1, b + 1)
      } else if lengths[a + 1][b] >= lengths[a][b + 1] {
        a += 1
      } else {
        b += 1
      }
    }
    return found
  }

  /// Pairs what stands between two unchanged lines: by condition, by points, then
  /// in order.
  private static func between(_ old: [RuleRow], _ olds: [Int], _ new: [RuleRow], _ news: [Int])
    -> [Step]
  {
    var partner: [Int: Int] = [:]
    var taken: Set<Int> = []
    func pair(_ fits: (RuleRow, RuleRow) -> Bool) {
      for b in news where partner[b] == nil {
        guard let a = olds.first(where: { !taken.contains($0) && fits(old[$0], new[b]) }) else {
          continue
        }
        partner[b] = a
        taken.insert(a)
      }
    }
    pair { $0.condition == $1.condition }
    pair { $0.points == $1.points && $0.points != nil }
    let openOld = olds.filter { !taken.contains($0) }
    let openNew = news.filter { partner[$0] == nil }
    for (a, b) in zip(openOld, openNew) { partner[b] = a }
    let paired = Set(partner.values)
    let removed = olds.filter { !paired.contains($0) }.map(Step.removed)
    return removed
      + news.map { b in
        guard let a = partner[b] else { return .added(b) }
        if old[a].condition == new[b].condition { return .points(a, b) }
        return old[a].points == new[b].points ? .bound(a, b) : .both(a, b)
      }
  }
}
