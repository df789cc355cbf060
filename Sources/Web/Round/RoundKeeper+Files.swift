internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading

extension RoundKeeper {
  /// Records that a file of the round takes the place of the earlier one, keeps copies of both and
  /// puts it there: what the command `replace` does, by the same steps.
  /// - Parameters:
  ///   - content: who does it and why; what is replaced is put in here.
  ///   - after: the round with the new file.
  ///   - known: how many events the log had when it was tried.
  func replace(
    _ content: EventContent, with files: FileReplacement, after: Round, known: Int
  ) throws(KeeperFailure) -> Recording {
    let now = try snapshot()
    guard let log = now.loaded.log, log.count == known else {
      return .overtaken((try? now.loaded.log?.events(after: known)) ?? [])
    }
    var content = content
    files.fill(&content)
    let difference = RoundDifference(from: .init(now.round), to: .init(after))
    let moved = difference.units.map { after.units[$0.unit].record.unit.id }
    let gate = ProcedureGate(now.loaded, now.round, content, moving: moved)
    let refusals = gate.problems(log.state).filter(\.isError)
    guard refusals.isEmpty else { return .refused(refusals) }
    do { try files.keep() } catch { throw .unwritable(error.diagnostic) }
    defer { forget() }
    let number: Int
    do throws(LogFailure) {
      let writer = LogWriter(folder: now.plan.folder, round: now.plan.id)
      number = try writer.append([content], checking: gate.problems).events.last?.sequence ?? 0
    } catch {
      if error.isForbidden { return .refused(error.diagnostics) }
      throw error.diagnostics.first.map { .unwritable($0) } ?? .noLog(folder)
    }
    if let problem = files.place() { throw .unwritable(problem) }
    return .done(number)
  }
}
