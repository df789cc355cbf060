/// Gathers the problems of one file while its values are read.
///
/// A reference, so that the readers of nested parts add to the same list; it stays inside the
/// function that loads one file.
package final class DiagnosticCollector {
  package private(set) var diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

  package func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  package func add(contentsOf more: [Diagnostic]) { diagnostics.append(contentsOf: more) }

  /// Whether anything was found that makes the file unusable.
  package var hasFatalErrors: Bool {
    diagnostics.contains { $0.severity == .error && !$0.code.leavesFileUsable }
  }
}
