internal import Diagnostics
internal import Grading
internal import YAMLReading

/// An area, criterion or sub-criterion before it is checked: its keys as they stand in the files,
/// so that an overlay can replace some and every line keeps its place.
struct Draft {
  enum Kind {
    case area
    case criterion
    case subCriterion

    var childrenKey: String? {
      switch self {
      case .area: "criteria"
      case .criterion: "sub_criteria"
      case .subCriterion: nil
      }
    }

    var child: Kind? {
      switch self {
      case .area: .criterion
      case .criterion: .subCriterion
      case .subCriterion: nil
      }
    }
  }

  let kind: Kind
  let id: String
  let span: SourceSpan
  var fields: [(key: YAMLNode, value: YAMLNode)]
  var children: [Draft]

  /// Reads the outline of a node and everything below it; nil when it has no id.
  init?(_ node: YAMLNode, kind: Kind, into problems: DiagnosticCollector) {
    guard var reader = MappingReader(node, into: problems) else { return nil }
    guard let id = reader.string("id", .required) else { return nil }
    guard !id.isEmpty else {
      if let key = reader.keyNode("id") { problems.add(.missingValue(key)) }
      return nil
    }
    self.kind = kind
    self.id = id
    span = reader.value("id")?.span ?? node.span
    fields = []
    children = []
    for entry in node.entries {
      if let key = kind.childrenKey, entry.key.matches(key), let child = kind.child {
        children = (entry.value.readElements(key: key, into: problems) ?? [])
          .compactMap { Draft($0, kind: child, into: problems) }
      } else if !entry.key.matches("id") {
        fields.append(entry)
      }
    }
  }

  /// Replaces the keys that a `change:` gives, and adds those that are new.
  mutating func change(_ node: YAMLNode) {
    for entry in node.entries {
      if let place = fields.firstIndex(where: { $0.key.text == entry.key.text }) {
        fields[place] = entry
      } else {
        fields.append(entry)
      }
    }
  }
}

/// Reads a draft's keys one after another, as `MappingReader` does a mapping's.
struct DraftReader {
  let draft: Draft
  let problems: DiagnosticCollector
  private var known: [String] = []

  init(_ draft: Draft, _ problems: DiagnosticCollector) {
    self.draft = draft
    self.problems = problems
  }

  mutating func value(_ key: String) -> YAMLNode? {
    known.append(key)
    guard let field = draft.fields.first(where: { $0.key.matches(key) }), !field.value.isNull else {
      return nil
    }
    return field.value
  }

  mutating func required(_ key: String) -> YAMLNode? {
    if let value = value(key) { return value }
    problems.add(.missingKey(key, of: draft.id, at: draft.span))
    return nil
  }

  mutating func string(_ key: String) -> String? {
    value(key)?.readString(key: key, into: problems)
  }

  mutating func yesNo(_ key: String) -> Bool? { value(key)?.readYesNo(key: key, into: problems) }

  mutating func choice<Choice>(_ key: String, _ type: Choice.Type) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    value(key)?.readChoice(key: key, of: type, into: problems)
  }

  func finish() {
    for field in draft.fields where !known.contains(where: { field.key.matches($0) }) {
      problems.add(.unknownKey(field.key, known: known))
    }
  }
}
