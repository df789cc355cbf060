internal import Diagnostics
internal import DossierCounting
internal import YAMLReading

/// Predicates without a value: the key is `yes`, or stands alone as a word.
extension Predicate {
  static let receivedBeforeWindow = word("received_before_window", .receivedBeforeWindow)
  static let receivedAfterWindow = word("received_after_window", .receivedAfterWindow)

  private static func word(_ key: String, _ condition: DossierCondition) -> Predicate {
    Predicate(key: key, word: condition) { reader, _ in
      reader.onlyYes(key) ? condition : nil
    }
  }
}

extension MappingReader {
  /// Whether the key is `yes`; `no`, which would ask for nothing, is reported.
  mutating func onlyYes(_ key: String) -> Bool {
    guard let isTrue = yesNo(key, .required) else { return false }
    if !isTrue, let node = node[key] { problems.add(.onlyYes(node, key: key)) }
    return isTrue
  }
}
