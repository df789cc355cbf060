package import Diagnostics

/// A register of another office as a set declares it under `figures:`.
package struct RegisterDeclaration: Hashable, Sendable {
  /// The namespace in expressions: `reports`.
  package let name: String
  /// "Sổ theo dõi báo cáo cải cách hành chính".
  package let title: String
  /// Every declared column, whether an expression reads it or not.
  package let columns: [FigureName]
  /// Where each of them is declared.
  package let spans: [SourceSpan]

  package init(name: String, title: String, columns: [FigureName], spans: [SourceSpan]) {
    self.name = name
    self.title = title
    self.columns = columns
    self.spans = spans
  }
}
