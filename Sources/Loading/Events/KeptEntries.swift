internal import Diagnostics
internal import Grading

/// What all of a unit's events were read as: the entries, and what else the reading rested on.
///
/// Bytes of our own, so that a hundred entries are there in the time of reading one event.
struct KeptEntries {
  /// The unit's id.
  let unit: String
  /// Its own files as they were read, with their digests.
  let files: [FileDigest]
  /// Numbers of the events that say more than their entry, or are none.
  let others: [Int]
  /// In the log's order; each has the number of its event.
  let entries: [AppraisalEntry]

  /// As bytes; nil where something does not go into them.
  var bytes: [UInt8]? {
    var out = KeptBytes()
    out.add(unit)
    out.add(files.count)
    for file in files {
      out.add(file.path)
      out.add(file.sha256)
    }
    out.add(others.count)
    for number in others { out.add(number) }
    out.add(entries.count)
    for entry in entries { add(entry, to: &out) }
    return out.isWhole ? out.all : nil
  }

  /// Nil for anything but what `bytes` gave.
  /// - Parameters:
  ///   - last: only entries of events up to this one.
  ///   - file: the log's.
  init?(_ bytes: [UInt8], upTo last: Int, _ file: SourceFile) {
    guard var kept = KeptBytes.Reading(bytes) else { return nil }
    unit = kept.text() ?? ""
    files = (0..<kept.count()).map { _ in
      FileDigest(path: kept.text() ?? "", sha256: kept.text() ?? "")
    }
    others = (0..<kept.count()).map { _ in kept.number() }
    var entries: [AppraisalEntry] = []
    let count = kept.count()
    entries.reserveCapacity(count)
    while entries.count < count, kept.isWhole {
      let event = kept.number()
      // Of the later ones nothing is wanted.
      guard event <= last else { break }
      guard let entry = KeptEntries.entry(event, &kept, file) else { return nil }
      entries.append(entry)
    }
    self.entries = entries
    guard kept.isWhole else { return nil }
  }

  init(unit: String, files: [FileDigest], others: [Int], entries: [AppraisalEntry]) {
    self.unit = unit
    self.files = files
    self.others = others
    self.entries = entries
  }

  // MARK: One entry

  private func add(_ entry: AppraisalEntry, to out: inout KeptBytes) {
    guard let event = entry.event else { return out.refuse() }
    out.add(event)
    out.add(entry.stage)
    switch entry.subject {
    case .item(let item): out.add(item)
    case .figure(let name):
      out.add(-1)
      out.add(name)
    }
    out.add(entry.author)
    out.add(entry.reason)
    out.add(entry.ground)
    out.add(entry.amendedBy)
    out.add(entry.at)
    for place in [entry.span.start, entry.span.end] {
      out.add(Int(place.line))
      out.add(Int(place.column))
    }
    out.add(entry.seen == nil ? 0 : 1)
    if let seen = entry.seen { out.add(seen) }
    out.add(entry.citations.count)
    for citation in entry.citations {
      out.add(citation.document)
      out.add(citation.section)
      out.add(citation.pages)
    }
    switch entry.decision {
    case .accept: out.add(0)
    case .adjust(let inputs):
      out.add(1)
      out.add(inputs.count)
      for (place, value) in inputs.sorted(by: { $0.key < $1.key }) {
        out.add(place)
        out.add(value)
      }
    case .setPoints(let points, let beyondRule):
      out.add(beyondRule ? 3 : 2)
      out.add(points)
    case .rejectEvidence(let documents):
      out.add(4)
      out.add(documents.count)
      for id in documents { out.add(id) }
    case .requestExplanation: out.add(5)
    case .explanation(let text):
      out.add(6)
      out.add(text)
    case .markNotApplicable: out.add(7)
    case .correctFigure(let value):
      out.add(8)
      out.add(.given(value))
    }
  }

  private static func entry(
    _ event: Int, _ kept: inout KeptBytes.Reading, _ file: SourceFile
  ) -> AppraisalEntry? {
    let stage = kept.number()
    let item = kept.number()
    let subject = item < 0 ? AppraisalEntry.Subject.figure(kept.text() ?? "") : .item(item)
    let author = kept.text() ?? ""
    let reason = kept.text()
    let ground = kept.text()
    let amendedBy = kept.text()
    let at = kept.moment()
    let start = SourcePosition(line: kept.number(), column: kept.number())
    let end = SourcePosition(line: kept.number(), column: kept.number())
    let seen = kept.number() == 0 ? nil : kept.exact()
    let citations = (0..<kept.count()).map { _ in
      Citation(document: kept.number(), section: kept.text(), pages: kept.text())
    }
    guard let decision = decision(&kept) else { return nil }
    var entry = AppraisalEntry(
      subject: subject, stage: stage, decision: decision, reason: reason, author: author, at: at,
      span: SourceSpan(file: file, start: start, end: end))
    if let seen { entry.seen = seen }
    if !citations.isEmpty { entry.citations = citations }
    entry.event = event
    if let ground { entry.ground = ground }
    if let amendedBy { entry.amendedBy = amendedBy }
    return entry
  }

  private static func decision(_ kept: inout KeptBytes.Reading) -> AppraisalEntry.Decision? {
    let kind = kept.number()
    switch kind {
    case 0: return .accept
    case 1:
      let count = kept.count()
      var inputs = [Int: InputValue](minimumCapacity: count)
      for _ in 0..<count {
        let place = kept.number()
        inputs[place] = kept.input()
      }
      return .adjust(inputs)
    case 2, 3: return .setPoints(kept.exact(), beyondRule: kind == 3)
    case 4: return .rejectEvidence((0..<kept.count()).map { _ in kept.text() ?? "" })
    case 5: return .requestExplanation
    case 6: return .explanation(kept.text() ?? "")
    case 7: return .markNotApplicable
    case 8:
      guard case .given(let value) = kept.input() else { return nil }
      return .correctFigure(value)
    default: return nil
    }
  }
}
