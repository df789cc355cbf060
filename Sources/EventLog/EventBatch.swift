internal import Diagnostics

/// Events that are to be added together, with their places behind the last one of a log.
struct EventBatch {
  private(set) var events: [RoundEvent] = []
  /// What the log will come to; nil where there are none.
  private(set) var seal: LogSeal?
  /// Their lines.
  private(set) var bytes: [UInt8] = []
  /// Clocks that ran backwards.
  private(set) var warnings: [Diagnostic] = []

  init(
    _ contents: [EventContent], behind tail: LogTail, _ file: SourceFile, _ round: String
  ) throws(LogFailure) {
    var last = tail.last
    var digest = tail.lastDigest
    for content in contents {
      let event = RoundEvent(
        sequence: (last?.sequence ?? 0) + 1, previous: digest, content: content)
      let line = LogLine(file: file, number: event.sequence, bytes: event.line)
      try EventBatch.check(event, line, round)
      if let last, content.time < last.content.time {
        warnings.append(line.shown(.logTimeGoesBack(line, last.content.time)))
      }
      events.append(event)
      bytes += line.bytes
      bytes.append(0x0A)
      let sum = LineDigest(ofLine: line.bytes)
      seal = LogSeal(length: event.sequence, head: sum)
      last = event
      digest = sum
    }
  }

  /// An event is written only if it will be read.
  private static func check(
    _ event: RoundEvent, _ line: LogLine, _ round: String
  ) throws(LogFailure) {
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
