/// What a set's author says its items were in an earlier set, where ids and titles do not tell.
package struct Counterparts: Hashable, Sendable {
  /// The id of the earlier set.
  package let set: String
  /// By id of the new item the id of the old one; nil: it had no counterpart.
  package let items: [String: String?]

  package init(of set: String, items: [String: String?]) {
    self.set = set
    self.items = items
  }
}
