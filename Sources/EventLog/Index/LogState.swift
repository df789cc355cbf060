internal import Diagnostics

/// A log behind a writer's lock, to be asked before something is added to it.
///
/// Nothing is read but what is asked for, through the index; what an answer costs does not grow
/// with the log. An answer that the log refuses to give is empty, and the writer refuses then.
package final class LogState {
  /// The last event; nil in a log that has none.
  package let last: RoundEvent?
  /// How long the log is and what its last event comes to.
  package let seal: LogSeal?
  private let file: SourceFile
  private let open: (_ rebuilding: Bool) -> (log: IndexedLog?, diagnostics: [Diagnostic])
  private var log: IndexedLog?
  /// Why answers were not given.
  private(set) var problems: [Diagnostic] = []

  init(
    last: RoundEvent?, seal: LogSeal?, _ file: SourceFile,
    _ open: @escaping (_ rebuilding: Bool) -> (log: IndexedLog?, diagnostics: [Diagnostic])
  ) {
    self.last = last
    self.seal = seal
    self.file = file
    self.open = open
  }

  /// The state of a log as it was opened, for saying what would be refused without writing.
  package convenience init(_ log: IndexedLog) {
    let last = log.count > 0 ? try? log.event(log.count) : nil
    self.init(last: last, seal: log.seal, log.file) { _ in (log, []) }
  }

  /// How many events there are.
  package var count: Int { seal?.length ?? 0 }

  /// The events of a unit in their order; nil: those about no unit.
  package func events(of unit: String?) -> [RoundEvent] {
    ask { log throws(IndexUnfit) in try log.events(of: unit) } ?? []
  }

  /// One event.
  package func event(_ number: Int) -> RoundEvent? {
    guard (1...max(1, count)).contains(number), count > 0 else { return nil }
    return ask { log throws(IndexUnfit) in try log.event(number) }
  }

  private func ask<Answer>(_ question: (IndexedLog) throws(IndexUnfit) -> Answer) -> Answer? {
    guard count > 0, problems.isEmpty else { return nil }
    if let log, let answer = try? question(log) { return answer }
    for rebuilding in log == nil ? [false, true] : [true] {
      let (opened, diagnostics) = open(rebuilding)
      log = opened
      guard let opened else {
        problems = diagnostics
        return nil
      }
      if let answer = try? question(opened) { return answer }
    }
    problems = [.logChanging(file)]
    return nil
  }
}
