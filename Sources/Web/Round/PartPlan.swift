internal import Diagnostics
internal import EventLog
internal import Grading
internal import Loading
internal import Procedure
internal import Store

/// What is to become of each decision of a part, as the round stands: nothing of it is written here.
struct PartPlan {
  enum Fate {
    case record
    /// A second approver is all that it lacks.
    case propose
    /// It is recorded, or proposed, already: a part that was sent twice.
    case already
    /// Something else happened there since the part was taken out: it is not overwritten.
    case changed([RoundEvent])
    /// Another proposal about the same item waits.
    case waiting
  }

  struct Line {
    let decision: PartDecision
    let work: MatterWork
    let form: AppraisalForm
    let content: EventContent
    var fate: Fate
  }

  /// Who brings it, and when.
  struct Sender {
    let account: Account
    let person: Person
    let time: EventTime
    let frame: PageFrame
  }

  let seen: Int
  private(set) var lines: [Line] = []
  /// What is not theirs to say, with why.
  private(set) var refused: [(matter: ItemOfUnit, refusal: ActRefusal)] = []
  /// What has to be mended before anything is recorded, by cell.
  private(set) var problems: [Diagnostic] = []
  /// What is to be recorded, all or nothing; nil: nothing is.
  private(set) var recording: EventRecording?

  /// - Parameter open: proposals that wait.
  init(
    _ decisions: PartDecisions, in snapshot: RoundSnapshot, _ rights: Rights, _ sender: Sender,
    open: [StoredProposal]
  ) {
    seen = decisions.seen
    var read = EventsByUnit(snapshot.loaded)
    for decision in decisions.all {
      take(decision, in: snapshot, rights, sender, &read)
    }
    guard refused.isEmpty, problems.isEmpty else { return }
    let waiting = Dictionary(
      open.map { (ItemOfUnit(unit: $0.unit, item: $0.item), $0) },
      uniquingKeysWith: { first, _ in first })
    settle(in: snapshot, sender, waiting)
  }

  var recorded: [Line] { lines.filter { if case .record = $0.fate { true } else { false } } }
  var proposed: [Line] { lines.filter { if case .propose = $0.fate { true } else { false } } }
  var overtaken: [(line: Line, events: [RoundEvent])] {
    lines.compactMap { line in
      if case .changed(let events) = line.fate { (line, events) } else { nil }
    }
  }

  /// What the page carries to its confirmation: what will be recorded or proposed.
  var confirmed: PartDecisions {
    PartDecisions(
      seen: seen,
      lines.compactMap { line in
        var decision = line.decision
        switch line.fate {
        case .record: decision.isProposal = false
        case .propose: decision.isProposal = true
        case .already, .changed, .waiting: return nil
        }
        return decision
      })
  }

  /// Whether it becomes of each what the page said, or is so already.
  var isAsShown: Bool {
    lines.allSatisfy { line in
      switch line.fate {
      case .record: line.decision.isProposal == false
      case .propose: line.decision.isProposal == true
      case .already: true
      case .changed, .waiting: false
      }
    }
  }

  // MARK: Making

  private mutating func take(
    _ decision: PartDecision, in snapshot: RoundSnapshot, _ rights: Rights, _ sender: Sender,
    _ read: inout EventsByUnit
  ) {
    guard let matter = Matter(decision.matter, in: snapshot) else {
      refused.append((decision.matter, .otherUnit))
      return
    }
    let work = MatterWork(matter, rights, sender.account)
    let choice = decision.fields[AppraisalForm.choice].flatMap(AppraisalForm.Choice.init)
    // Without a choice that can be meant it is asked about the decision itself.
    let act = MatterWork.act(choice ?? .accept, matter.id, sender.account.role)
    if let refusal = rights.refusal(of: act, by: sender.account) {
      refused.append((matter.id, refusal))
      problems.append(
        .partField(decision.label(), refusal.wording[sender.frame.language]))
      return
    }
    let form = AppraisalForm(
      decision.fields, work.kind, work.choices.filter(SharedDecision.choices.contains), of: matter,
      by: sender.person.id, role: sender.person.role.rawValue, at: sender.time, sender.frame)
    for (field, text) in form.problems.sorted(by: { $0.key < $1.key }) {
      problems.append(.partField(decision.label(field), text))
    }
    guard let content = form.content else { return }
    lines.append(
      Line(
        decision: decision, work: work, form: form, content: content,
        fate: fate(content, matter, &read)))
  }

  /// What happened to the item since says what cannot be recorded any more.
  private func fate(
    _ content: EventContent, _ matter: Matter, _ read: inout EventsByUnit
  ) -> Fate {
    let newer = matter.watch(seen: seen).events(&read).filter { $0.sequence > seen }
    let isThere = newer.contains { event in
      var other = event.content
      // What was proposed came there with its approver.
      other.approver = nil
      return other.says(content)
    }
    return isThere ? .already : newer.isEmpty ? .record : .changed(newer)
  }

  /// Which of those that can still be said need a second approver, or break a rule.
  private mutating func settle(
    in snapshot: RoundSnapshot, _ sender: Sender, _ waiting: [ItemOfUnit: StoredProposal]
  ) {
    let places = lines.indices.filter { if case .record = lines[$0].fate { true } else { false } }
    guard !places.isEmpty else { return }
    let all = EventRecording(snapshot.loaded, snapshot.round, places.map { lines[$0].content })
    let refusals = all.refusalsOfEach
    let faults = all.faultsOfEach
    for (number, place) in places.enumerated() {
      let line = lines[place]
      let label = line.decision.label()
      problems += faults[number].map { $0.placed(label) }
      let broken = refusals[number].filter { !$0.isMissingApproval }
      problems += broken.map {
        $0.diagnostic(
          at: SourceSpan(whole: SourceFile(path: "")), snapshot.loaded.setting.procedure
        )
        .placed(label)
      }
      guard broken.isEmpty, !refusals[number].isEmpty else { continue }
      switch waiting[line.work.matter.id] {
      case nil: lines[place].fate = .propose
      case let other? where other.login == sender.account.login && other.fields == line.form.fields:
        lines[place].fate = .already
      case _?: lines[place].fate = .waiting
      }
    }
    guard problems.isEmpty else { return }
    let own = recorded.map(\.content)
    guard !own.isEmpty else { return }
    recording =
      own.count == all.contents.count
      ? all : EventRecording(snapshot.loaded, snapshot.round, own)
  }
}
