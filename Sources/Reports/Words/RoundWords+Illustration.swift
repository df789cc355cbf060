internal import Grading

/// What stands on every output made from illustrative data (SCORING 32).
extension RoundWords {
  /// "Số liệu minh họa: …", whether the round says so of itself, of a register or of a unit's file;
  /// nil when nothing is made up.
  package var roundIllustration: String? {
    let mark = illustrationMark.prefix(1).uppercased() + illustrationMark.dropFirst()
    if round.plan.isIllustrative { return "\(mark): " + (round.plan.note ?? round.plan.title) }
    let sources = illustrativeSources
    return sources.isEmpty ? nil : "\(mark): \(sources.joined(separator: "; "))."
  }

  /// Titles of the registers that say so, and the self-assessments where one does.
  var illustrativeSources: [String] {
    let tables = round.plan.figures.tables.values.filter(\.isIllustrative)
      .sorted { $0.name < $1.name }.map(\.title)
    let hasAssessments = round.units.contains { $0.record.assessment.isIllustrative }
    return tables
      + (hasAssessments ? [say("các bản tự chấm điểm", "the self-assessments")] : [])
  }

  package var isIllustrative: Bool { round.plan.isIllustrative || !illustrativeSources.isEmpty }
}
