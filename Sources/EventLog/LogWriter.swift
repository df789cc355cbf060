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

/// Why an event was not added; the log is as it was.
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

  /// - Parameters:
  ///   - folder: the round's folder.
  ///   - name: the log's name in it.
  ///   - round: the round's id; a log of another one is not written to.
  package init(folder: String, name: String = LogWriter.usualName, round: String) {
    self.init(folder: folder, name: name, round: round, disk: .system)
  }

  init(
    folder: String, name: String = LogWriter.usualName, round: String, disk: LogDisk,
    displayPath: String? = nil
  ) {
    self.folder = folder
    self.name = name
    self.round = round
    self.disk = disk
    file = SourceFile(path: displayPath ?? "\(folder)/\(name)")
  }

  /// What the log of a round is called.
  package static let usualName = "events.jsonl"

  /// Adds an event behind the last one.
  /// - Returns: the event with its place, once it cannot be lost any more.
  package func append(_ content: EventContent) throws(LogFailure) -> AppendedEvent {
    do {
      let folder = try openFolder()
      defer { close(folder) }
      let log = try openLog(in: folder)
      defer { close(log.descriptor) }
      return try append(content, log.descriptor, size: log.size, folder)
    } catch let failure as SystemFailure {
      throw LogFailure(diagnostics: [.logUnwritable(file, error: failure.error)])
    } catch let failure as LogFailure {
      throw failure
    } catch {
      throw LogFailure(diagnostics: [.logUnwritable(file, error: EIO)])
    }
  }

  private func append(
    _ content: EventContent, _ log: Int32, size: Int, _ folder: Int32
  ) throws -> AppendedEvent {
    let tail = try tail(log, size: size)
    try checkRound(log, tail)
    let event = RoundEvent(
      sequence: (tail.last?.sequence ?? 0) + 1, previous: tail.lastDigest, content: content)
    let line = LogLine(file: file, number: event.sequence, bytes: event.line)
    try check(event, line)
    var warnings: [Diagnostic] = []
    if tail.isTorn {
      let aside = try setAside(tail, log, folder)
      warnings.append(.logSetAside(file, bytes: tail.size - tail.end, in: aside))
    }
    if let last = tail.last, content.time < last.content.time {
      warnings.append(line.shown(.logTimeGoesBack(line, last.content.time)))
    }
    do {
      try disk.store(line.bytes + [0x0A], in: log)
      if tail.end == 0 { try disk.settle(disk.flush(folder)) }
    } catch {
      // What cannot be taken back is a torn line, which the next writer sets aside.
      try? disk.shorten(log, to: tail.end)
      throw error
    }
    let seal = LogSeal(length: event.sequence, head: LineDigest(ofLine: line.bytes))
    return AppendedEvent(event: event, seal: seal, warnings: warnings)
  }

  // MARK: Files

  private func openFolder() throws(SystemFailure) -> Int32 {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemFailure(error: errno) }
    return descriptor
  }

  /// Opens and locks the log, and makes it when there is none; never what a link points to.
  private func openLog(in folder: Int32) throws(SystemFailure) -> (descriptor: Int32, size: Int) {
    while true {
      let descriptor = openat(
        folder, name, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { throw SystemFailure(error: errno) }
      while flock(descriptor, LOCK_EX) != 0 {
        guard errno == EINTR else {
          let error = errno
          close(descriptor)
          throw SystemFailure(error: error)
        }
      }
      var held = stat()
      var there = stat()
      if fstat(descriptor, &held) == 0, fstatat(folder, name, &there, AT_SYMLINK_NOFOLLOW) == 0,
        held.st_ino == there.st_ino, held.st_dev == there.st_dev
      {
        guard held.st_mode & S_IFMT == S_IFREG else {
          close(descriptor)
          throw SystemFailure(error: EINVAL)
        }
        return (descriptor, Int(held.st_size))
      }
      // Another file took its name while the lock was waited for.
      close(descriptor)
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

  /// An event is written only if it will be read.
  private func check(_ event: RoundEvent, _ line: LogLine) throws(LogFailure) {
    guard line.bytes.count <= RoundEvent.longestLine else {
      throw LogFailure(diagnostics: [.logLineTooLong(line)])
    }
    switch EventReading.read(line) {
    case .event: break
    case .refused(let problems): throw LogFailure(diagnostics: problems)
    case .noJSON(let problem): throw LogFailure(diagnostics: [problem])
    }
    if let opening = event.content.opening, opening.round != round {
      throw LogFailure(
        diagnostics: [line.shown(.logOfOtherRound(line, opening.round, round))])
    }
  }
}
