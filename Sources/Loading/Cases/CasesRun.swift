package import Diagnostics
internal import Grading

/// What became of the worked cases of one file.
package struct CasesResult: Sendable {
  package let path: String
  /// The criteria file the cases are about, as people see it.
  package let criteria: String
  package var run = 0
  package var failed = 0
}

/// Worked cases run: what failed, what no case reaches, and everything wrong with the files.
package struct CasesRun: Sendable {
  /// In the order the files were named.
  package var files: [CasesResult] = []
  /// By criteria file, in the order they were first named.
  package var coverage: [CaseCoverage] = []
  package var diagnostics: [Diagnostic] = []

  package var run: Int { files.map(\.run).reduce(0, +) }
  package var failed: Int { files.map(\.failed).reduce(0, +) }
}

/// How much of a criteria file its cases reach.
package struct CaseCoverage: Sendable {
  package struct Count: Hashable, Sendable {
    package var covered = 0
    package var total = 0

    package init(covered: Int = 0, total: Int = 0) {
      self.covered = covered
      self.total = total
    }
  }

  package let criteria: String
  /// Branches by rule kind (`steps`, `choice`, …) and by what stands beside a rule
  /// (`if_undefined`, `applies_when`, …), in the language's order.
  package internal(set) var kinds: [(name: String, count: Count)] = []
  /// Bounds that have a case exactly at them and one beyond.
  package internal(set) var bounds = Count()

  /// All branches, bounds left out.
  package var branches: Count {
    kinds.reduce(into: Count()) {
      $0.covered += $1.count.covered
      $0.total += $1.count.total
    }
  }

  mutating func add(_ name: String, covered: Bool) {
    let place = kinds.firstIndex { $0.name == name } ?? kinds.count
    if place == kinds.count { kinds.append((name, Count())) }
    kinds[place].count.total += 1
    if covered { kinds[place].count.covered += 1 }
  }
}
