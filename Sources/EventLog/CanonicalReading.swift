internal import Diagnostics
internal import Grading

/// Reads a line that is as this program writes it, in one pass over its bytes.
///
/// Logs have a million lines, and next to all of them are so. Whatever is out of the ordinary, an
/// error or not, is left to `EventReading`; what is taken here, it would take as the same event.
struct CanonicalReading {
  /// A line that is to be read the long way.
  struct Unusual: Error {}

  private var scanner: CanonicalScanner
  private var content = EventContent(
    time: EventTime(endOf: LocalMoment(CalendarDay(number: 0))), author: "", role: "", kind: .locked
  )
  private var keys: EventKeySet = []
  private var sequence = 0
  private var previous: LineDigest?
  private var kind: KeyedChoice<EventKind>?
  private var decision: KeyedChoice<EventDecision>?

  static func event(_ line: [UInt8]) -> RoundEvent? {
    line.withUnsafeBufferPointer { event($0) }
  }

  /// - Parameter line: without its line feed.
  static func event(_ line: UnsafeBufferPointer<UInt8>) -> RoundEvent? {
    var reading = CanonicalReading(scanner: CanonicalScanner(line))
    do throws(Unusual) {
      return try reading.event()
    } catch {
      return nil
    }
  }

  private init(scanner: CanonicalScanner) { self.scanner = scanner }

  private mutating func event() throws(Unusual) -> RoundEvent {
    try scanner.take(UInt8(ascii: "{"))
    repeat {
      guard let (key, bit) = EventKey.keyed[try scanner.word()], bit.rawValue > keys.rawValue else {
        throw Unusual()
      }
      // Canonical order is that of the bits: no key below one that was.
      keys.insert(bit)
      try scanner.take(UInt8(ascii: ":"))
      try read(key)
    } while try scanner.another(UInt8(ascii: "}"))
    try scanner.end()
    guard isFine else { throw Unusual() }
    return RoundEvent(sequence: sequence, previous: previous, content: content)
  }

  private mutating func read(_ key: EventKey) throws(Unusual) {
    switch key {
    case .answers: content.answers = try scanner.number()
    case .approvedBy: content.approver = try scanner.id()
    case .attendance: content.attendance = try scanner.ids()
    case .basis: content.basis = try scanner.text(withLines: true)
    case .beyondRule:
      try scanner.truth()
      content.isBeyondRule = true
    case .by: content.author = try scanner.id()
    case .decision:
      decision = EventDecision.keyed[try scanner.word()]
      guard let decision else { throw Unusual() }
      content.decision = decision.choice
    case .documents: content.documents = try scanner.ids()
    case .due: content.due = try scanner.moment()
    case .evidence: content.evidence = try scanner.ids()
    case .figure: content.subject = .figure(try scanner.id())
    case .files:
      content.files = try scanner.texts(namesAreIDs: false)
      guard content.files.values.allSatisfy({ LineDigest(parsing: $0) != nil }) else {
        throw Unusual()
      }
    case .format:
      guard try scanner.text(withLines: false) == LogOpening.format else { throw Unusual() }
    case .from: content.from = try scanner.value()
    case .ground: content.ground = try scanner.id()
    case .item: content.subject = .item(try scanner.id())
    case .kind:
      kind = EventKind.keyed[try scanner.word()]
      guard let kind else { throw Unusual() }
      content.kind = kind.choice
    case .previous: previous = try scanner.digest()
    case .role: content.role = try scanner.id()
    case .round: content.opening = LogOpening(round: try scanner.id())
    case .sequence: sequence = try scanner.number()
    case .stage: content.stage = try scanner.id()
    case .text: content.text = try scanner.text(withLines: true)
    case .time: content.time = try scanner.time()
    case .to: content.to = try scanner.value()
    case .unit: content.unit = try scanner.id()
    case .vote:
      content.vote = EventVote(written: try scanner.texts(namesAreIDs: true))
      guard content.vote != nil else { throw Unusual() }
    }
  }

  /// Whether its keys and values make an event; see `EventReading`, which tells what is wrong.
  private var isFine: Bool {
    guard let kind else { return false }
    var needs = kind.needs
    var takes = kind.takes
    if let decision {
      needs.formUnion(decision.needs)
      takes.formUnion(decision.takes)
    }
    guard keys.contains(needs), takes.contains(keys) else { return false }
    let isOpening = kind.choice == .opened
    guard (sequence == 1) == isOpening, keys.contains(.previous) != isOpening,
      content.answers.map({ $0 < sequence }) ?? true
    else { return false }
    switch (keys.contains(.item), keys.contains(.figure)) {
    case (true, true): return false
    case (false, false): if kind.needsSubject || decision != nil { return false }
    case (false, true):
      // A figure can only be corrected.
      if let decision, decision.choice != .correctFigure { return false }
    case (true, false): break
    }
    return isValueFine && isStateFine(kind.choice)
  }

  private var isValueFine: Bool {
    switch (content.decision, content.to) {
    case (.accept, let to?), (.setPoints, let to?):
      to.written != nil && to.points?.canonicalText == to.written
    case (.adjust, let to?): to.written == nil
    case (.accept, nil), (.setPoints, nil), (.adjust, nil), (.rejectEvidence, _),
      (.markNotApplicable, _), (.correctFigure, _), (nil, _):
      true
    }
  }

  private func isStateFine(_ kind: EventKind) -> Bool {
    guard kind == .publication else { return true }
    guard let state = content.to?.written.flatMap({ PublicationState(rawValue: $0) }) else {
      return false
    }
    return state != .issued || keys.contains(.basis)
  }
}
