/// What is said of one thing between two rounds, and the lines that bear it out.
package struct YearStatement: Hashable, Sendable {
  package let title: String
  package let lines: [String]
}

/// A column of a table of two rounds.
package struct YearColumn: Hashable, Sendable {
  package let title: String
  package let isNumber: Bool
  /// How many letters wide it may be on a screen whose letters are all alike.
  let limit: Int

  package init(_ title: String, isNumber: Bool = true, limit: Int = 60) {
    self.title = title
    self.isNumber = isNumber
    self.limit = limit
  }
}
