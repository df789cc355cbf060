/// How bad a problem is.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Worth knowing; nothing is wrong.
  case note
  /// The file can be used and probably does not mean what it says.
  case warning
  /// The file cannot be used as it stands.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// The languages that people read.
package enum Language: String, Sendable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"
}

/// One sentence in both languages.
package struct Wording: Hashable, Sendable {
  package let vietnamese: String
  package let english: String

  package init(vi vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  package subscript(language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}

/// A stretch of source that a diagnostic points at.
package struct SourceLabel: Hashable, Sendable {
  package let span: SourceSpan
  package let message: Wording?
  /// The line at `span.start`, filled in while the text is at hand.
  package var excerpt: String?
  /// The column at which the excerpt begins: not 1 when it is part of a very long line.
  package var excerptColumn = 1

  package init(_ span: SourceSpan, _ message: Wording? = nil, excerpt: String? = nil) {
    self.span = span
    self.message = message
    self.excerpt = excerpt
  }
}

/// A problem found in a file: what is wrong, where, what was expected and how to mend it.
///
/// `message` says what is wrong, in lower case and without a full stop; only `help` says what to
/// do. Sentences are made in one file a module (`…Diagnostics.swift`), never where they arise.
package struct Diagnostic: Hashable, Sendable {
  package let code: DiagnosticCode
  package let severity: Severity
  package let message: Wording
  package var primary: SourceLabel
  package var secondary: [SourceLabel]
  package let expected: Wording?
  package let help: Wording?

  package init(
    _ code: DiagnosticCode, severity: Severity? = nil, at span: SourceSpan, _ message: Wording,
    label: Wording? = nil, secondary: [SourceLabel] = [], expected: Wording? = nil,
    help: Wording? = nil
  ) {
    self.code = code
    self.severity = severity ?? code.severity
    self.message = message
    self.primary = SourceLabel(span, label)
    self.secondary = secondary
    self.expected = expected
    self.help = help
  }
}
