internal import Diagnostics

/// Follows the chain of a log from line to line until it breaks.
struct LogChain {
  let file: SourceFile
  let round: String?
  /// Numbers of events whose digests are kept.
  let watched: Set<Int>
  private(set) var reading = LogReading()
  private var last: LogLink?
  private var beforeLast: LogLink?

  init(file: SourceFile, round: String?, watched: Set<Int>) {
    self.file = file
    self.round = round
    self.watched = watched
  }

  /// Goes on behind an event that is known to stand.
  init(file: SourceFile, behind last: LogLink) {
    self.init(file: file, round: nil, watched: [])
    self.last = last
    reading.count = last.line.number
    reading.head = last.digest
  }

  /// - Parameter take: is given each event that stands, with the place of its line.
  mutating func check(
    _ lines: consuming LogLines, _ take: (borrowing RoundEvent, LinePlace) -> Void
  ) {
    // Held back until it is known whether it is the last line.
    var torn: (line: LogLine, fault: Diagnostic)?
    while true {
      let next = lines.next()
      if let torn, !next.isEnd { return reading.diagnostics.append(torn.fault) }
      switch next {
      case .line(let bytes):
        let line = LogLine(file: file, number: reading.count + 1, bytes: bytes)
        switch EventReading.read(line) {
        case .noJSON(let fault): torn = (line, fault)
        case .refused(let problems): return reading.diagnostics += problems
        case .event(let event):
          guard stands(event, line, &lines), let last else { return }
          let offset = lines.place - bytes.count - 1
          take(event, LinePlace(offset: offset, length: bytes.count, digest: last.digest))
        }
      case .unended(let bytes):
        let line = LogLine(file: file, number: reading.count + 1, bytes: bytes)
        return tear(line, bytes.count)
      case .tooLong:
        let line = LogLine(file: file, number: reading.count + 1, bytes: [])
        return reading.diagnostics.append(.logLineTooLong(line))
      case .end:
        if let torn { tear(torn.line, torn.line.bytes.count + 1) }
        return
      case .failed(let error):
        return reading.diagnostics.append(.logUnreadable(file, error: error))
      }
    }
  }

  private mutating func tear(_ line: LogLine, _ bytes: Int) {
    reading.tornBytes = bytes
    reading.diagnostics.append(line.shown(.logTorn(line, bytes: bytes)))
  }

  /// Takes an event that follows from the one before it; tells what is wrong with one that does not.
  private mutating func stands(
    _ event: RoundEvent, _ line: LogLine, _ lines: inout LogLines
  ) -> Bool {
    if let opening = event.content.opening {
      if let round, opening.round != round {
        reading.diagnostics.append(line.shown(.logOfOtherRound(line, opening.round, round)))
        return false
      }
      reading.opening = opening
    }
    guard event.sequence == line.number, event.previous == last?.digest else {
      reading.diagnostics.append(broken(event, line, &lines))
      return false
    }
    let link = LogLink(line: line, time: event.content.time, digest: LineDigest(ofLine: line.bytes))
    if let last, link.time < last.time {
      reading.diagnostics.append(line.shown(.logTimeGoesBack(line, last.time)))
    }
    beforeLast = last
    last = link
    reading.count += 1
    reading.head = link.digest
    if watched.contains(reading.count) { reading.digests[reading.count] = link.digest }
    return true
  }

  // MARK: Breaks

  /// What can be said of an event that does not follow from the one before it.
  private func broken(
    _ event: RoundEvent, _ line: LogLine, _ lines: inout LogLines
  ) -> Diagnostic {
    let fault: ChainFault
    if event.sequence > line.number {
      let missing = line.number...event.sequence - 1
      fault = .missing(missing, foundAt: place(of: line.number, after: line, &lines))
    } else if event.sequence == line.number {
      fault = .changed
    } else if event.sequence == line.number - 1, event.previous == beforeLast?.digest {
      fault = .secondFollower
    } else {
      fault = .repeated
    }
    var diagnostic = line.shown(.logBroken(fault, event, line, last?.line))
    if let last { diagnostic = last.line.shown(diagnostic) }
    return diagnostic
  }

  /// The line further down on which the event with a number stands, whatever became of the others.
  private func place(of number: Int, after line: LogLine, _ lines: inout LogLines) -> Int? {
    var place = line.number
    while case .line(let bytes) = lines.next() {
      place += 1
      let read = EventReading.read(LogLine(file: file, number: place, bytes: bytes))
      if case .event(let event) = read, event.sequence == number { return place }
    }
    return nil
  }
}

/// An event that stands, with what the next one is held against.
struct LogLink {
  let line: LogLine
  let time: EventTime
  let digest: LineDigest
}

/// Where in a log a line stands, and what it comes to.
struct LinePlace {
  let offset: Int
  /// Without the line feed.
  let length: Int
  let digest: LineDigest
}

/// How a chain can be seen to be broken at an event.
enum ChainFault {
  /// Its number leaves some out: they were deleted, or the first of them stands further down.
  case missing(ClosedRange<Int>, foundAt: Int?)
  /// Its number is right, the line before it is not the one it was written behind.
  case changed
  /// It and the line before it both follow the same event: one of them was put in.
  case secondFollower
  /// Its number has been.
  case repeated
}

extension LogLines.Next {
  fileprivate var isEnd: Bool {
    switch self {
    case .end: true
    case .line, .unended, .tooLong, .failed: false
    }
  }
}
