internal import Diagnostics
internal import Grading
internal import YAMLReading

extension SetBuilder {
  /// Reads what items were in an earlier set: `{of: SET, items: {NEW: OLD or none}}`.
  ///
  /// The earlier set is known only where two rounds are compared, so its ids are not checked here.
  func counterparts(_ node: YAMLNode, of set: CriteriaSet) -> Counterparts? {
    guard var reader = MappingReader(node, key: "counterparts", into: problems) else { return nil }
    let earlier = reader.string("of", .required)
    var items: [String: String?] = [:]
    var taken: Set<String> = []
    for entry in reader.entries("items", .required).map(Array.init) ?? [] {
      guard let id = entry.key.text, let old = entry.value.readString(key: id, into: problems)
      else { continue }
      guard set.itemIndex(id) != nil else {
        problems.add(.counterpartTarget(id, known: set.items.map(\.id), at: entry.key.span))
        continue
      }
      if old == "none" {
        items.updateValue(nil, forKey: id)
      } else if taken.insert(old).inserted {
        items.updateValue(old, forKey: id)
      } else {
        problems.add(.counterpartTwice(old, at: entry.value.span))
      }
    }
    reader.finish()
    return earlier.map { Counterparts(of: $0, items: items) }
  }
}
