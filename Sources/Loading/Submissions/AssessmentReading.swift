internal import Diagnostics
internal import Grading
internal import YAMLReading

extension UnitReading {
  /// Reads `self-assessment.yaml`; false when it is not of its format.
  func readAssessment(_ root: YAMLNode) -> Bool {
    assessment.file = root.document.file
    guard var reader = MappingReader(root, into: problems),
      reader.format("parindex/self-assessment") != nil
    else { return false }
    checkHeader(&reader)
    readHandingIn(&reader, root)
    assessment.isIllustrative = reader.yesNo("illustrative") ?? false
    readSignature(&reader)
    if let shared = reader.value("shared_inputs") { readSharedInputs(shared) }
    if let answers = reader.value("answers") { readAnswers(answers) }
    for node in reader.elements("disputes") ?? [] {
      if let dispute = readDispute(node) {
        assessment.disputes.append(dispute)
      } else {
        hasLeftOut.dispute = true
      }
    }
    if let path = reader.value("linked_late_dossiers") { readLinkedLate(path) }
    reader.finish()
    checkRanges(root)
    checkLimits(root)
    return true
  }

  /// Notes whether the file could be read, and takes the answers out of a draft.
  func finishAssessment(_ state: PartState) {
    assessment.isUnreadable = state.isBroken
    guard isDraft, !keepsDrafts else { return }
    assessment = assessment.withoutAnswers(of: tables.set)
  }

  /// Whether and when it was handed in: as the file says, or the round's log where there is one.
  private func readHandingIn(_ reader: inout MappingReader, _ root: YAMLNode) {
    let written = reader.value("submitted_at")
    let moment = written.flatMap { $0.readMoment(key: "submitted_at", into: problems) }
    assessment.submittedAt = log.map(\.submittedAt) ?? moment
    if let log, log.submittedAt != nil { return }
    isDraft = log != nil || written == nil
    if let written, log != nil {
      problems.add(.submissionNotInLog(unit.id, at: written.span))
    } else if written == nil {
      problems.add(.draftNote(at: reader.keyNode("submitted_at")?.span ?? root.headSpan))
    }
  }

  private func readSignature(_ reader: inout MappingReader) {
    guard var signature = reader.mapping("signed_by") else { return }
    let name = signature.string("name", .required)
    let position = signature.string("position")
    signature.finish()
    assessment.signedBy = name.map { Signature(name: $0, position: position) }
  }

  private func readSharedInputs(_ node: YAMLNode) {
    guard let entries = node.readEntries(key: "shared_inputs", into: problems) else { return }
    readInputs(entries, item: nil)
  }

  private func readAnswers(_ node: YAMLNode) {
    guard let entries = node.readEntries(key: "answers", into: problems) else { return }
    for entry in entries {
      guard let item = tables.items.find(entry.key) else {
        problems.add(.itemUnknown(entry.key, in: tables.set))
        continue
      }
      if !entry.value.isNull { readAnswer(entry.key, entry.value, item: item) }
    }
  }

  private func readDispute(_ node: YAMLNode) -> Dispute? {
    guard var reader = MappingReader(node, key: "disputes", into: problems) else { return nil }
    let figure = reader.value("figure", .required)
    let claim = reader.value("claim", .required)
    let ground = reader.string("ground", .required)
    let citations = reader.value("evidence").map { readCitations($0) } ?? []
    reader.finish()
    guard let figure, let shape = disputable(figure), let claim, let ground,
      case .given(let value) = typed(claim, shape)
    else { return nil }
    return Dispute(
      figure: shape.name, claim: value, ground: ground, citations: citations, line: node.line)
  }

  /// The figure of another office that a node names; nil, with a diagnostic, when it is none.
  func disputable(_ node: YAMLNode) -> ValueShape? {
    guard let name = node.readString(key: "figure", into: problems) else { return nil }
    if let shape = tables.figures[name] { return shape }
    let isOwn =
      tables.set.inputs.contains { $0.name == name }
      || tables.set.figures.contains { $0.name == name }
    problems.add(
      .figureOfNobodyElse(node, isOwn: isOwn, known: tables.figures.keys.sorted()))
    return nil
  }

  private func readLinkedLate(_ node: YAMLNode) {
    guard let path = node.readString(key: "linked_late_dossiers", into: problems) else { return }
    if let fault = EvidenceFile.fault(inPath: path) {
      return problems.add(.pathUnsafe(node, fault))
    }
    assessment.linkedLateFile = path
    if let log, log.handedIn != nil { return readLinkedLate(path, node, log) }
    // Whether the list is there decides points, so it is looked for even when evidence is not.
    switch EvidenceFile.locate(path, in: folder) {
    case .outside: problems.add(.pathUnsafe(node, .leavesFolder))
    case .found(let place) where EvidenceFile.hasContent(place): assessment.listsLinkedLate = true
    case .found, .missing, .unreadable: problems.add(.linkedListMissing(node))
    }
  }

  /// Whether the list was handed in, and is there as it was or kept.
  private func readLinkedLate(_ path: String, _ node: YAMLNode, _ log: UnitLog) {
    let whole = FileAccess.normalised("\(folder)/\(path)")
    let file = SourceFile(path: whole)
    var found: String?
    if case .found(let place) = EvidenceFile.locate(path, in: folder),
      EvidenceFile.hasContent(place)
    {
      found = FileDigest(streaming: place)?.sha256
    }
    let cited = tables.plan.cited(whole)
    guard let pin = log.pins[cited] else {
      if found != nil, let event = log.leftOut(cited) {
        problems.add(.fileNotHandedIn(file, event: event, log: log.file))
      } else {
        problems.add(.linkedListMissing(node))
      }
      return
    }
    let kept = RoundLog.kept(pin.digest, in: log.folder)
    assessment.listsLinkedLate = true
    if found == pin.digest { return }
    if FileDigest(streaming: kept)?.sha256 == pin.digest {
      if found != nil, log.tellsChanges {
        problems.add(.fileChangedSince(file, event: pin.event, log: log.file))
      }
    } else if log.isHandingIn {
      assessment.listsLinkedLate = found != nil
    } else {
      problems.add(.fileNotAsLogged(file, pin, log: log.file))
    }
  }
}

extension SelfAssessment {
  /// What is left before it is handed in.
  func withoutAnswers(of set: CriteriaSet) -> SelfAssessment {
    var empty = SelfAssessment(set: set)
    empty.file = file
    empty.shelf = shelf
    empty.shelfFile = shelfFile
    empty.signedBy = signedBy
    empty.linkedLateFile = linkedLateFile
    empty.isIllustrative = isIllustrative
    return empty
  }
}
