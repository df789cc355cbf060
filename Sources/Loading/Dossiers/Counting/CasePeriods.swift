package import Diagnostics
package import DossierCounting
package import Grading

/// A stretch with its figures by unit.
package struct CountedPeriod: Sendable {
  package let period: ReportPeriod
  /// Unit `n` has the figures `count.units[n]`.
  package let count: DossierCount
}

/// The figures of one stretch by something else than the unit.
package struct GroupedPeriod: Sendable {
  package let groups: DossierGroups
  package let count: DossierCount
}

/// The records of a round, counted over stretches of time.
package struct PeriodicCount: Sendable {
  package let rules: DossierRules
  package let records: CaseRecords
  package let units: [Unit]
  package let whole: CountedPeriod
  /// Its parts in order, without those that begin where the data end; none if none are asked for.
  package let parts: [CountedPeriod]
  package let before: CountedPeriod?
  package let groups: [GroupedPeriod]
  /// By unit; none without office hours.
  package let clock: [ClockFigures]
  package let areRepeatsFound: Bool
  /// What any export has a column of.
  package let fields: Set<RecordField>
}

/// Figures over time, or why there are none.
package struct PeriodicLoading: Sendable {
  package let result: PeriodicCount?
  package let problem: PeriodProblem?
  package let diagnostics: [Diagnostic]

  package var isUsable: Bool {
    result != nil
      && !diagnostics.contains { $0.severity == .error && !$0.code.leavesFileUsable }
  }
}

/// Counts the records that a `records.yaml` declares over a stretch of time, by the rules it names:
/// as often as there are stretches and groupings, by the same engine.
package func countPeriods(
  at path: String, _ request: PeriodRequest, _ options: CaseCountOptions = CaseCountOptions(),
  files: FileAccess = FileAccess()
) -> PeriodicLoading {
  let loading = loadCaseRecords(at: path, files: files)
  var counter = CaseCounter(options, files, loading)
  var result: PeriodicCount?
  var problem: PeriodProblem?
  if let (records, rules, units) = counter.prepared(nil) {
    switch PeriodPlan.make(request, rules, records) {
    case .failure(let found): problem = found
    case .success(let plan):
      let periods = PeriodCounter(
        counter: counter, request: request, rules: rules, records: records, units: units)
      result = periods.count(plan)
    }
  }
  return PeriodicLoading(
    result: result, problem: problem,
    diagnostics: files.annotate(counter.problems.diagnostics).sorted())
}
