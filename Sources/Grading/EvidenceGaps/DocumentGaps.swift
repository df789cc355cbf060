/// What does not depend on the item that a document is to prove, found once for each of the shelf.
private struct DocumentReading {
  let kind: DocumentKind
  let lacking: [DocumentPart]
  /// Whether whoever cites it has to name the section and the pages.
  let asksForPlace: Bool
  /// What is wrong with its file.
  let state: (GapCode, GapDetail)?
  /// Other units with the same file.
  let others: [Int]
}

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
    let documents = readDocuments()
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
        let own = self.faults(
          citation, place, uses[citation.document], documents[citation.document])
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

  private func readDocuments() -> [DocumentReading] {
    record.assessment.shelf.map { document in
      let kind = kinds[document.kind] ?? DocumentKind(document.kind)
      return DocumentReading(
        kind: kind, lacking: document.lacking(kind), asksForPlace: document.asksForPlace(kind),
        state: state(document), others: sharedFiles.others(than: reading.unit, with: document))
    }
  }

  private func state(_ document: EvidenceDocument) -> (GapCode, GapDetail)? {
    switch document.state {
    case .none:
      document.file == nil && document.url == nil && !document.isShownInPerson
        ? (.documentWithoutFile, .none) : nil
    case .present: nil
    case .missing: (.fileMissing, .file(document.file))
    case .unreadable: (.fileUnreadable, .file(document.file))
    case .empty: (.fileEmpty, .file(document.file))
    case .otherDigest: (.fileDiffers, .file(document.file))
    }
  }

  private func faults(
    _ citation: Citation, _ item: Int, _ uses: Int, _ own: DocumentReading
  ) -> [Fault] {
    let place = citation.document
    var faults: [Fault] = []
    func add(_ code: GapCode, _ detail: GapDetail = .none, isGrave: Bool = true) {
      faults.append(Fault(code: code, document: place, detail: detail, isGrave: isGrave))
    }
    if !own.lacking.isEmpty { add(.documentIncomplete, .lacking(own.lacking), isGrave: false) }
    if own.asksForPlace {
      let unnamed = citation.unnamed
      if !unnamed.isEmpty { add(.citationIncomplete, .lacking(unnamed), isGrave: false) }
    }
    if let (code, detail) = own.state { add(code, detail) }
    if let window = window(place, item) { add(.documentOutsideWindow, window) }
    if !set.items[item].evidence.named.isEmpty, !set.items[item].evidence.named.contains(own.kind) {
      add(
        .documentOfOtherKind,
        .kinds(
          found: record.assessment.shelf[place].kind, allowed: set.items[item].evidence.kinds))
    }
    if let limit = set.items[item].evidence.atMostItems, uses > limit {
      add(.documentOverused, .uses(uses, atMost: limit))
    }
    if !own.others.isEmpty {
      add(
        set.items[item].ownDocument ? .ownDocumentShared : .documentShared,
        .sharedWith(own.others), isGrave: set.items[item].ownDocument)
    }
    return faults
  }

  /// The window that a document's date is outside of; both ends are inside.
  private func window(_ document: Int, _ place: Int) -> GapDetail? {
    guard let date = record.assessment.shelf[document].date,
      set.items[place].evidence.datedFrom != nil || set.items[place].evidence.datedThrough != nil
    else { return nil }
    let values = reading.values(of: set.items[place])
    func end(_ expression: CheckedExpression?) -> CalendarDay? {
      guard let expression, case .value(.date(let moment)) = values.evaluate(expression) else {
        return nil
      }
      return moment.day
    }
    let from = end(set.items[place].evidence.datedFrom)
    let through = end(set.items[place].evidence.datedThrough)
    guard from.map({ date < $0 }) == true || through.map({ date > $0 }) == true else {
      return nil
    }
    return .window(dated: date, from: from, through: through)
  }
}
