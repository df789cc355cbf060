package import Diagnostics

/// Reading one node as a value; what does not fit is a diagnostic and nil.
///
/// `key` is the key whose value the node is, or belongs to, for the diagnostic.
extension YAMLNode {
  /// A scalar's text, quoted or not.
  package func readString(key: String? = nil, into problems: DiagnosticCollector) -> String? {
    guard let text else {
      problems.add(.wrongType(self, expected: .scalar, key: key))
      return nil
    }
    return text
  }

  /// A whole number, written in digits, not in quotes.
  package func readInteger(key: String? = nil, into problems: DiagnosticCollector) -> Int? {
    guard let text = readString(key: key, into: problems) else { return nil }
    guard !isQuoted, let number = Self.integer(text) else {
      problems.add(.noInteger(self, key: key))
      return nil
    }
    return number
  }

  /// `Int.init` also takes a leading `+`, which no author means.
  private static func integer(_ text: String) -> Int? {
    guard let first = text.utf8.first, first != 0x2B else { return nil }
    return Int(text)
  }

  package func readYesNo(key: String? = nil, into problems: DiagnosticCollector) -> Bool? {
    guard let text = readString(key: key, into: problems) else { return nil }
    switch text {
    case "yes", "true", "có": return true
    case "no", "false", "không": return false
    default:
      problems.add(.noYesNo(self, key: key))
      return nil
    }
  }

  package func readChoice<Choice>(
    key: String? = nil, of type: Choice.Type, into problems: DiagnosticCollector
  ) -> Choice? where Choice: RawRepresentable<String> & CaseIterable {
    guard let text = readString(key: key, into: problems) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    problems.add(.badChoice(self, key: key, choices: Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// The elements of a list.
  package func readElements(key: String? = nil, into problems: DiagnosticCollector) -> [YAMLNode]? {
    guard kind == .sequence else {
      problems.add(.wrongType(self, expected: .sequence, key: key))
      return nil
    }
    return Array(elements)
  }

  /// The entries of a mapping whose keys are names.
  package func readEntries(key: String? = nil, into problems: DiagnosticCollector) -> YAMLEntries? {
    guard kind == .mapping else {
      problems.add(.wrongType(self, expected: .mapping, key: key))
      return nil
    }
    return entries
  }
}
