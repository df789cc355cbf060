/// Advice on ids in a hierarchy: `1.1.9` is no mistyped `1.6.9`.
///
/// A slip in the separators is put right; otherwise the ids that stand in the same place are named.
package enum NearestID {
  /// So many ids are listed.
  private static let most = 12

  /// The same digits and letters with other separators: `1,1,2`, `1.1.2.`, `112`.
  package static func same(as id: String, among known: some Sequence<String>) -> String? {
    let wanted = core(id)
    guard !wanted.isEmpty else { return nil }
    let found = known.filter { $0 != id && core($0) == wanted }
    return found.count == 1 ? found[0] : nil
  }

  /// The ids below the id itself or the nearest part of it that exists, and that part.
  package static func beside(_ id: String, among known: some Sequence<String>)
    -> (parent: String, ids: [String])?
  {
    var parts = id.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    while !parts.isEmpty {
      let parent = parts.joined(separator: ".")
      var below: [String] = []
      for other in known where other.hasPrefix(parent + ".") {
        let next = other.split(separator: ".").prefix(parts.count + 1).joined(separator: ".")
        if below.last != next, !below.contains(next) { below.append(next) }
      }
      if !below.isEmpty { return (parent, below) }
      parts.removeLast()
    }
    return nil
  }

  /// "did you mean `1.1.2`?", or which ids there are; nil when nothing useful can be said.
  package static func help(for id: String, among known: some Sequence<String>) -> Wording? {
    if let same = same(as: id, among: known) {
      return Wording(vi: "ý bạn là `\(same)`?", en: "did you mean `\(same)`?")
    }
    guard let (parent, ids) = beside(id, among: known) else { return nil }
    let list = ids.prefix(most).map { "`\($0)`" }.joined(separator: ", ")
    let more = ids.count > most ? ", …" : ""
    return Wording(
      vi: "trong `\(parent)` có \(list)\(more)", en: "`\(parent)` has \(list)\(more)")
  }

  private static func core(_ id: String) -> String {
    String(id.uppercased().filter { $0.isLetter || $0.isNumber })
  }
}
