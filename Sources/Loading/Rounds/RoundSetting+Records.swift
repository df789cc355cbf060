internal import Diagnostics
internal import DossierCounting
internal import Grading

extension RoundSetting {
  /// The `records.yaml` that the round's dossiers are counted by; nil: it counts none.
  package var recordsFile: String? { recordsPath.flatMap(RecordPaths.declaration) }

  /// Counts the round's case records, once, into its book of figures.
  /// - Returns: what was found in them.
  mutating func countRecords(_ round: RoundOptions, _ files: FileAccess) -> [Diagnostic] {
    guard let recordsPath else { return [] }
    var options = CaseCountOptions()
    options.threads = round.threads
    options.rules = round.dossierRules
    options.keepsExclusions = round.keepsExclusions
    options.digestsExports = true
    let loading = countCases(at: recordsPath, units: units, options, files: files)
    let known = Set(digests.map(\.path))
    digests += loading.digests.filter { !known.contains($0.path) }
    guard loading.isUsable, let cases = loading.result else { return loading.diagnostics }
    let plan = plan
    self.plan.figures.add(
      FigureTable(
        dossiers: cases, declaredAt: recordsPath, besides: plan.figures.tables["dossiers"],
        units: units, cite: plan.cited))
    unreadRegisters.remove("dossiers")
    // Rules that are only tried say nothing of the round's deadlines.
    guard round.dossierRules == nil, let problem = deadlineProblem(cases) else {
      return loading.diagnostics
    }
    countsByOtherDeadline = true
    return loading.diagnostics + files.annotate([problem])
  }

  /// Units go by the round's deadline, dossiers count by that of their records: one and the same.
  private func deadlineProblem(_ cases: CaseCount) -> Diagnostic? {
    guard let span = explanationDeadline,
      let stated = plan.calendar.deadlines[RoundCalendar.dossierExplanations],
      let end = LocalMinute(behind: stated), end != cases.rules.explanationsUntil
    else { return nil }
    return .explanationsUntil(stated, counted: cases.rules.explanationsUntil, at: span)
  }
}

extension Diagnostic {
  fileprivate static func explanationsUntil(
    _ stated: LocalMoment, counted: LocalMinute?, at span: SourceSpan
  ) -> Diagnostic {
    let counting =
      counted.map { end in
        let last = end.lastInTime
        return Wording(
          vi: (last.minute == nil ? "đến hết ngày " : "đến ") + last.vietnameseText,
          en: "through \(last.isoText)")
      } ?? Wording(vi: "không có hạn", en: "without end")
    return Diagnostic(
      .ruleMismatch, severity: .warning, at: span,
      Wording(
        vi: "hạn giải trình hồ sơ ở đây khác hạn khi đếm hồ sơ, \(counting.vietnamese)",
        en: "explanations of dossiers end otherwise here than where they count, \(counting.english)"
      ),
      help: Wording(
        vi: "ghi `explanations_until: {through: \(stated.isoText)}` vào records.yaml",
        en: "write `explanations_until: {through: \(stated.isoText)}` in records.yaml"))
  }
}
