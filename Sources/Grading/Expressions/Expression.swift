/// A formula over inputs and figures, names resolved and types checked.
package indirect enum Expression: Sendable {
  case number(Exact)
  case text(String)
  case truth(Bool)
  case name(Reference)
  case negated(Expression)
  case arithmetic(Arithmetic, Expression, Expression)
  case comparison(Comparison, Expression, Expression)
  case and(Expression, Expression)
  case or(Expression, Expression)
  case not(Expression)
  case smallest([Expression])
  case largest([Expression])
  case conditional(Expression, then: Expression, otherwise: Expression)
  case date(year: Expression, month: Expression, day: Expression)
  /// A number of days, to be added to a date.
  case days(Expression, working: Bool)
}

package enum Arithmetic: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

package enum Comparison: String, Sendable {
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
}

/// What a name in an expression stands for.
package enum Reference: Hashable, Sendable {
  /// An input of the item itself, by its place in `CriteriaSet.inputs`.
  case input(Int)
  /// A shared input of the set, by its place in `CriteriaSet.inputs`.
  case sharedInput(Int)
  /// A figure, by its place in the figure list it was checked against.
  case figure(Int)
  /// `unit.<trait>`.
  case trait(String)
  /// `deadline.<id>`.
  case deadline(String)
  /// The round's year.
  case year
}

/// What an expression yields.
package enum ValueType: String, Sendable, CaseIterable {
  case number
  case date
  case truth
  case text
  case days
}

/// An expression as the author wrote it, with its checked tree.
package struct CheckedExpression: Sendable {
  package let tree: Expression
  package let type: ValueType
  /// The text as written, for explanations.
  package let source: String
  /// Every name the expression reads, in order of first appearance.
  package let references: [Reference]

  package init(tree: Expression, type: ValueType, source: String, references: [Reference]) {
    self.tree = tree
    self.type = type
    self.source = source
    self.references = references
  }
}
