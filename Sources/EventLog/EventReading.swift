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

  private let line: LogLine
  private var members: [EventKey: LineMember] = [:]
  private var problems: [Diagnostic] = []

  private init(_ line: LogLine) { self.line = line }

  static func read(_ line: LogLine) -> Answer {
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

// MARK: One value

extension EventReading {
  private mutating func report(_ diagnostic: Diagnostic) {
    problems.append(line.shown(diagnostic))
  }

  private mutating func refuse(_ member: LineMember, _ key: EventKey, _ shape: LogShape) {
    report(.logValue(line.span(member.place), key, shape))
  }

  /// A text that is read into something else.
  private mutating func read<Value>(
    _ key: EventKey, _ shape: LogShape, _ convert: (String) -> Value?
  ) -> Value? {
    guard let member = members[key] else { return nil }
    if case .text(let text) = member.value, let value = convert(text) { return value }
    refuse(member, key, shape)
    return nil
  }

  /// Words: not empty, and no control characters but line ends and tabs.
  private mutating func text(_ key: EventKey) -> String? {
    read(key, .words) { EventReading.isPlain($0, withLines: true) ? $0 : nil }
  }

  private mutating func id(_ key: EventKey) -> String? {
    read(key, .id) { EventReading.isID($0) ? $0 : nil }
  }

  private mutating func ids(_ key: EventKey) -> [String] {
    guard let member = members[key] else { return [] }
    if case .list(let ids) = member.value, !ids.isEmpty, Set(ids).count == ids.count,
      ids.allSatisfy(EventReading.isID)
    {
      return ids
    }
    refuse(member, key, .ids)
    return []
  }

  private mutating func value(_ key: EventKey) -> EventValue? {
    guard let member = members[key] else { return nil }
    switch member.value {
    case .text(let text) where EventReading.isPlain(text, withLines: false): return .text(text)
    case .texts(let inputs)
    where !inputs.isEmpty
      && inputs.allSatisfy({
        EventReading.isID($0.key) && EventReading.isPlain($0.value, withLines: true)
      }):
      return .inputs(inputs)
    case .text, .number, .truth, .list, .texts, .other:
      refuse(member, key, .textOrInputs)
      return nil
    }
  }

  private mutating func files() -> [String: String] {
    guard let member = members[.files] else { return [:] }
    if case .texts(let files) = member.value, !files.isEmpty,
      files.allSatisfy({
        EventReading.isPlain($0.key, withLines: false) && LineDigest(parsing: $0.value) != nil
      })
    {
      return files
    }
    refuse(member, .files, .files)
    return [:]
  }

  private mutating func sequence(_ key: EventKey) -> Int? {
    guard let member = members[key] else { return nil }
    if case .number(let number) = member.value, (1...EventReading.mostEvents).contains(number) {
      return number
    }
    refuse(member, key, .number)
    return nil
  }

  private mutating func isTrue(_ key: EventKey) -> Bool {
    guard let member = members[key] else { return false }
    if case .truth(true) = member.value { return true }
    refuse(member, key, .truth)
    return false
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: EventKey, of type: Choice.Type
  ) -> Choice? {
    guard let member = members[key] else { return nil }
    let known = Choice.allCases.map(\.rawValue)
    guard case .text(let text) = member.value else {
      refuse(member, key, .oneOf(known))
      return nil
    }
    if let choice = Choice(rawValue: text) { return choice }
    report(.logChoice(line.span(member.place), key, text, known: known))
    return nil
  }

  /// What every JSON reader can hold exactly.
  private static let mostEvents = 1 << 53

  private static func isID(_ text: String) -> Bool {
    (1...200).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
          || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte)
      }
  }

  private static func isPlain(_ text: String, withLines: Bool) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar.value {
        case 0x09, 0x0A: withLines
        case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: false
        default: true
        }
      }
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
