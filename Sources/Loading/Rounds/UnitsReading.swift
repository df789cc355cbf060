internal import Diagnostics
internal import EventLog
internal import Grading
internal import Synchronization

/// Reads all units of a round on all cores, with what its log says of them where it has
/// one.
struct UnitsReading {
  /// By member; nil when the log cannot be used.
  private(set) var results: [MemberReading]?
  private(set) var log: RoundLog?
  /// Of the log, not of the units' files.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter setting: takes the state of publication from the log.
  init(_ setting: inout RoundSetting, _ options: RoundOptions, _ files: FileAccess) {
    guard options.readsLog else {
      results = UnitsReading.read(setting, options, files)
      return
    }
    for rebuilding in [false, true] {
      let (log, problems) = RoundLog.open(
        in: setting.plan.folder, round: setting.plan.id, asOf: options.asOf,
        rebuilding: rebuilding)
      diagnostics = problems
      guard let log else {
        guard problems.isEmpty else { return }
        if options.asOf == nil {
          results = UnitsReading.read(setting, options, files)
        } else {
          diagnostics = [.noLog(in: setting.plan.folder)]
        }
        return
      }
      self.log = log
      setting.take(log, options)
      diagnostics += setting.changes(since: log).map {
        .roundFileChanged($0, log: log.file)
      }
      do throws(IndexUnfit) {
        let units = try LoggedUnits(log, setting, options, files)
        guard units.strangers.isEmpty else {
          diagnostics += units.strangers
          return
        }
        setting.take(amendments: units.results)
        results = units.results
        return
      } catch {
        // The index, or a line, is not what the log comes to: once more from the log alone.
        diagnostics = [.logChanging(log.file)]
      }
    }
  }

  private static func read(
    _ setting: RoundSetting, _ options: RoundOptions, _ files: FileAccess
  ) -> [MemberReading] {
    let plan = RoundReadingPlan(setting, options, files)
    let members = setting.members
    let done = Atomic(0)
    return inParallel(members.count, threads: options.threads) { place in
      let reading = plan.read(members[place], nil)
      let count = done.wrappingAdd(1, ordering: .relaxed).newValue
      options.progress?(count, members.count)
      return reading
    }
  }
}

extension RoundSetting {
  /// What the log says of the whole round.
  fileprivate mutating func take(_ log: RoundLog, _ options: RoundOptions) {
    plan.asOf = options.asOf.map {
      LogMoment(iso: $0.isoText, words: $0.upTo, events: log.count)
    }
    if let publication = log.publication {
      plan.publication = publication
    } else if options.asOf != nil {
      plan.publication = Publication()
    }
  }

  /// An amended edition is one of the whole round, whichever unit it is about.
  fileprivate mutating func take(amendments results: [MemberReading]) {
    let last = results.compactMap(\.amendment).max { $0.sequence < $1.sequence }
    if let last {
      plan.publication = last.content.publication(after: plan.publication) ?? plan.publication
    }
  }
}
