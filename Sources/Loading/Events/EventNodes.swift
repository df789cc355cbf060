internal import Diagnostics
internal import EventLog
internal import Grading
internal import YAMLReading

/// Lays events out as the entries of an appraisal, so that both are read and checked by the same
/// code and mean the same.
struct EventNodes {
  private var nodes: NodeBuilder
  private let stages: [Stage]
  private let grounds: [String: String]
  /// The events that are entries, in order; as many as the document's root has elements.
  private(set) var events: [RoundEvent] = []

  init(_ events: [RoundEvent], in file: SourceFile, _ plan: RoundPlan) {
    nodes = NodeBuilder(file: file)
    stages = plan.stages
    grounds = plan.groundTitles
    nodes.begin(.sequence)
    for event in events where isEntry(event.content) {
      self.events.append(event)
      nodes.move(to: event.sequence)
      nodes.begin(.mapping)
      add(event.content)
      nodes.end()
    }
    nodes.end()
  }

  func document() -> YAMLDocument { nodes.document() }

  /// Whether an event says something of an item or a figure that counts.
  private func isEntry(_ content: EventContent) -> Bool {
    guard content.subject != nil else { return false }
    switch content.kind {
    case .corrected, .appraised, .explanationRequested, .explained: return true
    case .decided: return content.decision != nil
    case .amended: return content.to != nil
    case .opened, .submitted, .replaced, .agenda, .met, .locked, .unlocked, .publication,
      .reconsiderationAsked, .reconsiderationAnswered:
      return false
    }
  }

  private mutating func add(_ content: EventContent) {
    switch content.subject {
    case .item(let id)?: nodes.entry("criterion", id, isQuoted: true)
    case .figure(let name)?: nodes.entry("figure", name, isQuoted: true)
    case nil: break
    }
    // An amended edition is held to what the last deciding stage may do.
    nodes.entry("stage", content.stage ?? stages.last(where: \.decides)?.id, isQuoted: true)
    switch content.kind {
    case .explained:
      nodes.entry("text", content.text, isQuoted: true)
      addEvidence(content.evidence)
    case .explanationRequested:
      nodes.entry("decision", DecisionKind.requestExplanation.rawValue)
    case .appraised, .decided, .corrected, .amended:
      addDecision(content)
    case .opened, .submitted, .replaced, .agenda, .met, .locked, .unlocked, .publication,
      .reconsiderationAsked, .reconsiderationAnswered:
      break
    }
    if content.kind != .explained {
      let ground = content.ground.map { grounds[$0] ?? $0 }
      nodes.entry("reason", (content.hasText ? content.text : nil) ?? ground, isQuoted: true)
    }
    nodes.entry("by", content.author, isQuoted: true)
    nodes.entry("at", content.time.minute.isoText)
  }

  private mutating func addDecision(_ content: EventContent) {
    let decision = content.decision ?? implied(content)
    nodes.entry("decision", decision.rawValue)
    switch (decision, content.to) {
    case (.accept, .text(let points)?), (.setPoints, .text(let points)?):
      nodes.entry("points", points)
      if content.isBeyondRule || content.kind == .amended, decision == .setPoints {
        nodes.entry("beyond_rule", "yes")
      }
    case (.adjust, .inputs(let inputs)?):
      nodes.scalar("inputs")
      nodes.begin(.mapping)
      for (name, value) in inputs.sorted(by: { $0.key < $1.key }) { nodes.entry(name, value) }
      nodes.end()
    case (.correctFigure, .text(let value)?): nodes.entry("value", value)
    case (.rejectEvidence, _):
      guard !content.documents.isEmpty else { return }
      nodes.scalar("documents")
      nodes.begin(.sequence)
      for id in content.documents { nodes.scalar(id, isQuoted: true) }
      nodes.end()
    case (.accept, _), (.setPoints, _), (.adjust, _), (.correctFigure, _), (.markNotApplicable, _):
      break
    }
  }

  /// What a correction or an amendment does, which has no word of its own for it.
  private func implied(_ content: EventContent) -> EventDecision {
    if case .figure? = content.subject { return .correctFigure }
    if case .inputs? = content.to { return .adjust }
    return .setPoints
  }

  private mutating func addEvidence(_ ids: [String]) {
    guard !ids.isEmpty else { return }
    nodes.scalar("evidence")
    nodes.begin(.sequence)
    for id in ids {
      nodes.begin(.mapping)
      nodes.entry("id", id, isQuoted: true)
      nodes.end()
    }
    nodes.end()
  }
}

extension UnitReading {
  /// Reads what the round's log says of the unit; its lines stand for the entries of an appraisal.
  func readEvents(_ events: [RoundEvent], in file: SourceFile) {
    let nodes = EventNodes(events, in: file, tables.plan)
    entries.reserveCapacity(entries.count + nodes.events.count)
    for (node, event) in zip(nodes.document().root.elements, nodes.events) {
      let isAmendment = event.content.kind == .amended
      guard var entry = readEntry(node, in: isAmendment ? tables.plan.amending : nil) else {
        hasLeftOut.entry = true
        continue
      }
      entry.event = event.sequence
      entry.ground = event.content.ground
      if isAmendment { entry.amendedBy = event.content.basis ?? "" }
      entries.append(entry)
    }
  }

  /// All entries to the log's end, where they are kept and nothing is wrong in them.
  ///
  /// What is read of the unit itself stays what it was.
  func wholeEntries(_ log: UnitLog) -> [AppraisalEntry]? {
    guard let later = log.later, !hasLeftOut.entry else { return nil }
    let before = (entries, corrected, problems)
    defer {
      (entries, corrected, problems) = before
      hasLeftOut.entry = false
    }
    problems = DiagnosticCollector()
    readEvents(later, in: log.file)
    return problems.diagnostics.isEmpty && !hasLeftOut.entry ? entries : nil
  }
}

extension PartReader {
  /// Takes the decisions of a unit from the round's log, beside which no appraisal may stand.
  mutating func read(_ log: UnitLog, _ unit: UnitReading) -> PartState {
    let problems = DiagnosticCollector()
    unit.problems = problems
    if let entries = log.entries {
      unit.entries = entries
    } else {
      unit.readEvents(log.events, in: log.file)
    }
    let appraisal = FileAccess.path("appraisal.yaml", besides: folder + "/")
    if !EvidenceFile.isAbsent(appraisal) {
      let file = SourceFile(path: appraisal)
      let isInLog = LogConversionRun.isConverted(appraisal, plan, log.ground)
      problems.add(
        isInLog
          ? .appraisalLeftOver(file, log: log.file) : .appraisalBesideLog(file, log: log.file))
    }
    diagnostics += problems.diagnostics
    return .read(isUsable: !problems.hasFatalErrors)
  }
}
