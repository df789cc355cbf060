/// What is wrong with the documents that a unit cites.
extension GapSearch {
  /// One fault of a document as the proof of one item.
  private struct Fault {
    let code: GapCode
    let document: Int
    let detail: GapDetail
    /// Whether the document proves nothing while it lasts; a fault of form costs no points.
    let isGrave: Bool
  }

  /// A document that is of no use costs the item's points only when no sound one is left beside
  /// it, as a rejected document does.
  mutating func findDocuments() {
    var uses = Array(repeating: 0, count: record.assessment.shelf.count)
    for answer in record.assessment.answers {
      let citations = answer?.citations ?? []
      for (place, citation) in citations.enumerated()
      where !citations[..<place].contains(where: { $0.document == citation.document }) {
        uses[citation.document] += 1
      }
    }
    for place in undecidedAnswers {
      guard let answer = record.assessment.answers[place], !answer.citations.isEmpty else {
        continue
      }
      let standing = reading.standings[place]
      var faults: [Fault] = []
      var hasSound = false
      for citation in answer.citations {
        if let standing {
          let id = record.assessment.shelf[citation.document].id
          if standing.rejectsAll || standing.rejected.contains(id) { continue }
        }
        let own = self.faults(citation, place, uses[citation.document])
        if !own.contains(where: \.isGrave) { hasSound = true }
        faults += own
      }
      guard !faults.isEmpty else { continue }
      let item = set.items[place]
      let isAtRisk = item.evidence.isRequired && !hasSound && now(item).points > .zero
      for fault in faults {
        let effect =
          fault.isGrave && isAtRisk
          ? GapEffect(
            item.index, now: now(item), left: unproven(item),
            isUpTo: fault.code == .documentOverused)
          : GapEffect(free: item.index)
        add(
          fault.code, document: fault.document, effect, fault.detail,
          due: fault.code == .documentShared ? nil : unitDeadline)
      }
    }
  }

  private mutating func faults(_ citation: Citation, _ item: Int, _ uses: Int) -> [Fault] {
    let document = record.assessment.shelf[citation.document]
    let kind = documentKinds[citation.document]
    var faults: [Fault] = []
    func add(_ code: GapCode, _ detail: GapDetail = .none, isGrave: Bool = true) {
      faults.append(
        Fault(code: code, document: citation.document, detail: detail, isGrave: isGrave))
    }
    let lacking = document.lacking(kind)
    if !lacking.isEmpty { add(.documentIncomplete, .lacking(lacking), isGrave: false) }
    let unnamed = document.lacking(kind, in: citation)
    if !unnamed.isEmpty { add(.citationIncomplete, .lacking(unnamed), isGrave: false) }
    switch document.state {
    case .none:
      if document.file == nil, document.url == nil, !document.isShownInPerson {
        add(.documentWithoutFile)
      }
    case .present: break
    case .missing: add(.fileMissing, .file(document.file))
    case .unreadable: add(.fileUnreadable, .file(document.file))
    case .empty: add(.fileEmpty, .file(document.file))
    case .otherDigest: add(.fileDiffers, .file(document.file))
    }
    if let window = window(document, item) { add(.documentOutsideWindow, window) }
    let kinds = set.items[item].evidence.kinds
    if !kinds.isEmpty, !set.items[item].evidence.named.contains(kind) {
      add(.documentOfOtherKind, .kinds(found: document.kind, allowed: kinds))
    }
    if let limit = set.items[item].evidence.atMostItems, uses > limit {
      add(.documentOverused, .uses(uses, atMost: limit))
    }
    let others = sharedFiles.others(than: reading.unit, with: document)
    if !others.isEmpty {
      add(
        set.items[item].ownDocument ? .ownDocumentShared : .documentShared, .sharedWith(others),
        isGrave: set.items[item].ownDocument)
    }
    return faults
  }

  /// The window that a document's date is outside of; both ends are inside.
  private func window(_ document: EvidenceDocument, _ place: Int) -> GapDetail? {
    guard let date = document.date,
      set.items[place].evidence.datedFrom != nil || set.items[place].evidence.datedThrough != nil
    else { return nil }
    let item = set.items[place]
    let values = reading.values(of: item)
    func end(_ expression: CheckedExpression?) -> CalendarDay? {
      guard let expression, case .value(.date(let moment)) = values.evaluate(expression) else {
        return nil
      }
      return moment.day
    }
    let from = end(item.evidence.datedFrom)
    let through = end(item.evidence.datedThrough)
    guard from.map({ date < $0 }) == true || through.map({ date > $0 }) == true else {
      return nil
    }
    return .window(dated: date, from: from, through: through)
  }
}
