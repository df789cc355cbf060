package import Diagnostics
internal import Glibc

/// An event that is on the disk.
package struct AppendedEvent: Sendable {
  package let event: RoundEvent
  /// What the log comes to with it.
  package let seal: LogSeal
  /// A torn line that was set aside, a clock that ran backwards.
  package let warnings: [Diagnostic]
}

/// Events that are on the disk together.
package struct AppendedEvents: Sendable {
  package let events: [RoundEvent]
  /// What the log comes to with them; nil for a log that has no events.
  package let seal: LogSeal?
  /// As with one event, and what the check had to say beside errors.
  package let warnings: [Diagnostic]
}

/// Why nothing was added; the log is as it was.
package struct LogFailure: Error {
  package let diagnostics: [Diagnostic]
}

/// Adds events to the log of a round: one line at a time, behind a lock, acknowledged when it is on
/// the disk.
///
/// Only the ends of the log are read, so that the price of an event does not grow with it. The log
/// is opened anew for each event: a file that was put in its place meanwhile is the one written to.
package struct LogWriter: Sendable {
  private let folder: String
  private let name: String
  private let round: String
  private let disk: LogDisk
  private let file: SourceFile
  private let worth: Int

  /// - Parameters:
  ///   - folder: the round's folder.
  ///   - name: the log's name in it.
  ///   - round: the round's id; a log of another one is not written to.
  package init(folder: String, name: String = LogWriter.usualName, round: String) {
    self.init(folder: folder, name: name, round: round, disk: .system)
  }

  init(
    folder: String, name: String = LogWriter.usualName, round: String, disk: LogDisk,
    displayPath: String? = nil, worth: Int = IndexedLog.worth
  ) {
    self.folder = folder
    self.name = name
    self.round = round
    self.disk = disk
    self.worth = worth
    file = SourceFile(path: displayPath ?? "\(folder)/\(name)")
  }

  /// What the log of a round is called.
  package static let usualName = "events.jsonl"

  /// Adds an event behind the last one.
  /// - Returns: the event with its place, once it cannot be lost any more.
  package func append(_ content: EventContent) throws(LogFailure) -> AppendedEvent {
    let added = try append([content])
    guard let event = added.events.first, let seal = added.seal else {
      throw LogFailure(diagnostics: [.logUnwritable(file, error: EIO)])
    }
    return AppendedEvent(event: event, seal: seal, warnings: added.warnings)
  }

  /// Adds events behind the last one, with one write: all of them, or none.
  ///
  /// A process that is killed while it writes may leave the first of them, as it may leave a torn
  /// line; none was acknowledged then.
  /// - Parameter check: is asked behind the lock, before anything is written, whether these events
  ///   may be added to the log as it is; any error refuses all. It must not add to the log itself.
  /// - Returns: the events with their places, once they cannot be lost any more.
  package func append(
    _ contents: [EventContent], checking check: (LogState) -> [Diagnostic] = { _ in [] }
  ) throws(LogFailure) -> AppendedEvents {
    try attempt { folder throws in
      let log = try openLog(in: folder, O_RDWR | O_APPEND | O_CREAT, LOCK_EX)
      // Copies of the descriptor would hold the lock.
      defer { flock(log.descriptor, LOCK_UN) }
      return try append(contents, log, folder, check)
    }
  }

  /// Everything that is asked before events are added; nothing is written.
  /// - Returns: what adding them would have to say.
  package func rehearse(
    _ contents: [EventContent], checking check: (LogState) -> [Diagnostic]
  ) throws(LogFailure) -> [Diagnostic] {
    try attempt { folder throws in
      let log = try openLog(in: folder, O_RDWR, LOCK_SH)
      defer { flock(log.descriptor, LOCK_UN) }
      let (_, batch, warnings) = try prepare(contents, log, check)
      return warnings + batch.warnings
    }
  }

  /// Does something with the round's folder open, and says what the system refuses.
  private func attempt<Value>(_ work: (Int32) throws -> Value) throws(LogFailure) -> Value {
    do {
      let folder = try openFolder()
      defer { close(folder) }
      return try work(folder)
    } catch let failure as SystemFailure {
      throw LogFailure(diagnostics: [.logUnwritable(file, error: failure.error)])
    } catch let failure as LogFailure {
      throw failure
    } catch {
      throw LogFailure(diagnostics: [.logUnwritable(file, error: EIO)])
    }
  }

  /// The events behind the log's end, where nothing keeps them from standing there.
  private func prepare(
    _ contents: [EventContent], _ log: OpenFile, _ check: (LogState) -> [Diagnostic]
  ) throws -> (tail: LogTail, batch: EventBatch, warnings: [Diagnostic]) {
    let tail = try tail(log.descriptor, size: log.size)
    try checkRound(log.descriptor, tail)
    let state = state(log, tail)
    // What a rule says is plainer than what a reader of the line would.
    let found = check(state) + state.problems
    guard !found.contains(where: { $0.severity == .error }) else {
      throw LogFailure(diagnostics: found)
    }
    return (tail, try EventBatch(contents, behind: tail, file, round), found)
  }

  private func append(
    _ contents: [EventContent], _ log: OpenFile, _ folder: Int32,
    _ check: (LogState) -> [Diagnostic]
  ) throws -> AppendedEvents {
    let (tail, batch, found) = try prepare(contents, log, check)
    var warnings = found
    guard !batch.events.isEmpty else {
      return AppendedEvents(events: [], seal: tail.seal, warnings: warnings)
    }
    if tail.isTorn {
      let aside = try setAside(tail, log.descriptor, folder)
      warnings.append(.logSetAside(file, bytes: tail.size - tail.end, in: aside))
    }
    do {
      try disk.store(batch.bytes, in: log.descriptor)
      if tail.end == 0 { try disk.settle(disk.flush(folder)) }
    } catch {
      // What cannot be taken back is a torn line, which the next writer sets aside.
      try? disk.shorten(log.descriptor, to: tail.end)
      throw error
    }
    return AppendedEvents(
      events: batch.events, seal: batch.seal, warnings: warnings + batch.warnings)
  }

  /// What is asked before events are added; an answer that cannot be given refuses them.
  private func state(_ log: OpenFile, _ tail: LogTail) -> LogState {
    let path = "\(folder)/\(name)\(IndexedLog.suffix)"
    return LogState(last: tail.last, seal: tail.seal, file) { rebuilding in
      IndexedLog.open(
        log, size: tail.end, file, round: round, rebuilding ? nil : IndexFile(path, disk), at: path,
        disk, worth: worth)
    }
  }

  // MARK: Files

  private func openFolder() throws(SystemFailure) -> Int32 {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure(error: errno) }
    return descriptor
  }

  /// Opens and locks the log, and makes it when there is none to write to; never what a link points
  /// to.
  private func openLog(
    in folder: Int32, _ access: Int32, _ lock: Int32
  ) throws(SystemFailure) -> OpenFile {
    while true {
      let descriptor = openat(
        folder, name, access | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw SystemFailure(error: errno) }
      while flock(descriptor, lock) != 0 {
        guard errno == EINTR else {
          let error = errno
          close(descriptor)
          throw SystemFailure(error: error)
        }
      }
      guard let log = OpenFile(owning: descriptor) else { throw SystemFailure(error: EINVAL) }
      if log.isStill(name, in: folder) { return log }
      // Another file took its name while the lock was waited for.
    }
  }

  /// Keeps a line that was not written to its end in a file of its own, then takes it away.
  private func setAside(
    _ tail: LogTail, _ log: Int32, _ folder: Int32
  ) throws(SystemFailure) -> String {
    let bytes = try disk.bytes(tail.end..<tail.size, of: log)
    var number = 1
    while true {
      let aside = "\(name).torn-\(number)"
      let copy = openat(
        folder, aside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
      if copy >= 0 {
        defer { close(copy) }
        do {
          try disk.store(bytes, in: copy)
          try disk.settle(disk.flush(folder))
        } catch {
          unlinkat(folder, aside, 0)
          throw error
        }
        try disk.shorten(log, to: tail.end)
        return aside
      }
      guard errno == EEXIST else { throw SystemFailure(error: errno) }
      number += 1
    }
  }

  // MARK: What stands there

  private func tail(_ log: Int32, size: Int) throws -> LogTail {
    do {
      return try LogTail(log, size: size, disk, file)
    } catch LogTail.Fault.system(let error) {
      throw SystemFailure(error: error)
    } catch {
      throw LogFailure(diagnostics: [.logEndsInNoEvent(file)])
    }
  }

  /// A log that another round's was put in place of is left alone.
  private func checkRound(_ log: Int32, _ tail: LogTail) throws {
    guard tail.end > 0 else { return }
    for most in [4096, RoundEvent.longestLine + 1] {
      let head = try disk.bytes(0..<min(most, tail.end), of: log)
      guard let end = head.firstIndex(of: 0x0A) else { continue }
      let line = LogLine(file: file, number: 1, bytes: Array(head[..<end]))
      guard case .event(let first) = EventReading.read(line),
        let opening = first.content.opening
      else { break }
      guard opening.round != round else { return }
      throw LogFailure(
        diagnostics: [line.shown(.logOfOtherRound(line, opening.round, round))])
    }
    throw LogFailure(diagnostics: [.logBeginsWithNoEvent(file)])
  }
}
