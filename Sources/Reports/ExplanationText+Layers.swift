internal import Diagnostics
internal import Grading

/// Layers side by side, what gave the points in each, and everything that was decided and said.
extension ExplanationText {
  func writeLayers(_ traces: [ItemTrace], _ page: inout TextPage) {
    page.gap()
    page.heading(say("Điểm qua các bước", "Points layer by layer"))
    var table = TextTable([
      .init(title: ""), .init(title: "", alignment: .trailing), .init(title: ""),
    ])
    for trace in traces {
      table.add([
        words.layer(round.layers[trace.layer]), points(trace.outcome),
        trace.layer == traces.count - 1 ? say("điểm đạt được", "counts") : "",
      ])
    }
    page.table(table, indent: 2)
    page.gap()
    page.heading(say("Vì sao", "Why"))
    var said: [(layers: [String], sentence: String)] = []
    for trace in traces {
      let sentence = RuleSentence(words, trace, showsOthers: showsOthers).text
      let layer = words.layer(round.layers[trace.layer])
      if let last = said.indices.last, said[last].sentence == sentence {
        said[last].layers.append(layer)
      } else {
        said.append(([layer], sentence))
      }
    }
    for (layers, sentence) in said {
      page.line("\(layers.joined(separator: ", ")): \(sentence).", indent: 2)
    }
    if let claim = traces.first?.claim, claim.points != nil, !claim.isReachable {
      page.line(
        say(
          "Cách chấm không thể cho điểm tự chấm này; điểm đó chỉ tính ở cột tự chấm.",
          "The rule cannot give the points claimed; they count as claimed only."), indent: 2)
    }
  }

  private func points(_ outcome: Outcome) -> String {
    switch outcome.state {
    case .scored: numbers.about(outcome.points)
    case .notApplicable(.exclude): say("không áp dụng", "not applicable")
    case .notApplicable(.fullPoints):
      say(
        "\(numbers.about(outcome.points)) (không áp dụng)",
        "\(numbers.about(outcome.points)) (not applicable)")
    case .unanswered: say("chưa trả lời", "not answered")
    case .pending: say("chờ", "pending")
    case .broken: say("số liệu không hợp lệ", "broken")
    }
  }

  // MARK: Decisions

  func writeDecisions(_ unit: Int, _ trace: ItemTrace, _ page: inout TextPage) {
    guard !trace.entries.isEmpty else { return }
    let record = round.units[unit].record
    let set = round.sets[record.set]
    page.gap()
    page.heading(say("Lịch sử thẩm định, điều chỉnh", "Appraisal and adjustments"))
    for line in trace.entries {
      let entry = line.entry
      let when = entry.at.map { numbers.moment($0) + ", " } ?? ""
      page.line(
        "\(words.stage(entry.stage)): \(decision(entry, trace, set))", indent: 2)
      if let reason = entry.reason { page.line(say("Lý do: ", "Reason: ") + reason, indent: 4) }
      page.line("\(when)\(words.author(entry.author)) (\(entry.span.citation))", indent: 4)
    }
  }

  private func decision(_ entry: AppraisalEntry, _ trace: ItemTrace, _ set: CriteriaSet) -> String {
    let values = ValueWords(
      trace: trace, words: ExpressionWords(set: set, language: words.language))
    switch entry.decision {
    case .accept: return say("chấp nhận", "accepted")
    case .adjust(let corrected):
      let record = round.units[trace.unit].record
      let changes = corrected.sorted { $0.key < $1.key }.map { place, value in
        let input = set.inputs[place]
        return "“\(input.title)” \(values.text(record.assessment.inputs[place], of: input)) → "
          + values.text(value, of: input)
      }
      return say("điều chỉnh ", "adjusted ") + changes.joined(separator: "; ")
    case .setPoints(let points, let beyondRule):
      let beyond = beyondRule ? say(" (ngoài khung của cách chấm)", " (beyond the rule)") : ""
      return say("cho ", "gave ") + numbers.shownPoints(points) + beyond
    case .rejectEvidence(let documents):
      return documents.isEmpty
        ? say("không chấp nhận tài liệu kiểm chứng nào", "rejected all evidence")
        : say("không chấp nhận tài liệu kiểm chứng: ", "rejected evidence: ")
          + documents.joined(separator: ", ")
    case .requestExplanation: return say("yêu cầu giải trình", "asked for an explanation")
    case .explanation(let text): return say("giải trình: ", "explained: ") + text
    case .markNotApplicable: return say("xác định không áp dụng", "marked not applicable")
    case .correctFigure(let value):
      let figure =
        if case .figure(let name) = entry.subject {
          trace.figures.first { $0.name.name == name }
        } else {
          nil as FigureTrace?
        }
      let type = figure?.name.type ?? .number
      let title = figure?.name.title ?? ""
      let before = figure.map { values.text($0.recorded, of: $0.name) } ?? ""
      return say("sửa số liệu “\(title)” ", "corrected “\(title)” ") + before + " → "
        + values.text(value, as: type)
    }
  }

  // MARK: Evidence

  func writeEvidence(_ trace: ItemTrace, _ page: inout TextPage) {
    let item = trace.item
    guard item.evidence.isRequired || !trace.evidence.isEmpty else { return }
    page.gap()
    page.heading(say("Tài liệu kiểm chứng", "Evidence"))
    if item.evidence.isRequired {
      let kinds =
        item.evidence.kinds.isEmpty ? "" : ": \(item.evidence.kinds.joined(separator: ", "))"
      page.line(say("Phải có\(kinds)", "Required\(kinds)"), indent: 2)
    }
    if trace.evidence.isEmpty {
      page.line(say("Chưa có tài liệu nào.", "None was cited."), indent: 2)
    }
    for evidence in trace.evidence { page.line("- \(text(evidence))", indent: 2) }
  }

  private func text(_ evidence: EvidenceTrace) -> String {
    let document = evidence.document
    var text = document.title ?? document.kind
    if let number = document.number { text += say(", số \(number)", ", no. \(number)") }
    if let date = document.date {
      text += say(" ngày \(numbers.date(date))", " of \(numbers.date(date))")
    }
    if let issuer = document.issuer { text += say(" của \(issuer)", " by \(issuer)") }
    if let section = evidence.citation.section {
      text += say(", mục \(section)", ", section \(section)")
    }
    if let pages = evidence.citation.pages { text += say(", trang \(pages)", ", pages \(pages)") }
    var notes = [document.file ?? document.url].compactMap { $0 }
    if document.isShownInPerson { notes.append(say("xuất trình trực tiếp", "shown in person")) }
    switch document.state {
    case .none, .present: break
    case .missing: notes.append(say("không tìm thấy tệp", "the file is missing"))
    case .unreadable: notes.append(say("không đọc được tệp", "the file cannot be read"))
    case .empty: notes.append(say("tệp rỗng", "the file is empty"))
    case .otherDigest:
      notes.append(say("mã kiểm tra toàn vẹn không khớp", "the file's digest differs"))
    }
    if evidence.isRejected { notes.append(say("không được chấp nhận", "rejected")) }
    return text + parenthesis(notes)
  }
}
