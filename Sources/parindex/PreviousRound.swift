import Grading
import Loading

/// An earlier round that a unit's sheet looks back at: its result, and the unit's plan for it.
struct PreviousRound {
  let round: Round
  /// nil: the unit was not in it.
  let plan: RemedyPlan?

  /// Other units' faults do not matter; a plan that cannot be used is shown with its problems.
  init(_ path: String, unit: String, threads: Int?, _ reading: ReadingOptions) throws {
    let (loaded, round) = try Self.load(path, threads: threads, reading)
    self.round = round
    guard let place = round.units.firstIndex(where: { $0.record.unit.id == unit }) else {
      plan = nil
      return
    }
    let (submission, diagnostics) = loaded.remedies(of: place)
    if submission?.isUnreadable == true { reading.complain(diagnostics) }
    plan = RemedyPlan(round, unit: place, submission: submission)
  }

  /// An earlier round, loaded and computed; units whose files cannot be used are left out.
  static func load(
    _ path: String, threads: Int?, _ reading: ReadingOptions
  ) throws -> (loaded: LoadedRound, round: Round) {
    var options = RoundOptions()
    options.keepsGoing = true
    options.checksEvidenceFiles = false
    options.threads = threads
    let (loaded, round, _) = try ComputedRound.compute(path, options, reading)
    return (loaded, round)
  }
}
