internal import DossierCounting
internal import Grading

/// The stretches of one report.
struct PeriodPlan {
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
      // The whole alone would be no series.
      guard parts.count > 1 else { return .failure(.noParts(whole, length)) }
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
