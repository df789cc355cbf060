internal import EventLog
internal import Grading
internal import YAMLReading

/// What the lines of units were read as before, so that a round with a long log is looked at as of
/// another moment without reading every line as an event again.
///
/// What is kept is named by all that it was made of: this very program, the digests of the round's
/// own files, and of the unit's lines to the log's end (`EventGroups.digest`), each of which is
/// hashed again before anything is taken out. It is made by the one reading of events, only of units
/// in which nothing was found wrong, and used only where the unit's files are read as they were
/// then. Everything else is read from the log.
struct KeptUnits: Sendable {
  private let kept: KeptDocuments
  private let log: RoundLog
  private let groups: EventGroups
  private let plan: RoundReadingPlan
  private let places: [String: Int]
  /// What stands for the program and the round's own files.
  private let ground: [UInt8]

  /// - Parameters:
  ///   - options: how the round is read; nil comes of what makes its units read otherwise.
  ///   - places: of members, by their ids.
  init?(
    _ kept: KeptDocuments, _ log: RoundLog, _ groups: EventGroups, _ plan: RoundReadingPlan,
    _ options: RoundOptions, _ places: [String: Int]
  ) {
    guard options.handingIn == nil, let program = FileStamp("/proc/self/exe") else { return nil }
    self.kept = kept
    self.log = log
    self.groups = groups
    self.plan = plan
    self.places = places
    let files = plan.setting.digests.map { "\(plan.setting.plan.cited($0.path)) \($0.sha256)" }
    let words = ["entries", program.text, plan.setting.plan.id] + files.sorted()
    ground = Array(FileAccess.digest(Array(words.joined(separator: "\n").utf8)).utf8)
  }

  /// Whether anything may be taken out.
  var isEmpty: Bool { kept.isEmpty }

  /// Whether what a group's unit comes to is kept.
  func isKept(_ group: Int) -> Bool { kept.contains(name(group)) }

  private func name(_ group: Int) -> String { FileAccess.digest(ground + groups.digest(of: group)) }

  // MARK: Taking out

  /// The unit of a group as of the moment; nil: its lines are to be read.
  func reading(_ group: Int) -> (member: Int, reading: MemberReading)? {
    guard let bytes = kept.bytes(name(group)),
      let known = KeptEntries(bytes, upTo: log.count, log.file), let place = places[known.unit]
    else { return nil }
    var events: [RoundEvent] = []
    for number in known.others where number <= log.count {
      guard let event = try? groups.event(number) else { return nil }
      events.append(event)
    }
    var own = UnitLog(events, log)
    guard own.submittedAt != nil else { return nil }
    own.entries = known.entries
    let reading = plan.read(plan.setting.members[place], own)
    guard reading.isUsable, reading.diagnostics.isEmpty, reading.digests == known.files else {
      return nil
    }
    return (place, reading)
  }

  // MARK: Putting in

  /// Keeps what the lines of a group's unit come to.
  /// - Parameters:
  ///   - events: the unit's, to the log's end.
  ///   - reading: what those up to the moment were read as, with those behind it; nil: there are none.
  func keep(_ group: Int, _ events: [RoundEvent], _ reading: MemberReading?) {
    guard let unit = events.first?.content.unit, let place = places[unit] else { return }
    let name = name(group)
    guard kept.bytes(name) == nil else { return }
    let whole: (files: [FileDigest], entries: [AppraisalEntry])
    if let reading, reading.record.assessment.submittedAt != nil {
      guard let entries = reading.whole, reading.isUsable, reading.diagnostics.isEmpty else {
        return
      }
      whole = (reading.digests, entries)
    } else {
      // It had not handed in yet, and what is in its folder is not what it was read with later.
      let log = UnitLog(events, log)
      let submission = plan.submission(plan.setting.members[place], log)
      guard log.submittedAt != nil, submission.isUsable, submission.diagnostics.isEmpty else {
        return
      }
      whole = (plan.cited(submission), submission.entries)
    }
    let others = events.filter { !$0.content.isEntryOnly }.map(\.sequence)
    let known = KeptEntries(
      unit: unit, files: whole.files, others: others, entries: whole.entries)
    if let bytes = known.bytes { kept.keep(bytes, name) }
  }
}

extension EventContent {
  /// Whether all that the event says of its unit is an entry.
  fileprivate var isEntryOnly: Bool {
    switch kind {
    case .corrected, .appraised, .explanationRequested, .explained, .decided: files.isEmpty
    case .opened, .submitted, .replaced, .agenda, .met, .locked, .unlocked, .publication,
      .reconsiderationAsked, .reconsiderationAnswered, .amended:
      false
    }
  }
}
