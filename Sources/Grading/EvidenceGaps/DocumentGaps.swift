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
    var uses: [Int: Int] = [:]
    for answer in record.assessment.answers {
      let citations = answer?.citations ?? []
      for (place, citation) in citations.enumerated()
      where !citations[..<place].contains(where: { $0.document == citation.document }) {
        uses[citation.document, default: 0] += 1
      }
    }
    for undecided in undecidedAnswers where !undecided.answer.citations.isEmpty {
      let (item, answer) = (undecided.item, undecided.answer)
      let standing = reading.standings[item.index]
      let cited = answer.citations.filter { citation in
        let id = record.assessment.shelf[citation.document].id
        return standing.map { !$0.rejectsAll && !$0.rejected.contains(id) } ?? true
      }
      let faults = cited.map { self.faults($0, item, uses[$0.document] ?? 0) }
      let hasSound = faults.contains { !$0.contains(where: \.isGrave) }
      let isAtRisk = item.evidence.isRequired && !hasSound && now(item).points > .zero
      for fault in faults.joined() {
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

  private func faults(_ citation: Citation, _ item: Item, _ uses: Int) -> [Fault] {
    let document = record.assessment.shelf[citation.document]
    var faults: [Fault] = []
    func add(_ code: GapCode, _ detail: GapDetail = .none, isGrave: Bool = true) {
      faults.append(
        Fault(code: code, document: citation.document, detail: detail, isGrave: isGrave))
    }
    let lacking = document.lacking
    if !lacking.isEmpty { add(.documentIncomplete, .lacking(lacking), isGrave: false) }
    let unnamed = document.lacking(in: citation)
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
    let kinds = item.evidence.kinds
    if !kinds.isEmpty, !item.evidence.named.contains(document.named) {
      add(.documentOfOtherKind, .kinds(found: document.kind, allowed: kinds))
    }
    if let limit = item.evidence.atMostItems, uses > limit {
      add(.documentOverused, .uses(uses, atMost: limit))
    }
    let others = sharedFiles.others(than: reading.unit, with: document)
    if !others.isEmpty {
      add(
        item.ownDocument ? .ownDocumentShared : .documentShared, .sharedWith(others),
        isGrave: item.ownDocument)
    }
    return faults
  }

  /// The window that a document's date is outside of; both ends are inside.
  private func window(_ document: EvidenceDocument, _ item: Item) -> GapDetail? {
    guard let date = document.date else { return nil }
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
