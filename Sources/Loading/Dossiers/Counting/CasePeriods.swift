package import Diagnostics
package import DossierCounting
package import Grading

/// What a periodic report is asked for.
package struct PeriodRequest: Sendable {
  /// The stretch before it that figures are compared with.
  package enum Against: Hashable, Sendable {
    /// The one before, where the rules' window holds it.
    case before
    case nothing
    case period(String)
  }

  package var period: String
  /// Also the stretches of this length that it is made of, in turn.
  package var each: PeriodLength?
  package var against = Against.before
  package var groupings: [DossierGrouping] = []
  /// Whether the rules' exclusions apply.
  package var excludes = true
  /// Whether the moments of finishing are looked at.
  package var looksAtClock = true

  package init(_ period: String) { self.period = period }
}

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

/// Why a stretch cannot be reported on.
package enum PeriodProblem: Error, Hashable, Sendable {
  /// There is no such stretch; the rules' own names.
  case unknown(String, declared: [String])
  /// It begins where the data end, or later.
  case afterData(ReportPeriod, LocalMinute)
  /// It is not made of stretches of that length, or of too many.
  case noParts(ReportPeriod, PeriodLength)
  case tooManyParts(Int)
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

/// The stretches of one report.
private struct PeriodPlan {
  let whole: ReportPeriod
  var parts: [ReportPeriod] = []
  var before: ReportPeriod?

  static func make(_ request: PeriodRequest, _ rules: DossierRules, _ records: CaseRecords)
    -> Result<PeriodPlan, PeriodProblem>
  {
    let names = PeriodNames(rules.periods)
    guard let whole = names.period(request.period) else {
      return .failure(.unknown(request.period, declared: names.names))
    }
    if let end = records.asOf, whole.span.start >= end { return .failure(.afterData(whole, end)) }
    var plan = PeriodPlan(whole: whole)
    if let length = request.each {
      let parts = names.parts(of: whole, length)
      guard !parts.isEmpty else { return .failure(.noParts(whole, length)) }
      guard parts.count <= PeriodNames.mostParts else {
        return .failure(.tooManyParts(parts.count))
      }
      plan.parts = parts.filter { part in records.asOf.map { part.span.start < $0 } ?? true }
    }
    switch request.against {
    case .nothing: break
    case .before:
      let first = plan.parts.first ?? whole
      // Of what lies outside the window the records hold leftovers only.
      if let before = names.before(first),
        rules.window.meeting(before.span).minutes == before.span.minutes
      {
        plan.before = before
      }
    case .period(let name):
      guard let before = names.period(name) else {
        return .failure(.unknown(name, declared: names.names))
      }
      if let end = records.asOf, before.span.start >= end {
        return .failure(.afterData(before, end))
      }
      plan.before = before
    }
    return .success(plan)
  }
}

/// Reads the records once for each stretch and each grouping.
private struct PeriodCounter {
  let counter: CaseCounter
  let request: PeriodRequest
  let rules: DossierRules
  let records: CaseRecords
  let units: [Unit]

  private var options: CountingOptions {
    var options = CountingOptions()
    options.threads = counter.options.threads
    return options
  }

  func count(_ plan: PeriodPlan) -> PeriodicCount? {
    var exports = records.exports.enumerated().compactMap { place, export in
      counter.opened(export, number: place + 1)
    }
    guard exports.count == records.exports.count,
      let repeats = counter.findRepeated(&exports, records, rules, units),
      let whole = count(exports, plan.whole.span)
    else { return nil }
    for (export, count) in zip(exports, whole.single) {
      counter.problems.add(contentsOf: Diagnostic.ofRows(count, export, rules))
    }
    guard let parts = periods(exports, plan.parts),
      let before = periods(exports, plan.before.map { [$0] } ?? []),
      let groups = grouped(exports, plan.whole.span), let clock = clock(exports, plan.whole.span)
    else { return nil }
    return PeriodicCount(
      rules: rules, records: records, units: units,
      whole: CountedPeriod(period: plan.whole, count: whole.all), parts: parts,
      before: before.first, groups: groups, clock: clock,
      areRepeatsFound: repeats != .unchecked,
      fields: Set(exports.flatMap { $0.layout.columns.keys }))
  }

  private func periods(_ exports: [OpenExport], _ periods: [ReportPeriod]) -> [CountedPeriod]? {
    var counted: [CountedPeriod] = []
    for period in periods {
      guard let count = count(exports, period.span)?.all else { return nil }
      counted.append(CountedPeriod(period: period, count: count))
    }
    return counted
  }

  private func plan(_ export: OpenExport, _ span: MinuteSpan, _ groups: DossierGroups? = nil)
    -> CountingPlan
  {
    CountingPlan(
      rules: rules.reporting(on: span, excludes: request.excludes), records: records,
      units: units, source: export.export.source, groups: groups)
  }

  /// One reading of all exports; nil, with the reason, when one cannot be read.
  private func count(_ exports: [OpenExport], _ span: MinuteSpan, _ groups: DossierGroups? = nil)
    -> (all: DossierCount, single: [DossierCount])?
  {
    var single: [DossierCount] = []
    for export in exports {
      switch countRecords(of: export, by: plan(export, span, groups), options) {
      case .success(let count): single.append(count)
      case .failure(let failure): return stop(failure, export)
      }
    }
    guard var all = single.first else { return nil }
    for count in single.dropFirst() { all.add(count) }
    return (all, single)
  }

  private func grouped(_ exports: [OpenExport], _ span: MinuteSpan) -> [GroupedPeriod]? {
    let searched = request.groupings.filter(\.isSearched)
    var search = GroupSearch(searched, options)
    if !searched.isEmpty {
      for export in exports {
        if let failure = search.read(export, by: plan(export, span)) {
          return stop(failure, export)
        }
      }
    }
    var found: [GroupedPeriod] = []
    for grouping in request.groupings {
      let groups =
        switch grouping {
        case .channel: DossierGroups.channels
        case .month: DossierGroups.months(of: span)
        case .domain, .procedure, .unitAndDomain:
          searched.firstIndex(of: grouping).flatMap { search.groups($0) }
        }
      guard let groups else {
        counter.problems.add(.tooManyGroups(grouping, at: exports[0].export.path))
        continue
      }
      guard let count = count(exports, span, groups)?.all else { return nil }
      found.append(GroupedPeriod(groups: groups, count: count))
    }
    return found
  }

  /// By unit; none without office hours.
  private func clock(_ exports: [OpenExport], _ span: MinuteSpan) -> [ClockFigures]? {
    guard request.looksAtClock, rules.calendar != nil else { return [] }
    var all = units.map { _ in ClockFigures() }
    for export in exports {
      switch countClockSigns(of: export, by: plan(export, span), options) {
      case .failure(let failure): return stop(failure, export)
      case .success(let figures): all = zip(all, figures).map { $0.adding($1) }
      }
    }
    return all
  }

  private func stop<Value>(_ failure: CountFailure, _ export: OpenExport) -> Value? {
    counter.problems.add(.countStopped(failure, reading: export.export.path, writing: nil))
    return nil
  }
}
