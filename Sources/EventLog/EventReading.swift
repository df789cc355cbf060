internal import Diagnostics
internal import Grading

/// Reads one line of a log strictly: the event, or every problem in it.
struct EventReading {
  enum Answer {
    case event(RoundEvent)
    case refused([Diagnostic])
    /// No JSON object at all, as a line is that was not written to its end.
    case noJSON(Diagnostic)
  }

  let line: LogLine
  private(set) var members: [EventKey: LineMember] = [:]
  var problems: [Diagnostic] = []

  private init(_ line: LogLine) { self.line = line }

  static func read(_ line: LogLine) -> Answer {
    if let event = CanonicalReading.event(line.bytes) { return .event(event) }
    return examine(line)
  }

  /// Reads any line, however it is written, and finds every problem in it.
  static func examine(_ line: LogLine) -> Answer {
    guard String(validating: line.bytes, as: UTF8.self) != nil else {
      return .noJSON(line.shown(.logNotUTF8(line)))
    }
    do {
      var reading = EventReading(line)
      reading.sort(try LineParser.members(of: line.bytes))
      let event = reading.event()
      if let event, reading.problems.isEmpty { reading.compare(event) }
      guard let event, reading.problems.isEmpty else { return .refused(reading.problems) }
      return .event(event)
    } catch {
      return .noJSON(line.shown(.logSyntax(line, error)))
    }
  }

  // MARK: Keys

  private mutating func sort(_ found: [LineMember]) {
    for member in found {
      guard let key = EventKey(rawValue: member.key) else {
        report(.logKeyUnknown(line.span(member.keyPlace), member.key))
        continue
      }
      if let first = members[key] {
        report(.logKeyTwice(line.span(member.keyPlace), key, first: line.span(first.keyPlace)))
      } else {
        members[key] = member
      }
    }
  }

  /// What keys an event of this kind, and a decision of this sort, must have and may have.
  private mutating func checkKeys(_ kind: EventKind, _ decision: EventDecision?) {
    let needed = kind.needs + (decision.map { [.unit] + $0.needs } ?? [])
    let allowed = Set(
      EventKey.everywhere + EventKey.anywhere + kind.needs + kind.takes + (decision?.takes ?? []))
    for key in EventKey.allCases {
      if let member = members[key], !allowed.contains(key) {
        report(.logKeyWithoutUse(line.span(member.keyPlace), key, kind, decision))
      } else if members[key] == nil, needed.contains(key) {
        report(.logKeyMissing(line, key, of: decision?.rawValue ?? kind.rawValue))
      }
    }
    switch (members[.item], members[.figure]) {
    case (nil, nil):
      let isTold = needed.contains(.item) || needed.contains(.figure)
      if !isTold, kind.needsSubject || decision != nil { report(.logWithoutSubject(line)) }
    case (_?, let figure?): report(.logTwoSubjects(line.span(figure.keyPlace)))
    case (nil, let figure?):
      if let decision, !decision.needs.contains(.item), !decision.needs.contains(.figure) {
        report(.logFigureTakesOnlyCorrection(line.span(figure.keyPlace), decision))
      }
    case (_?, nil): break
    }
  }

  // MARK: Values

  private mutating func event() -> RoundEvent? {
    for key in EventKey.everywhere where members[key] == nil {
      report(.logKeyMissing(line, key, of: nil))
    }
    let sequence = sequence(.sequence)
    let time = read(.time, .time) { EventTime(parsing: $0) }
    let kind = choice(.kind, of: EventKind.self)
    let decision = choice(.decision, of: EventDecision.self)
    let author = id(.by)
    let role = id(.role)
    let previous = read(.previous, .digest) { LineDigest(parsing: $0) }
    if let kind, members[.decision] == nil || decision != nil { checkKeys(kind, decision) }
    guard let sequence, let time, let kind, let author, let role else { return nil }
    checkPlace(sequence, kind)
    var content = EventContent(time: time, author: author, role: role, kind: kind)
    content.decision = decision
    content.opening = opening()
    content.unit = id(.unit)
    content.subject = id(.item).map(EventSubject.item) ?? id(.figure).map(EventSubject.figure)
    content.stage = id(.stage)
    content.from = value(.from)
    content.to = value(.to)
    content.isBeyondRule = isTrue(.beyondRule)
    content.documents = ids(.documents)
    content.ground = id(.ground)
    content.text = text(.text)
    content.basis = text(.basis)
    content.evidence = ids(.evidence)
    content.due = read(.due, .moment) { LocalMoment(parsing: $0) }
    content.answers = self.sequence(.answers)
    content.approver = id(.approvedBy)
    content.attendance = ids(.attendance)
    content.vote = vote()
    content.files = files()
    check(content, sequence)
    return RoundEvent(sequence: sequence, previous: previous, content: content)
  }

  /// The first event opens the round and names none before it; no other does.
  private mutating func checkPlace(_ sequence: Int, _ kind: EventKind) {
    if (sequence == 1) != (kind == .opened), let member = members[.kind] {
      report(.logOpeningPlace(line.span(member.place), isFirst: sequence == 1))
    }
    switch (sequence == 1, members[.previous]) {
    case (true, let member?):
      report(.logKeyWithoutUse(line.span(member.keyPlace), .previous, .opened, nil))
    case (false, nil): report(.logKeyMissing(line, .previous, of: nil))
    case (true, nil), (false, _?): break
    }
  }

  /// What only makes sense together.
  private mutating func check(_ content: EventContent, _ sequence: Int) {
    if let answers = content.answers, answers >= sequence, let member = members[.answers] {
      report(.logValue(line.span(member.place), .answers, .earlierNumber))
    }
    let points: Bool? =
      switch content.decision {
      case .accept, .setPoints: true
      case .adjust: false
      case .rejectEvidence, .markNotApplicable, .correctFigure, nil: nil
      }
    if let points, let to = content.to, let member = members[.to],
      points ? to.points.map({ $0.canonicalText != to.written }) ?? true : to.written != nil
    {
      report(.logValue(line.span(member.place), .to, points ? .points : .inputs))
    }
    if content.kind == .publication, let member = members[.to] {
      let state = content.to?.written.flatMap { PublicationState(rawValue: $0) }
      if state == nil {
        report(
          .logValue(
            line.span(member.place), .to, .oneOf(PublicationState.allCases.map(\.rawValue))))
      }
      if state == .issued, content.basis == nil {
        report(.logKeyMissing(line, .basis, of: "issued"))
      }
    }
  }

  private mutating func opening() -> LogOpening? {
    if let format = text(.format), format != LogOpening.format, let member = members[.format] {
      report(.logFormatUnknown(line.span(member.place), format))
    }
    return id(.round).map { LogOpening(round: $0) }
  }

  /// Writes the event again: anything but the same bytes is not in canonical form.
  private mutating func compare(_ event: RoundEvent) {
    let canonical = event.line
    guard canonical != line.bytes else { return }
    let same = zip(canonical, line.bytes).prefix { $0 == $1 }.count
    // Not in the middle of a letter.
    let start = (0...min(same, line.bytes.count - 1)).last { line.bytes[$0] & 0xC0 != 0x80 } ?? 0
    report(.logNotCanonical(line.span(start..<start + 1)))
  }
}

extension EventValue {
  /// The text, where it is one.
  var written: String? {
    switch self {
    case .text(let text): text
    case .inputs: nil
    }
  }
}
