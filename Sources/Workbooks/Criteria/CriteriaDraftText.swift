internal import Diagnostics
internal import Grading
internal import Spreadsheets

/// The text of a set out of a draft: points that a person gives, until rules are written.
struct CriteriaDraftText {
  let draft: CriteriaDraft
  let about: CriteriaImporter.About
  private var text = TracedText()

  init(_ draft: CriteriaDraft, _ about: CriteriaImporter.About) {
    self.draft = draft
    self.about = about
  }

  /// Lines that nothing stands below.
  var items: Int { draft.lines.indices.count { isItem($0) } }

  private func isItem(_ place: Int) -> Bool {
    let line = draft.lines[place]
    return line.depth > 1 && !draft.lines.contains { $0.id.hasPrefix(line.id + ".") }
  }

  mutating func write() -> TracedText {
    let first = draft.total?.source ?? draft.lines.first?.source
    text.add("format: parindex/criteria@1\n")
    text.add("id: \(FlowScalar.text(about.id))\n", from: first)
    text.add("title: \(FlowScalar.text(about.title))\n")
    text.add("year: \(about.year)\n")
    text.add("unit_type: \(FlowScalar.text(about.unitType))\n")
    text.add("clause: {document: \(NodeText.quoted(about.document))}\n")
    text.add("max_points: \(total)\n", from: draft.total?.source)
    text.add("rounding: {points: 2, index: 2, mode: half_up}\n")
    text.add("without_evidence: keep\n")
    text.add("areas:\n")
    for place in draft.lines.indices { write(place) }
    return text
  }

  /// As the table states it, or what its areas come to.
  private var total: String {
    if let total = draft.total { return total.text }
    let sum = draft.lines.filter { $0.depth == 1 }
      .compactMap { $0.points.flatMap { Exact(parsing: $0.text) } }.reduce(.zero, +)
    return sum.canonicalText
  }

  private mutating func write(_ place: Int) {
    let line = draft.lines[place]
    let blanks = String(repeating: " ", count: line.depth * 4 - 2)
    let isFirst = place > 0 && draft.lines[place - 1].depth < line.depth
    if isFirst {
      text.add("\(blanks.dropLast(2))\(line.depth == 2 ? "criteria" : "sub_criteria"):\n")
    }
    text.add("\(blanks)- id: \(NodeText.quoted(line.id))\n", from: line.source)
    text.add("\(blanks)  title: \(FlowScalar.text(line.title))\n", from: line.source)
    if let points = line.points {
      text.add("\(blanks)  max_points: \(points.text)\n", from: points.source)
    }
    if isItem(place) {
      let scorer = line.scoredBy ?? .unit
      text.add("\(blanks)  # Chưa viết quy tắc chấm.\n", from: line.source)
      text.add("\(blanks)  rule: {council: []}\n", from: line.source)
      text.add("\(blanks)  scored_by: \(scorer.rawValue)\n", from: line.source)
    }
    guard !line.guidance.isEmpty, isItem(place) else { return }
    let guidance = FlowScalar.text(line.guidance.joined(separator: "\n"))
    text.add("\(blanks)  guidance: \(guidance)\n", from: line.guidanceSource ?? line.source)
  }
}
