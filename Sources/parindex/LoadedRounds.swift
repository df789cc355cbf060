import ArgumentParser
import Diagnostics
import EventLog
import Grading
import Loading
import Reports

/// A round that a command works on: loaded, computed, with what was found on the way.
struct ComputedRound {
  let loaded: LoadedRound
  let round: Round
  let diagnostics: [Diagnostic]

  /// Loads and computes; problems that make the round unusable are shown and end the command.
  /// - Parameters:
  ///   - moment: the moment the round is looked at, where the options do not say.
  ///   - unit: the unit whose files are handed in.
  ///   - files: how its files are read.
  ///   - tellsChanges: whether files that are not as the log has them are told.
  ///   - showsProblems: whether problems of a usable round are shown too.
  ///   - anew: whether every file is parsed, because the result is published.
  init(
    _ options: RoundReadingOptions, _ reading: ReadingOptions, asOf moment: EventTime? = nil,
    handingIn unit: String? = nil, files: FileAccess = FileAccess(), tellsChanges: Bool = true,
    showsProblems: Bool = false, anew: Bool = false
  ) throws {
    var settings = options.options(progress: "…")
    if !anew {
      settings.keeping = CacheFolder.own.map { .init(folder: $0, engine: engineVersion) }
    }
    if let moment { settings.asOf = moment }
    settings.handingIn = unit
    let (loaded, round, problems) = try Self.compute(options.round, settings, reading, files)
    let found = (problems + loaded.refusals(round)).sorted()
    let isShown = showsProblems || !loaded.leftOut.isEmpty
    // What is no longer as the log has it is told beside every result, and so is a log that is gone.
    reading.complain(
      isShown
        ? found
        : found.filter {
          tellsChanges && $0.code == .fileChangedSince || $0.code == .logBroken
        })
    self.loaded = loaded
    self.round = round
    diagnostics = found
  }

  /// Loads and computes a round; what makes it unusable is shown and ends the command.
  static func compute(
    _ path: String, _ options: RoundOptions, _ reading: ReadingOptions,
    _ files: FileAccess = FileAccess()
  ) throws -> (loaded: LoadedRound, round: Round, diagnostics: [Diagnostic]) {
    let loading = loadRound(FileAccess.normalised(path), options: options, files: files)
    guard let loaded = loading.loaded else {
      reading.complain(loading.diagnostics)
      throw Exit.unusable
    }
    let round = loaded.round(threads: options.threads)
    guard round.cycle.isEmpty else {
      reading.complain(loading.diagnostics + [loaded.cycleDiagnostic(round)])
      throw Exit.unusable
    }
    return (loaded, round, loading.diagnostics)
  }

  /// A unit's place by its id; ends the command with the nearest ids when there is none.
  func unit(_ id: String) throws -> Int {
    if let place = round.units.firstIndex(where: { $0.record.unit.id == id }) { return place }
    throw UsageProblem.unknown(
      id, among: round.units.map(\.record.unit.id), vi: "cơ quan, đơn vị", en: "unit")
  }

  /// An item's place in a unit's set.
  func item(_ id: String, of unit: Int) throws -> Int {
    let set = round.sets[round.units[unit].record.set]
    if let place = set.itemIndex(id) { return place }
    throw UsageProblem(
      vi: "không có tiêu chí, tiêu chí thành phần có cách chấm `\(id)`",
      en: "there is no scored item `\(id)`",
      help: NearestID.help(for: id, among: set.items.map(\.id)))
  }

  /// A block's place by its id.
  func block(_ id: String) throws -> Int {
    if let place = round.plan.blocks.firstIndex(where: { $0.id == id }) { return place }
    throw UsageProblem.unknown(id, among: round.plan.blocks.map(\.id), vi: "khối", en: "block")
  }

  /// A layer's place by the name that results use.
  func layer(_ id: String) throws -> Int {
    let ids = round.layerIDs
    if let place = ids.firstIndex(of: id) { return place }
    throw UsageProblem.unknown(id, among: ids, vi: "lớp điểm", en: "layer")
  }
}
