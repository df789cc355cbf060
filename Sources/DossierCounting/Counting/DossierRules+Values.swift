package import Grading

/// Figures of a unit as the rules define them.
extension DossierRules {
  package func value(_ figure: CountedFigure, of unit: UnitCount) -> Int {
    let subset = figure.subset.flatMap { id in subsets.firstIndex { $0.id == id } }
    return unit.value(figure.metric, subset: subset)
  }

  /// What a rate is of and over (SCORING 17): with `late_includes_overdue` late dossiers over
  /// resolved ones take the open overdue ones in on both sides.
  package func parts(_ rate: DossierRate, of unit: UnitCount) -> (of: Int, over: Int) {
    let (of, over) = (value(rate.of, of: unit), value(rate.over, of: unit))
    guard lateIncludesOverdue, rate.of.metric == .late, rate.over.metric == .resolved else {
      return (of, over)
    }
    func overdue(_ figure: CountedFigure) -> Int {
      value(CountedFigure(subset: figure.subset, .unresolvedOverdue), of: unit)
    }
    return (of + overdue(rate.of), over + overdue(rate.over))
  }

  /// nil over nothing.
  package func value(_ rate: DossierRate, of unit: UnitCount) -> Exact? {
    let (of, over) = parts(rate, of: unit)
    return Exact(of, over: over)
  }

  /// Subsets that have figures of their own; a file that a condition names is none.
  package var namedSubsets: [ProcedureSubset] { subsets.filter { $0.title != nil } }

  /// Lists of dossiers that are late because a coordinating agency was.
  package var linkedLateLists: [Int] {
    lists.indices.filter { Set(lists[$0].when) == [.late(true), .linkedAgencyLate(true)] }
  }
}
