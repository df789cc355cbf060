package import Diagnostics

/// Reads a mapping whose keys are fixed, one key after another, so that a loader reads like a
/// table of its format.
///
/// Every key that is asked for is known; `finish()` reports the others. A key with nothing
/// behind it (`title:`) counts as absent.
///
///     guard var reader = MappingReader(node, into: problems) else { return nil }
///     let id = reader.string("id", .required)
///     let year = reader.integer("year")
///     let kinds = reader.strings("kinds") ?? []
///     reader.finish()
package struct MappingReader {
  /// Whether a key must be there.
  package enum Presence: Sendable {
    case required
    case optional
  }

  package let node: YAMLNode
  package let problems: DiagnosticCollector
  private var known: [String] = []

  /// Starts reading a node; nil, with a diagnostic, when it is no mapping.
  /// - Parameter key: the key whose value the node is, for the diagnostic.
  package init?(_ node: YAMLNode, key: String? = nil, into problems: DiagnosticCollector) {
    guard node.kind == .mapping else {
      problems.add(.wrongType(node, expected: .mapping, key: key))
      return nil
    }
    self.node = node
    self.problems = problems
  }

  // MARK: Keys

  /// The value of a key, whatever it is; nil when it is absent or has nothing behind it.
  package mutating func value(_ key: String, _ presence: Presence = .optional) -> YAMLNode? {
    known.append(key)
    let entry = node.entries.first { $0.key.matches(key) }
    if let entry, !entry.value.isNull { return entry.value }
    if presence == .required {
      problems.add(entry.map { .missingValue($0.key) } ?? .missingKey(key, in: node))
    }
    return nil
  }

  /// The key itself, for a diagnostic that points at it; nil when it is absent.
  package func keyNode(_ key: String) -> YAMLNode? {
    node.entries.first { $0.key.matches(key) }?.key
  }

  /// Names keys that are known here and not read this time.
  package mutating func allow(_ keys: String...) { known.append(contentsOf: keys) }

  /// Reports every key that nobody asked for.
  package func finish() {
    for entry in node.entries {
      guard entry.key.kind == .scalar else { continue }
      guard !known.contains(where: { entry.key.matches($0) }) else { continue }
      problems.add(.unknownKey(entry.key, known: known))
    }
  }

  // MARK: Values

  /// Blanks count as absent where a text must be there.
  package mutating func string(_ key: String, _ presence: Presence = .optional) -> String? {
    guard let text = value(key, presence)?.readString(key: key, into: problems) else { return nil }
    guard presence == .required, text.allSatisfy(\.isWhitespace) else { return text }
    if let key = keyNode(key) { problems.add(.missingValue(key)) }
    return nil
  }

  package mutating func integer(_ key: String, _ presence: Presence = .optional) -> Int? {
    value(key, presence)?.readInteger(key: key, into: problems)
  }

  /// `yes`, `no`, `true`, `false`, `có` or `không`.
  package mutating func yesNo(_ key: String, _ presence: Presence = .optional) -> Bool? {
    value(key, presence)?.readYesNo(key: key, into: problems)
  }

  /// One of an enumeration's raw values.
  package mutating func choice<Choice>(
    _ key: String, of type: Choice.Type = Choice.self, _ presence: Presence = .optional
  ) -> Choice? where Choice: RawRepresentable<String> & CaseIterable {
    value(key, presence)?.readChoice(key: key, of: type, into: problems)
  }

  /// The elements of a list; nil when it is absent or no list.
  package mutating func elements(_ key: String, _ presence: Presence = .optional) -> [YAMLNode]? {
    value(key, presence)?.readElements(key: key, into: problems)
  }

  /// A list of texts; elements of another kind are reported and left out.
  package mutating func strings(_ key: String, _ presence: Presence = .optional) -> [String]? {
    elements(key, presence)?.compactMap { $0.readString(key: key, into: problems) }
  }

  /// A mapping with fixed keys.
  package mutating func mapping(_ key: String, _ presence: Presence = .optional) -> MappingReader? {
    value(key, presence).flatMap { MappingReader($0, key: key, into: problems) }
  }

  /// A mapping whose keys are names, in the file's order; nil when it is absent or no mapping.
  package mutating func entries(_ key: String, _ presence: Presence = .optional) -> YAMLEntries? {
    value(key, presence)?.readEntries(key: key, into: problems)
  }

  /// The version in `format: name@version`; nil, with a diagnostic that names what is
  /// understood, when it is another format or version.
  package mutating func format(_ name: String, versions: [Int] = [1]) -> Int? {
    guard let value = value("format", .required),
      let text = value.readString(key: "format", into: problems)
    else { return nil }
    for version in versions where text == "\(name)@\(version)" { return version }
    problems.add(.unknownFormat(value, understood: versions.map { "\(name)@\($0)" }))
    return nil
  }
}
