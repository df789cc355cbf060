/// Exclusions as a report on a stretch counts them: of dossiers that were open in it or finished in
/// it, and not of all that the rules would take out whenever they were.
extension UnitCount {
  package func excludedInside(by rule: Int) -> Int {
    (0...layout.exclusions).reduce(0) { sum, next in
      Standing.allCases.reduce(sum) { sum, standing in
        switch standing {
        case .finishedBefore, .receivedAfter: sum
        case .early, .onDueDay, .late, .openInTime, .openOverdue:
          sum + cells[layout.excluded(by: rule, next: next, standing)]
        }
      }
    }
  }

  /// Taken out of all counts.
  package var excludedInside: Int {
    (0..<layout.exclusions).reduce(0) {
      layout.takesOnlyLate($1) ? $0 : $0 + excludedInside(by: $1)
    }
  }
}
