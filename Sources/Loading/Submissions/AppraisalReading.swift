internal import Diagnostics
internal import Grading
internal import YAMLReading

/// The keys of an appraisal entry.
enum EntryKey: String, CaseIterable {
  case criterion
  case figure
  case stage
  case decision
  case inputs
  case points
  case beyondRule = "beyond_rule"
  case documents
  case value
  case text
  case evidence
  case reason
  case by
  case at
}

/// What an entry may decide.
enum DecisionKind: String, CaseIterable {
  case accept
  case adjust
  case setPoints = "set_points"
  case rejectEvidence = "reject_evidence"
  case requestExplanation = "request_explanation"
  case markNotApplicable = "mark_not_applicable"
  case correctFigure = "correct_figure"

  /// Whether it leaves points in force.
  var decidesPoints: Bool {
    switch self {
    case .accept, .adjust, .setPoints, .markNotApplicable: true
    case .rejectEvidence, .requestExplanation, .correctFigure: false
    }
  }

  /// Keys that only some decisions have.
  var ownKeys: [EntryKey] {
    switch self {
    case .accept: [.points]
    case .adjust: [.inputs]
    case .setPoints: [.points, .beyondRule]
    case .rejectEvidence: [.documents]
    case .requestExplanation, .markNotApplicable: []
    case .correctFigure: [.value]
    }
  }
}

/// The values of an entry by key; blank ones are not there.
struct EntryNodes {
  let node: YAMLNode
  private(set) var keys: [EntryKey] = []
  private var values: [YAMLNode] = []

  init(_ node: YAMLNode, _ table: KeyTable<EntryKey>, into problems: DiagnosticCollector) {
    self.node = node
    keys.reserveCapacity(node.count)
    values.reserveCapacity(node.count)
    for (key, value) in node.entries {
      guard let name = table[key] else {
        problems.add(.unknownKey(key, known: table.names))
        continue
      }
      if value.isNull { continue }
      keys.append(name)
      values.append(value)
    }
  }

  subscript(_ key: EntryKey) -> YAMLNode? {
    for (index, name) in keys.enumerated() where name == key { return values[index] }
    return nil
  }
}

extension UnitReading {
  /// Reads `appraisal.yaml`; false when it is not of its format.
  func readAppraisal(_ root: YAMLNode) -> Bool {
    guard var reader = MappingReader(root, into: problems),
      reader.format("parindex/appraisal") != nil
    else { return false }
    checkHeader(&reader)
    let list = reader.elements("entries") ?? []
    reader.finish()
    entries.reserveCapacity(list.count)
    for node in list {
      guard node.kind == .mapping else {
        problems.add(.wrongType(node, expected: .mapping, key: "entries"))
        continue
      }
      if let entry = readEntry(node) {
        entries.append(entry)
      } else {
        hasLeftOut.entry = true
      }
    }
    return true
  }

  /// One entry with all of its problems reported; nil when something in it is refused.
  /// - Parameter other: what it counts as an entry of; nil: the stage that it names.
  func readEntry(_ node: YAMLNode, in other: Int? = nil) -> AppraisalEntry? {
    let before = problems.diagnostics.count
    let nodes = EntryNodes(node, tables.entryKeys, into: problems)
    let stage = stage(nodes)
    let author = nodes[.by].map { $0.readString(key: "by", into: problems) ?? "?" } ?? ""
    if author.isEmpty { problems.add(.missingKey("by", in: node)) }
    let at = moment(nodes)
    let kind = nodes[.decision]?.readChoice(
      key: "decision", of: DecisionKind.self, into: problems)
    if nodes[.decision] != nil, kind == nil { return nil }
    let subject = subject(nodes)
    let reason = nodes[.reason]?.readString(key: "reason", into: problems)
    guard isAllowed(nodes, kind, subject, stage) else { return nil }
    checkReason(nodes, kind, reason)
    guard let subject, let stage, let decision = decision(kind, nodes, subject, stage),
      !problems.diagnostics[before...].contains(where: {
        $0.severity == .error && !$0.code.leavesFileUsable
      })
    else { return nil }
    var entry = AppraisalEntry(
      subject: subject, stage: other ?? stage, decision: decision, reason: reason, author: author,
      at: at, span: node.headSpan)
    if kind == .accept { entry.seen = nodes[.points].flatMap { points($0, key: "points") } }
    if kind == nil, let evidence = nodes[.evidence] { entry.citations = readCitations(evidence) }
    return entry
  }

  private func stage(_ nodes: EntryNodes) -> Int? {
    guard let node = nodes[.stage] else {
      problems.add(.missingKey("stage", in: nodes.node))
      return nil
    }
    if let place = tables.plan.stages.firstIndex(where: { node.matches($0.id) }) { return place }
    if node.readString(key: "stage", into: problems) != nil {
      problems.add(.stageUnknown(node, known: tables.plan.stages.map(\.id)))
    }
    return nil
  }

  /// When the entry was made; the log is in time order.
  private func moment(_ nodes: EntryNodes) -> LocalMoment? {
    guard let node = nodes[.at] else {
      problems.add(.missingKey("at", in: nodes.node))
      return nil
    }
    guard let at = node.readMoment(key: "at", into: problems) else { return nil }
    // A log tells by itself where its clock went back.
    if log != nil { return at }
    if let last = lastDecision, at.isBefore(last) {
      problems.add(.entryGoesBack(node, last: last))
    } else if lastDecision?.day != at.day || at.minute != nil {
      lastDecision = at
    }
    return at
  }

  private func subject(_ nodes: EntryNodes) -> AppraisalEntry.Subject? {
    switch (nodes[.criterion], nodes[.figure]) {
    case (let node?, nil):
      if let item = node.kind == .scalar ? tables.items.find(node) : nil { return .item(item) }
      if node.readString(key: "criterion", into: problems) != nil {
        problems.add(.itemUnknown(node, in: tables.set))
      }
      return nil
    case (nil, let node?): return disputable(node).map { .figure($0.name) }
    case (_?, let node?):
      problems.add(.decision(.bothSubjects, at: node.span))
      return nil
    case (nil, nil):
      problems.add(.missingKey("criterion", in: nodes.node))
      return nil
    }
  }

  private func checkReason(_ nodes: EntryNodes, _ kind: DecisionKind?, _ reason: String?) {
    guard let kind, kind != .accept, reason?.allSatisfy(\.isWhitespace) ?? true else { return }
    problems.add(
      .decision(.withoutReason(kind.rawValue), at: (nodes[.decision] ?? nodes.node).headSpan))
  }
}

extension LocalMoment {
  /// Whether it is certainly earlier; where a time is not known, only days count.
  fileprivate func isBefore(_ other: LocalMoment) -> Bool {
    if day != other.day { return day < other.day }
    guard let minute, let limit = other.minute else { return false }
    return minute < limit
  }
}
