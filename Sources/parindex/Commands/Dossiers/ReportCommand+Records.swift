import Diagnostics
import DossierCounting
import Loading
import Reports

/// A report of case records: one, with its parts and what it is compared with.
extension ReportCommand {
  func counted(_ path: String) throws -> PeriodicReport {
    guard let period else {
      throw UsageProblem(
        vi: "chưa nêu kỳ báo cáo", en: "no period is given",
        help: Wording(
          vi: "thêm `--period`, như 2019-07, 2019-Q3, 2019", en: "add `--period`, as 2019-07"))
    }
    var request = PeriodRequest(period)
    request.each = each
    request.excludes = !withoutExclusions
    request.against =
      switch against {
      case nil: .before
      case "none": .nothing
      case .some(let name): .period(name)
      }
    request.groupings = groupings(period)
    request.looksAtClock = format != .csv
    let loading = countPeriods(at: path, request, input.options)
    reading.complain(loading.diagnostics)
    if let problem = loading.problem { throw UsageProblem(problem) }
    guard loading.isUsable, let result = loading.result else { throw Exit.unusable }
    func stretch(_ counted: CountedPeriod) -> CountedStretch {
      CountedStretch(counted.period, counted.count)
    }
    return PeriodicReport(
      rules: result.rules, records: result.records, units: result.units,
      fields: result.fields, excludes: request.excludes, bounds: bounds,
      whole: stretch(result.whole),
      parts: result.parts.map(stretch), before: result.before.map(stretch),
      isBeforeOutside: request.against == .before && result.before == nil,
      groups: result.groups.map { ($0.groups, $0.count) }, clock: result.clock,
      areRepeatsFound: result.areRepeatsFound)
  }

  private func groupings(_ period: String) -> [DossierGrouping] {
    if !by.isEmpty {
      let asked = by.compactMap(\.grouping)
      return DossierGrouping.allCases.filter(asked.contains)
        + (asked.contains(.domain) && format != .csv ? [.unitAndDomain] : [])
    }
    if format == .csv { return [] }
    // Of a single month nearly all is received in it.
    let isLong = CalendarPeriod(period)?.length != .month && each == nil
    return [.domain, .procedure, .channel] + (isLong ? [.month] : []) + [.unitAndDomain]
  }
}
