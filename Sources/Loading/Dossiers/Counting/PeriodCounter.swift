internal import Diagnostics
internal import DossierCounting
internal import Grading

/// Reads the records once for each stretch and each grouping.
struct PeriodCounter {
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
