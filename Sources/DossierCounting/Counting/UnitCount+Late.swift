package import Grading

/// What a rate of late dossiers is made of.
package struct LateFigures: Hashable, Sendable {
  package var late = 0
  /// Open with the due date past.
  package var overdue = 0
  package var resolved = 0

  package init() {}

  /// Late over resolved; nil over nothing.
  ///
  /// With `overdueCounts` (`late_includes_overdue`) open overdue dossiers stand on both sides, so
  /// that leaving them open does not lower it.
  package func rate(overdueCounts: Bool) -> Exact? {
    overdueCounts ? Exact(late + overdue, over: resolved + overdue) : Exact(late, over: resolved)
  }

  mutating func add(_ standing: Standing, _ count: Int) {
    switch standing {
    case .finishedBefore, .receivedAfter, .openInTime: break
    case .early, .onDueDay: resolved += count
    case .late:
      late += count
      resolved += count
    case .openOverdue: overdue += count
    }
  }
}

/// What exclusions changed: figures as they would be without one of them, or without any.
extension UnitCount {
  package var lateFigures: LateFigures {
    var figures = LateFigures()
    figures.late = value(.late)
    figures.overdue = value(.unresolvedOverdue)
    figures.resolved = value(.resolved)
    return figures
  }

  /// Without one exclusion: its dossiers go to the next that takes them, or are counted.
  package func lateFigures(without rule: Int) -> LateFigures {
    var figures = lateFigures
    for next in 0...layout.exclusions {
      for standing in Standing.allCases {
        let count = cells[layout.excluded(by: rule, next: next, standing)]
        guard count > 0 else { continue }
        if layout.takesOnlyLate(rule) { figures.add(standing.pardoned, -count) }
        if next == layout.exclusions {
          figures.add(standing, count)
        } else if layout.takesOnlyLate(next) {
          figures.add(standing.pardoned, count)
        }
      }
    }
    return figures
  }

  /// Without any exclusion.
  package var lateFiguresWithoutExclusions: LateFigures {
    var figures = lateFigures
    for rule in 0..<layout.exclusions {
      for next in 0...layout.exclusions {
        for standing in Standing.allCases {
          let count = cells[layout.excluded(by: rule, next: next, standing)]
          if layout.takesOnlyLate(rule) { figures.add(standing.pardoned, -count) }
          figures.add(standing, count)
        }
      }
    }
    return figures
  }

  /// Records of another year that no exclusion names: finished before the window or received
  /// behind it.
  package var outsideWindow: Int {
    counted(.finishedBefore) + counted(.receivedAfter)
  }
}

extension Standing {
  /// What a dossier counts as once an exclusion took it out of the late ones only.
  var pardoned: Standing {
    switch self {
    case .late: .onDueDay
    case .openOverdue: .openInTime
    case .finishedBefore, .receivedAfter, .early, .onDueDay, .openInTime: self
    }
  }
}
