internal import Grading

/// Puts what was typed into the text of self-assessment.yaml, in the order of the set.
struct AssessmentText {
  let identity: FormIdentity
  let set: CriteriaSet
  let rows: AnswerRows
  let disputes: [TypedDispute]
  private(set) var text = TracedText()

  init(
    _ identity: FormIdentity, _ set: CriteriaSet, _ rows: AnswerRows, _ disputes: [TypedDispute]
  ) {
    self.identity = identity
    self.set = set
    self.rows = rows
    self.disputes = disputes
  }

  mutating func write() {
    text.add("format: parindex/self-assessment@1\n")
    text.add("round: \(FlowScalar.text(identity.round))\n")
    text.add("unit: \(FlowScalar.text(identity.unit))\n")
    if identity.isIllustrative { text.add("illustrative: yes\n") }
    let general = rows.general
    if let submitted = general[.submittedAt] { add("submitted_at: ", submitted, "\n") }
    writeSignature(general[.signer], general[.position])
    if !rows.shared.isEmpty {
      text.add("shared_inputs: ")
      addInputs(rows.shared)
      text.add("\n")
    }
    if let list = general[.linkedLate] {
      text.add("linked_late_dossiers: ")
      text.add(FlowScalar.text(list.text), from: list.source)
      text.add("\n")
    }
    writeDisputes()
    writeAnswers()
  }

  private mutating func add(_ head: String, _ value: TypedValue, _ tail: String) {
    text.add(head)
    text.add(value.text, from: value.source)
    text.add(tail)
  }

  private mutating func writeSignature(_ name: TypedValue?, _ position: TypedValue?) {
    guard let source = (name ?? position)?.source else { return }
    text.add("signed_by: {", from: source)
    if let name {
      text.add("name: ")
      text.add(FlowScalar.text(name.text), from: name.source)
    }
    if let position {
      text.add(name == nil ? "position: " : ", position: ")
      text.add(FlowScalar.text(position.text), from: position.source)
    }
    text.add("}\n")
  }

  private mutating func addInputs(_ inputs: [(name: String, value: TypedValue)]) {
    text.add("{")
    for (place, input) in inputs.enumerated() {
      text.add("\(place == 0 ? "" : ", ")\(input.name): ", from: input.value.source)
      text.add(input.value.text, from: input.value.source)
    }
    text.add("}")
  }

  private mutating func addCitations(_ citations: [TypedCitation], indent: String) {
    guard !citations.isEmpty else { return }
    text.add("\(indent)evidence:\n")
    for citation in citations {
      text.add("\(indent)  - {id: \(FlowScalar.text(citation.id))", from: citation.source)
      if let section = citation.section { text.add(", section: \(FlowScalar.text(section))") }
      if let pages = citation.pages { text.add(", pages: \(FlowScalar.text(pages))") }
      text.add("}\n")
    }
  }

  private mutating func writeDisputes() {
    guard !disputes.isEmpty else { return }
    text.add("disputes:\n")
    for dispute in disputes {
      text.add("  - figure: ", from: dispute.figure.source)
      text.add(dispute.figure.text + "\n", from: dispute.figure.source)
      if let claim = dispute.claim { add("    claim: ", claim, "\n") }
      if let ground = dispute.ground { add("    ground: ", ground, "\n") }
      addCitations(dispute.citations, indent: "    ")
    }
  }

  private mutating func writeAnswers() {
    let answered = set.items.filter { rows.answers[$0.id]?.isEmpty == false }
    text.add(answered.isEmpty ? "answers: {}\n" : "answers:\n")
    for item in answered {
      guard let answer = rows.answers[item.id] else { continue }
      let head =
        answer.head ?? answer.inputs.first?.value.source ?? answer.citations.first?.source
      text.add("  \"\(item.id)\":\n", from: head)
      if let reason = answer.notApplicable {
        text.add("    not_applicable: ")
        text.add(FlowScalar.text(reason.text), from: reason.source)
        text.add("\n")
      }
      let ordered = item.inputs.compactMap { place in
        answer.inputs.first { $0.name == set.inputs[place].name }
      }
      if !ordered.isEmpty {
        text.add("    inputs: ")
        addInputs(ordered)
        text.add("\n")
      }
      if let points = answer.points { add("    points: ", points, "\n") }
      addCitations(answer.citations, indent: "    ")
      if let note = answer.note {
        text.add("    note: ")
        text.add(FlowScalar.text(note.text), from: note.source)
        text.add("\n")
      }
    }
  }
}
