package import Diagnostics

/// The problems of one file, bounded: a hostile file can hold a million of them.
package struct ProblemList {
  /// So many are told one by one; the rest are counted.
  package static let most = 200

  private(set) var told: [Diagnostic] = []
  private var untold = 0
  private var firstUntold: Diagnostic?

  /// Whether the next problem is only counted, so that no sentence need be made for it.
  package var onlyCounts: Bool { untold > 0 }

  package init() {}

  package mutating func add(_ diagnostic: Diagnostic) {
    if told.count < Self.most {
      told.append(diagnostic)
    } else {
      untold += 1
      if firstUntold == nil { firstUntold = diagnostic }
    }
  }

  /// Adds a problem whose sentence is only made when it is told.
  package mutating func add(_ problem: () -> Diagnostic) {
    if onlyCounts {
      count()
    } else {
      add(problem())
    }
  }

  package mutating func count() { untold += 1 }

  /// Everything told, and how many more there are.
  package var all: [Diagnostic] {
    guard let firstUntold else { return told }
    return told + [.moreProblems(untold, like: firstUntold)]
  }
}
