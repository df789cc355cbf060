/// Finds the name that somebody probably meant.
package enum NearestName {
  /// The known name nearest to a mistyped one, or nil when none is near.
  ///
  /// Case, Vietnamese marks and the difference between `-`, `_` and a space cost nothing. Of
  /// equally near names the first in the alphabet is taken, so the order of `known` is free.
  package static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= 60 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in known where candidate != name {
      let other = folded(candidate)
      let most = tolerance(max(wanted.count, other.count))
      guard abs(other.count - wanted.count) <= most else { continue }
      let distance = editDistance(wanted, other)
      guard distance <= most else { continue }
      if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// "did you mean `x`?", or nil when no known name is near.
  package static func help(for name: String, among known: some Sequence<String>) -> Wording? {
    nearest(to: name, among: known).map { near in
      Wording(vi: "ý bạn là `\(near)`?", en: "did you mean `\(near)`?")
    }
  }

  /// How many letters may be wrong in a name of this length.
  private static func tolerance(_ length: Int) -> Int {
    switch length {
    case ...2: 0
    case 3...4: 1
    case 5...8: 2
    default: 3
    }
  }

  /// The letters without case and Vietnamese marks; `đ` is `d`.
  static func folded(_ name: String) -> [UInt32] {
    var letters: [UInt32] = []
    for character in name.lowercased() {
      guard let scalar = character.decomposedBase else { continue }
      switch scalar.value {
      case 0x111: letters.append(0x64)
      case 0x5F, 0x20: letters.append(0x2D)
      default: letters.append(scalar.value)
      }
    }
    return letters
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one into the other.
  static func editDistance(_ left: [UInt32], _ right: [UInt32]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in 1...left.count {
      var current = [i] + [Int](repeating: 0, count: right.count)
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
