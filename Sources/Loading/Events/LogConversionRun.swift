package import EventLog
package import Grading

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

  /// - Parameters:
  ///   - author: who converts, as people.yaml names them.
  ///   - moment: when the round was opened, unless something was done before.
  ///   - keepsCopies: whether copies are kept of the round's own files and of what units handed in;
  ///     those of appraisal files are.
  package func run(
    by author: String, at moment: EventTime, keepsCopies: Bool
  ) throws(LoadingProblem) -> Outcome {
    let folder = loaded.setting.plan.folder
    let history = RoundHistory(of: folder)
    var converted: [String: String] = [:]
    if keepsCopies {
      // Case records are too large, and kept when data are closed.
      for file in loaded.setting.digests { _ = try? history.keep(file.path) }
    }
    var paths: [String] = []
    for member in loaded.setting.members {
      let own = "\(loaded.setting.submissions)/\(member.unit.id)/"
      let appraisal = FileAccess.normalised(own + "appraisal.yaml")
      if FileAccess.exists(appraisal) {
        converted[loaded.setting.plan.cited(appraisal)] = try history.keep(appraisal)
        paths.append(appraisal)
      }
      guard keepsCopies else { continue }
      for name in ["self-assessment.yaml", "evidence.yaml"] where FileAccess.exists(own + name) {
        _ = try history.keep(own + name)
      }
    }
    let contents = EventConversion(loaded, round).events(
      by: author, at: moment, files: converted)
    let events = RoundEvent.chain(contents)
    let log = FileAccess.path(LogWriter.usualName, besides: folder + "/")
    if let problem = FileAccess.write(RoundEvent.log(events), to: log) {
      throw LoadingProblem(problem)
    }
    for path in paths { FileAccess.remove(path) }
    return Outcome(path: log, events: events, converted: paths)
  }
}
