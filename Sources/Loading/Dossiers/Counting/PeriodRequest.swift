package import DossierCounting

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
