package import Diagnostics
package import EventLog
package import Grading

/// How a round's units are read.
package struct RoundOptions: Sendable {
  /// Goes on with units whose files cannot be used as unreadable, instead of refusing the round.
  package var keepsGoing = false
  /// Whether documents on the shelves are opened and digested.
  package var checksEvidenceFiles = true
  /// What those documents were digested as before; nil: each is read.
  package var evidence: EvidenceMemory?
  /// The most threads; nil: as many as the machine has.
  package var threads: Int?
  /// Other criteria than the round's own, for a trial.
  package var criteria: [String]?
  /// Other rules of counting case records than those that they name, for a trial.
  package var dossierRules: String?
  /// The round as its log has it at a moment; nil: everything.
  package var asOf: EventTime?
  /// Whether the events of its log are read; not when only the files of units are asked for.
  package var readsLog = true
  /// Where it is kept what units' files were read as; nil: every file is parsed.
  package var keeping: Keeping?
  /// The unit whose files are read to be handed in (again): of what it handed in before, nothing must
  /// be left.
  package var handingIn: String?
  /// False: no dossier is excluded, for a trial.
  package var keepsExclusions = true
  /// Told from time to time how many units have been read, of how many.
  package var progress: (@Sendable (Int, Int) -> Void)?

  package init() {}

  /// So that a large round with a log is soon looked at again, and at another moment.
  package struct Keeping: Sendable {
    /// Of this user only.
    package let folder: String
    /// The engine's version: another one may read files otherwise.
    package let engine: String
    /// Smaller rounds are read as fast without.
    package let leastUnits: Int

    package init(folder: String, engine: String, leastUnits: Int = 1000) {
      self.folder = folder
      self.engine = engine
      self.leastUnits = leastUnits
    }
  }
}

/// A round with everything that was read for it, not computed yet.
package struct LoadedRound: Sendable {
  package let setting: RoundSetting
  /// The units, in the register's order.
  package let records: [UnitRecord]
  /// Ids of units whose files cannot be used: they are in the round as unreadable, so that they
  /// take no place and whoever answers for them is provisional.
  package let leftOut: [String]
  /// Every input file with its digest, seen from the round's folder, sorted by path.
  package let digests: [FileDigest]
  /// What was read of the round's log; nil in a round without one.
  package let log: RoundLog?
  /// How it was read.
  let options: RoundOptions
  private let kept = Once<ReadingTables>()

  /// What reading one more unit of it needs to know.
  var tables: ReadingTables { kept.value { ReadingTables(setting) } }

  /// Computes the round.
  /// - Parameter threads: the most threads; nil: as many as the machine has.
  package func round(threads: Int? = nil) -> Round {
    Round(plan: setting.plan, sets: setting.sets, records: records) {
      inParallel($0, threads: threads, $1)
    }
  }
}

extension LoadedRound {
  /// Blocks that wait for each other's results, as a problem of round.yaml.
  package func cycleDiagnostic(_ round: Round) -> Diagnostic { cycleDiagnostic(round.cycle) }

  /// The same, found without computing the round; nil when no block waits for another in a circle.
  package var cycleDiagnostic: Diagnostic? {
    let cycle = Round.cycle(plan: setting.plan, sets: setting.sets, records: records)
    return cycle.isEmpty ? nil : cycleDiagnostic(cycle)
  }

  private func cycleDiagnostic(_ cycle: [RankingGroup]) -> Diagnostic {
    let blocks = cycle.map { setting.plan.blocks[$0.block] }
    return .criteriaCycle(
      blocks.map(\.id), at: blocks.first?.span ?? SourceSpan(whole: SourceFile(path: "round.yaml")))
  }
}

/// What loading a round gave.
package struct RoundLoading: Sendable {
  /// nil: the round cannot be used.
  package var loaded: LoadedRound?
  package var diagnostics: [Diagnostic]
}

/// Reads a whole round: its setting, then every unit's folder, on all cores.
///
/// The result does not depend on the number of threads: units keep the register's order.
package func loadRound(
  _ path: String, options: RoundOptions = RoundOptions(), files: FileAccess = FileAccess()
) -> RoundLoading {
  var files = files
  if options.readsLog, let moment = options.asOf { files.lookBack(to: moment, inRound: path) }
  let first = loadRoundSetting(
    path, criteria: options.criteria, files: files, threads: options.threads)
  var diagnostics = first.diagnostics
  guard var setting = first.setting else {
    // All problems in one run: what the units handed in is looked at all the same.
    if let rest = first.rest { diagnostics += checkUnits(rest, options, files) }
    return RoundLoading(loaded: nil, diagnostics: diagnostics.sorted())
  }
  let counted = setting.countRecords(options, files)
  diagnostics += counted
  guard !counted.contains(where: { $0.severity == .error && !$0.code.leavesFileUsable }) else {
    return RoundLoading(loaded: nil, diagnostics: diagnostics.sorted())
  }
  let reading = UnitsReading(&setting, options, files)
  diagnostics += reading.diagnostics
  guard let results = reading.results else {
    return RoundLoading(loaded: nil, diagnostics: diagnostics.sorted())
  }
  let log = reading.log
  var records: [UnitRecord] = []
  var leftOut: [String] = []
  var digests = setting.digests.map {
    FileDigest(path: setting.plan.cited($0.path), sha256: $0.sha256)
  }
  records.reserveCapacity(results.count)
  for (member, result) in zip(setting.members, results) {
    diagnostics += result.diagnostics
    digests += result.digests
    records.append(result.record)
    if !result.isUsable { leftOut.append(member.unit.id) }
  }
  if log != nil { diagnostics = files.annotate(diagnostics) }
  diagnostics = diagnostics.sorted()
  guard leftOut.isEmpty || options.keepsGoing else {
    return RoundLoading(loaded: nil, diagnostics: diagnostics)
  }
  digests.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  return RoundLoading(
    loaded: LoadedRound(
      setting: setting, records: records, leftOut: leftOut, digests: digests, log: log,
      options: options),
    diagnostics: diagnostics)
}

/// The problems of all units' files in a round that cannot be used.
private func checkUnits(_ setting: RoundSetting, _ options: RoundOptions, _ files: FileAccess)
  -> [Diagnostic]
{
  let plan = RoundReadingPlan(setting, options, files)
  let members = setting.members
  let found = inParallel(members.count, threads: options.threads) { place in
    plan.submission(members[place], nil).diagnostics
  }
  // A stage that could not be read is the round's fault, not that of those who name it.
  return found.flatMap(\.self).filter { $0.code != .unknownStage }
}
