internal import Diagnostics
internal import Grading

/// Everything that was decided and said of an item, in order, each change from what was in force.
extension ExplanationText {
  func writeHistory(_ unit: Int, _ traces: [ItemTrace], _ page: inout TextPage) {
    guard let trace = traces.last, !trace.entries.isEmpty else { return }
    let record = round.units[unit].record
    let set = round.sets[record.set]
    var history = History(
      values: ValueWords(
        trace: trace, words: ExpressionWords(set: set, language: words.language)),
      inputs: record.assessment.inputs)
    page.gap()
    page.heading(say("Lịch sử thẩm định, điều chỉnh", "Appraisal and adjustments"))
    for line in trace.entries {
      let entry = line.entry
      let when = entry.at.map { numbers.moment($0) + ", " } ?? ""
      page.line("\(words.step(entry)): \(history.text(line, self))", indent: 2)
      if let reason = entry.reason { page.line(say("Lý do: ", "Reason: ") + reason, indent: 4) }
      page.line(
        "\(when)\(words.author(entry.author)) (\(round.plan.cited(entry.span.citation)))", indent: 4
      )
    }
  }
}

/// Follows the values while the entries are read.
private struct History {
  let values: ValueWords
  /// By `CriteriaSet.inputs`, as corrected so far.
  var inputs: [InputValue]
  /// Corrected so far, by name.
  var figures: [String: FigureValue] = [:]

  mutating func text(_ line: EntryTrace, _ page: ExplanationText) -> String {
    let entry = line.entry
    switch entry.decision {
    case .accept:
      guard let accepted = page.round.accepted(unit: values.trace.unit, entry: line.place)
      else { return page.say("chấp nhận", "accepted") }
      let points = page.numbers.shownPoints(accepted)
      return page.say(
        "chấp nhận kết quả đang có: \(points)", "accepted as it stood: \(points)")
    case .adjust(let corrected): return page.say("điều chỉnh ", "adjusted ") + adjusted(corrected)
    case .setPoints(let points, let beyondRule):
      let beyond =
        beyondRule ? page.say(" (ngoài khung của cách chấm)", " (beyond the rule)") : ""
      return page.say("cho ", "gave ") + page.numbers.shownPoints(points) + beyond
    case .rejectEvidence(let documents):
      guard !documents.isEmpty else {
        return page.say("không chấp nhận tất cả tài liệu kiểm chứng", "rejected all evidence")
      }
      return page.say("không chấp nhận tài liệu kiểm chứng: ", "rejected evidence: ")
        + documents.map { "“\(title($0))”" }.joined(separator: ", ")
    case .requestExplanation: return page.say("yêu cầu giải trình", "asked for an explanation")
    case .explanation(let text): return text
    case .markNotApplicable: return page.say("xác nhận không áp dụng", "marked not applicable")
    case .correctFigure(let value):
      guard case .figure(let name) = entry.subject,
        let figure = values.trace.figures.first(where: { $0.name.name == name })
      else { return page.say("sửa số liệu", "corrected a figure") }
      let before = figures[name] ?? figure.recorded
      figures[name] = .known(value)
      return page.say("sửa số liệu ", "corrected ") + "“\(figure.name.title)”: "
        + values.text(before, of: figure.name) + " → "
        + values.text(.known(value), of: figure.name)
    }
  }

  private mutating func adjusted(_ corrected: [Int: InputValue]) -> String {
    var changes: [String] = []
    for (place, value) in corrected.sorted(by: { $0.key < $1.key }) {
      let input = values.words.set.inputs[place]
      changes.append(
        "“\(input.title)”: \(values.text(inputs[place], of: input)) → "
          + values.text(value, of: input))
      inputs[place] = value
    }
    return changes.joined(separator: "; ")
  }

  /// A document's title, where the item cites it.
  private func title(_ id: String) -> String {
    let cited = values.trace.evidence.first { $0.document.id == id }
    return cited?.document.title ?? id
  }
}
