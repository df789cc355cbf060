package import Diagnostics
package import EventLog
package import Grading
internal import Procedure

/// Turns a round's appraisal files into a log on the disk.
///
/// First copies of everything the log vouches for are kept, then the log is put in its place whole,
/// then the appraisal files go: an end in the middle loses nothing, and beginning again goes on.
package struct LogConversionRun {
  private let loaded: LoadedRound
  private let round: Round

  package init(_ loaded: LoadedRound, _ round: Round) {
    self.loaded = loaded
    self.round = round
  }

  /// What was written.
  package struct Outcome {
    package let path: String
    package let events: [RoundEvent]
    /// Appraisal files that are in the log now.
    package let converted: [String]
  }

  /// Why somebody may not open the log.
  package func refusals(by author: String, at moment: EventTime) -> [Diagnostic] {
    guard let opening = EventConversion(loaded, round).events(by: author, at: moment).first else {
      return []
    }
    let rules = loaded.setting.procedure
    let span = SourceSpan(whole: SourceFile(path: log))
    return rules.refusals(of: ProposedEvent(opening), after: ProcedureState())
      .map { $0.diagnostic(at: span, rules) }
  }

  /// - Parameters:
  ///   - author: who converts, as people.yaml names them.
  ///   - moment: when the round was opened, unless something was done before.
  ///   - keepsCopies: whether copies are kept of the round's own files and of what units handed in;
  ///     those of appraisal files are.
  package func run(
    by author: String, at moment: EventTime, keepsCopies: Bool
  ) throws(LoadingProblem) -> Outcome {
    let history = RoundHistory(of: loaded.setting.plan.folder)
    var converted: [String: String] = [:]
    if keepsCopies {
      // Case records are too large, and kept when data are closed.
      for file in loaded.setting.digests { _ = try? history.keep(file.path) }
    }
    let paths = LogConversionRun.appraisals(of: loaded.setting)
    for path in paths { converted[loaded.setting.plan.cited(path)] = try history.keep(path) }
    for unit in round.units where keepsCopies {
      let list = unit.record.assessment.linkedLateFile
      let files = HandIn(of: unit.record.unit.id, in: loaded.setting, linkedLate: list)
      for path in files.paths where FileAccess.exists(path) { _ = try history.keep(path) }
    }
    let contents = EventConversion(loaded, round).events(
      by: author, at: moment, files: converted)
    let events = RoundEvent.chain(contents)
    if let problem = FileAccess.write(RoundEvent.log(events), to: log) {
      throw LoadingProblem(problem)
    }
    for path in paths { FileAccess.remove(path) }
    return Outcome(path: log, events: events, converted: paths)
  }

  private var log: String {
    FileAccess.path(LogWriter.usualName, besides: loaded.setting.plan.folder + "/")
  }

  // MARK: Interrupted

  /// Does what an interrupted run left undone: takes away the appraisal files that the log was opened
  /// on, once a copy of each is kept.
  /// - Returns: their paths; empty where nothing was left.
  package func finish() throws(LoadingProblem) -> [String] {
    let plan = loaded.setting.plan
    guard let ground = loaded.log?.ofRound.first?.content.files else { return [] }
    let history = RoundHistory(of: plan.folder)
    let left = LogConversionRun.appraisals(of: loaded.setting).filter {
      LogConversionRun.isConverted($0, plan, ground)
    }
    for path in left {
      _ = try history.keep(path)
      FileAccess.remove(path)
    }
    return left
  }

  /// Whether a log that was opened on some files has what an appraisal file decides.
  static func isConverted(_ path: String, _ plan: RoundPlan, _ ground: [String: String]) -> Bool {
    let path = FileAccess.normalised(path)
    guard let digest = ground[plan.cited(path)] else { return false }
    return FileDigest(streaming: path)?.sha256 == digest
  }

  private static func appraisals(of setting: RoundSetting) -> [String] {
    setting.members.map {
      FileAccess.normalised("\(setting.submissions)/\($0.unit.id)/appraisal.yaml")
    }.filter(FileAccess.exists)
  }
}
