internal import Diagnostics
package import Grading

/// What a line of a written self-assessment is about.
package enum AssessmentField: Hashable, Sendable {
  case shared(input: String)
  case answer(item: String)
  case input(item: String, name: String)
  case points(item: String)
  case notApplicable(item: String)
  case note(item: String)
  /// The reference to a document, by its place among the item's.
  case citation(item: String, place: Int)

  /// The item's id; nil for what items share.
  package var item: String? {
    switch self {
    case .shared: nil
    case .answer(let item), .input(let item, _), .points(let item), .notApplicable(let item),
      .note(let item), .citation(let item, _):
      item
    }
  }
}

/// The text of self-assessment.yaml, and what its lines are about.
package struct WrittenAssessment: Sendable {
  package private(set) var text = ""
  /// By line, from 1.
  package private(set) var fields: [Int: AssessmentField] = [:]
  private var count = 0

  fileprivate mutating func line(
    _ line: String, indent: Int = 0, _ field: AssessmentField? = nil
  ) {
    count += 1
    text += String(repeating: " ", count: indent) + line + "\n"
    if let field { fields[count] = field }
  }
}

extension FilledAssessment {
  /// Everything on a line of its own, in the set's order, so that the same answers are the same
  /// bytes and a problem's line says what it is about.
  package func written(_ set: CriteriaSet) -> WrittenAssessment {
    var out = WrittenAssessment()
    out.line("format: parindex/self-assessment@1")
    out.line("round: \(ScaffoldText.scalar(round))")
    out.line("unit: \(ScaffoldText.scalar(unit))")
    if isIllustrative { out.line("illustrative: yes") }
    if let signedBy {
      out.line("signed_by:")
      out.line("name: \(Self.quoted(signedBy.name))", indent: 2)
      if let position = signedBy.position {
        out.line("position: \(Self.quoted(position))", indent: 2)
      }
    }
    let own = set.inputs[set.sharedInputs].filter { !(shared[$0.name] ?? "").isEmpty }
    if !own.isEmpty { out.line("shared_inputs:") }
    for input in own {
      out.line(
        "\(input.name): \(Self.value(shared[input.name] ?? "", input))", indent: 2,
        .shared(input: input.name))
    }
    if let linkedLate { out.line("linked_late_dossiers: \(Self.quoted(linkedLate))") }
    write(disputes, &out)
    let answered = set.items.filter { !(answers[$0.id]?.isEmpty ?? true) }
    out.line(answered.isEmpty ? "answers: {}" : "answers:")
    for item in answered {
      if let answer = answers[item.id] { write(answer, of: item, in: set, &out) }
    }
    return out
  }

  private func write(
    _ answer: Answer, of item: Item, in set: CriteriaSet, _ out: inout WrittenAssessment
  ) {
    out.line("\(Self.quoted(item.id)):", indent: 2, .answer(item: item.id))
    let inputs = set.inputs[item.inputs].filter { !(answer.inputs[$0.name] ?? "").isEmpty }
    if !inputs.isEmpty { out.line("inputs:", indent: 4, .answer(item: item.id)) }
    for input in inputs {
      out.line(
        "\(input.name): \(Self.value(answer.inputs[input.name] ?? "", input))", indent: 6,
        .input(item: item.id, name: input.name))
    }
    if !answer.points.isEmpty {
      out.line("points: \(Self.plain(answer.points))", indent: 4, .points(item: item.id))
    }
    if !answer.notApplicable.isEmpty {
      out.line(
        "not_applicable: \(Self.quoted(answer.notApplicable))", indent: 4,
        .notApplicable(item: item.id))
    }
    if !answer.note.isEmpty {
      out.line("note: \(Self.quoted(answer.note))", indent: 4, .note(item: item.id))
    }
    if !answer.citations.isEmpty {
      out.line("evidence:", indent: 4, .answer(item: item.id))
    }
    for (place, citation) in answer.citations.enumerated() {
      out.line(
        "- \(Self.text(citation))", indent: 6, .citation(item: item.id, place: place))
    }
  }

  private func write(_ disputes: [Dispute], _ out: inout WrittenAssessment) {
    if !disputes.isEmpty { out.line("disputes:") }
    for dispute in disputes {
      out.line("- figure: \(Self.plain(dispute.figure))", indent: 2)
      out.line("claim: \(Self.plain(dispute.claim))", indent: 4)
      out.line("ground: \(Self.quoted(dispute.ground))", indent: 4)
      if !dispute.citations.isEmpty { out.line("evidence:", indent: 4) }
      for citation in dispute.citations { out.line("- \(Self.text(citation))", indent: 6) }
    }
  }

  // MARK: Scalars

  private static func text(_ citation: Citation) -> String {
    var parts = ["id: \(quoted(citation.document))"]
    if !citation.section.isEmpty { parts.append("section: \(quoted(citation.section))") }
    if !citation.pages.isEmpty { parts.append("pages: \(quoted(citation.pages))") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private static func value(_ text: String, _ input: Input) -> String {
    switch input.type {
    case .text: quoted(text)
    case .count, .number, .rate, .date, .yesNo, .choice: plain(text)
    }
  }

  /// Plain where it may be a number, a day or an id, so that it is read as one; what cannot be is
  /// quoted, and found wrong where it is read.
  private static func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let isFirst = { (byte: UInt8) in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
    }
    guard let start = bytes.first, isFirst(start) || (start == 0x2D && bytes.count > 1),
      bytes.last != UInt8(ascii: ":"),
      bytes.dropFirst().allSatisfy({ isFirst($0) || "._%:,-".utf8.contains($0) })
    else { return text == "có" || text == "không" ? text : quoted(text) }
    return text
  }

  /// In double quotes, whatever it holds.
  private static func quoted(_ text: String) -> String {
    var json = JSONWriter(indented: false)
    json.string(text)
    return json.text
  }
}
