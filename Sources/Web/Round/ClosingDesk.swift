internal import Closing
internal import Diagnostics
internal import Dispatch
internal import DossierCounting
internal import EventLog
internal import Grading
internal import Loading
internal import Reports
internal import Synchronization

/// What is to be closed; the same twice is one closing.
struct ClosingRequest: Hashable, Sendable {
  let name: String
  /// nil: as the records say.
  let asOf: CalendarDay?
  let closedOn: CalendarDay
  let by: String
  /// The number of the closing that it replaces.
  let previous: Int?
  /// The newest closing that whoever asks has seen.
  let seen: Int

  /// Whether a closing is what was asked for.
  func isAnswered(by closing: DossierClosing) -> Bool {
    let replaced = closing.previous?.folder.split(separator: "/").last.map(String.init)
    return closing.name == name && closing.closedOn == closedOn && closing.closedBy == by
      && asOf.map { $0.end == closing.asOf } ?? true && replaced == previous.map(String.init)
  }
}

/// Where dossiers are closed: one dataset at a time, off the threads that answer requests, with one
/// thread and little memory, for others go on working.
final class ClosingDesk: Sendable {
  enum Ending: Sendable {
    /// It stands there, by its number.
    case closed(Int)
    case failed([Diagnostic])
    /// Another one is being closed.
    case busy(name: String, since: EventTime)
    /// Somebody closed something since the page was made: the numbers, newest first.
    case overtaken([Int])
  }

  private struct Running {
    let request: ClosingRequest
    let began: EventTime
    let ending: Task<Ending, Never>
  }

  private enum Start {
    case ended(Ending)
    case running(Task<Ending, Never>)
  }

  private static let memory = 64 << 20
  /// Of so many closings it is remembered what was found while they were made.
  private static let remembered = 20

  private let queue = DispatchQueue(label: "parindex.closings", qos: .utility)
  private let running = Mutex<Running?>(nil)
  private let found = Mutex<[Int: [Diagnostic]]>([:])

  /// What is being closed; nil: nothing.
  var current: (name: String, since: EventTime)? {
    running.withLock { running in running.map { ($0.request.name, $0.began) } }
  }

  /// What was found while a closing was made, and did not keep it from being made.
  func findings(of number: Int) -> [Diagnostic] { found.withLock { $0[number] ?? [] } }

  /// Closes a round's dossiers; the same request that comes while it goes on gets the same ending.
  func close(
    _ request: ClosingRequest, of records: String, into shelf: ClosingShelf, at time: EventTime
  ) async -> Ending {
    let start = running.withLock { running -> Start in
      if let running {
        return running.request == request
          ? .running(running.ending)
          : .ended(.busy(name: running.request.name, since: running.began))
      }
      let later = shelf.numbers.filter { $0 > request.seen }
      guard later.isEmpty else { return .ended(.overtaken(later)) }
      let ending = Task { await self.run(request, of: records, into: shelf) }
      running = Running(request: request, began: time, ending: ending)
      return .running(ending)
    }
    switch start {
    case .ended(let ending): return ending
    case .running(let task): return await task.value
    }
  }

  private func run(
    _ request: ClosingRequest, of records: String, into shelf: ClosingShelf
  ) async -> Ending {
    await withCheckedContinuation { continuation in
      queue.async {
        let number = (shelf.numbers.first ?? 0) + 1
        var options = CaseCountOptions()
        options.threads = 1
        options.spill.memory = ClosingDesk.memory
        options.asOf = request.asOf?.end
        let made = DatasetClosing(
          of: records,
          ClosingOrder(
            name: request.name, closedOn: request.closedOn, closedBy: request.by,
            folder: shelf.folder(of: number), previous: request.previous.map(shelf.folder(of:)),
            engine: engineVersion),
          options)
        if made.closing != nil { self.remember(made.problems, of: number) }
        self.running.withLock { $0 = nil }
        continuation.resume(
          returning: made.closing == nil ? .failed(made.problems) : .closed(number))
      }
    }
  }

  private func remember(_ problems: [Diagnostic], of number: Int) {
    found.withLock { all in
      all[number] = problems
      for old in all.keys where old <= number - ClosingDesk.remembered { all[old] = nil }
    }
  }
}
