internal import Diagnostics
internal import Grading
internal import YAMLReading

/// The keys of an answer.
enum AnswerKey: String, CaseIterable {
  case inputs
  case points
  case evidence
  case note
  case notApplicable = "not_applicable"
}

/// The keys of a reference to a document.
enum CitationKey: String, CaseIterable {
  case id
  case section
  case pages
}

extension UnitReading {
  /// Reads what the unit says of one item.
  func readAnswer(_ key: YAMLNode, _ node: YAMLNode, item: Int) {
    guard node.kind == .mapping else {
      return problems.add(.wrongType(node, expected: .mapping, key: key.text))
    }
    var answer = Answer(line: UInt32(truncatingIfNeeded: key.line))
    var given = 0
    var points: YAMLNode?
    var split: SplitNumber?
    var isExcused = false
    for entry in node.entries {
      guard let name = tables.answerKeys[entry.key] else {
        if let longer = SplitNumber(split, points, entry) {
          split = longer
        } else {
          problems.add(.unknownKey(entry.key, known: tables.answerKeys.names))
        }
        continue
      }
      let value = entry.value
      if value.isNull {
        if name == .notApplicable { problems.add(.missingValue(entry.key)) }
        continue
      }
      switch name {
      case .inputs:
        if let entries = value.readEntries(key: "inputs", into: problems) {
          given = readInputs(entries, item: item)
        }
      case .points: points = value
      case .evidence: answer.citations = readCitations(value)
      case .note:
        guard value.kind == .scalar else {
          problems.add(.wrongType(value, expected: .scalar, key: "note"))
          continue
        }
        if let text = value.text, !text.isEmpty {
          answer.hasNote = true
          assessment.notes[item] = text
        }
      case .notApplicable:
        isExcused = true
        answer.notApplicable = excuse(value, item: item)
      }
    }
    if let split {
      problems.add(.numberAmbiguous(split.text, at: split.span))
    } else if let points {
      answer.claim = claim(points, item: item, isExcused: answer.notApplicable != nil)
    }
    let own = tables.set.items[item].inputs
    if given < own.count, given > 0 || answer.claim != nil, !isExcused,
      !tables.hasAlternatives[item]
    {
      reportMissing(own, key)
    }
    if !tables.exclusions[item].isEmpty, tables.excludes(unit, item: item),
      given > 0 || points != nil || !answer.citations.isEmpty
    {
      problems.add(.answerDoesNotApply(key, unit: unit.id))
    }
    assessment.answers[item] = answer
  }

  private func reportMissing(_ own: Range<Int>, _ key: YAMLNode) {
    let missing = own.filter { place in
      if case .blank = assessment.inputs[place] { true } else { false }
    }
    guard !missing.isEmpty else { return }
    problems.add(.inputsMissing(missing.map { tables.set.inputs[$0].name }, key))
  }

  /// The unit's own points for an item; nil when they cannot stand.
  private func claim(_ node: YAMLNode, item: Int, isExcused: Bool) -> Exact? {
    guard tables.takesClaim[item] else {
      let refused = tables.set.items[item]
      problems.add(.claimElsewhere(node, item: refused.id, scoredBy: refused.scoredBy))
      return nil
    }
    guard !isExcused else {
      problems.add(.claimBesideExcuse(node, item: tables.set.items[item].id))
      return nil
    }
    guard let claim = points(node, key: "points") else { return nil }
    let maximum = tables.maxima[item]
    if maximum < claim, !tables.set.rounding.reaches(claim, in: .zero...max(.zero, maximum)) {
      problems.add(.claimTooHigh(node, item: tables.set.items[item].id, maximum: maximum))
    }
    checkPrecision(claim, node, maximum)
    return claim
  }

  /// Points with more decimals than the set keeps are rounded where they count, and that is said.
  func checkPrecision(_ points: Exact, _ node: YAMLNode, _ maximum: Exact) {
    let rounding = tables.set.rounding
    guard let places = rounding.points, points != maximum else { return }
    let rounded = points.rounded(places: places, mode: rounding.mode)
    if rounded != points {
      problems.add(.claimHasManyDecimals(node, places: places, rounded: rounded))
    }
  }

  /// A number of points as written; nil, with a diagnostic, when it is none.
  func points(_ node: YAMLNode, key: String) -> Exact? {
    if node.kind == .scalar, !node.isQuoted, let value = node.withUTF8(WrittenNumber.points) {
      return value
    }
    let text = node.text ?? ""
    if !node.isQuoted, !WrittenNumber.readings(text).isEmpty {
      problems.add(.numberAmbiguous(text, at: node.span))
    } else {
      problems.add(.valueMismatch(node, key, type: .number, options: []))
    }
    return nil
  }

  /// The reason why an item does not apply; nil, with a diagnostic, where it may not be given.
  private func excuse(_ node: YAMLNode, item place: Int) -> String? {
    guard let reason = node.readString(key: "not_applicable", into: problems) else { return nil }
    let item = tables.set.items[place]
    if tables.excludes(unit, item: place) { return nil }
    guard item.mayBeNotApplicable else {
      problems.add(.excuseNotAllowed(node, item: item.id))
      return nil
    }
    if reason.isEmpty || ["yes", "true", "có", "no", "false", "không"].contains(reason) {
      problems.add(.excuseWithoutReason(node))
      return nil
    }
    return reason
  }

  /// References to documents of the shelf.
  func readCitations(_ node: YAMLNode) -> [Citation] {
    guard node.kind == .sequence else {
      problems.add(.wrongType(node, expected: .sequence, key: "evidence"))
      return []
    }
    var citations: [Citation] = []
    citations.reserveCapacity(node.count)
    for element in node.elements {
      if let citation = readCitation(element) { citations.append(citation) }
    }
    return citations
  }

  private func readCitation(_ node: YAMLNode) -> Citation? {
    guard node.kind == .mapping else {
      problems.add(.wrongType(node, expected: .mapping, key: "evidence"))
      return nil
    }
    var id: YAMLNode?
    var section: String?
    var pages: String?
    for entry in node.entries {
      switch tables.citationKeys[entry.key] {
      case .id: id = entry.value
      case .section: section = optionalText(entry.value, key: "section")
      case .pages: pages = optionalText(entry.value, key: "pages")
      case nil: problems.add(.unknownKey(entry.key, known: tables.citationKeys.names))
      }
    }
    guard let id, !id.isNull else {
      problems.add(.missingKey("id", in: node))
      return nil
    }
    guard let document = document(id) else { return nil }
    return Citation(document: document, section: section, pages: pages)
  }

  /// The place of a document on the shelf; nil, with a diagnostic, when it is not there.
  func document(_ id: YAMLNode) -> Int? {
    if id.kind == .scalar, let document = documents.find(id) { return document }
    // Nothing is known of a shelf that could not be read.
    if shelfState.isBroken { return nil }
    guard id.readString(key: "id", into: problems) != nil else { return nil }
    problems.add(.documentUnknown(id, known: assessment.shelf.map(\.id)))
    return nil
  }

  func optionalText(_ node: YAMLNode, key: String) -> String? {
    node.isNull ? nil : node.readString(key: key, into: problems)
  }
}
