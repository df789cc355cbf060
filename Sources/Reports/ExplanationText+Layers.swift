internal import Diagnostics
internal import Grading

/// Layers side by side, what gave the points in each, and the evidence.
extension ExplanationText {
  func writeLayers(_ traces: [ItemTrace], _ page: inout TextPage) {
    page.gap()
    page.heading(say("Điểm qua các bước", "Points layer by layer"))
    var table = TextTable([
      .init(title: ""), .init(title: "", alignment: .trailing), .init(title: ""),
    ])
    for trace in traces {
      table.add([words.layer(round.layers[trace.layer]), points(trace.outcome), note(trace)])
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
      let title =
        layers.count == traces.count
        ? say("Ở mọi bước", "In every layer") : layers.joined(separator: ", ")
      page.line("\(title): \(sentence).", indent: 2)
    }
    if let note = traces.first?.claim?.note {
      page.line(
        say("Thuyết minh của cơ quan, đơn vị, địa phương: ", "The unit's note: ") + note,
        indent: 2)
    }
    if let claim = traces.first?.claim, claim.points != nil, !claim.isReachable {
      page.line(
        say(
          "Cách chấm không thể cho điểm tự chấm này; điểm đó chỉ tính ở cột tự chấm.",
          "The rule cannot give the points claimed; they count as claimed only."), indent: 2)
    }
  }

  /// What is special about a layer's column.
  private func note(_ trace: ItemTrace) -> String {
    switch round.layers[trace.layer] {
    case .claimed where trace.outcome.state != .scored || trace.outcome.basis == .claim: ""
    case .claimed where trace.item.scoredBy != .unit:
      say("không thuộc diện tự chấm, lấy điểm tính từ số liệu", "not claimed: the computed points")
    case .claimed:
      say(
        "không ghi điểm tự chấm, lấy điểm tính từ số liệu", "nothing claimed: the computed points")
    case .final where trace.outcome.state == .scored:
      say("điểm đạt được", "the points that count")
    case .computed, .stage, .final: ""
    }
  }

  /// What stands in a column: the points, or why there are none.
  func points(_ outcome: Outcome) -> String {
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
      page.line(say("Không có tài liệu nào kèm theo.", "None was cited."), indent: 2)
    }
    for evidence in trace.evidence { page.line("- \(text(evidence))", indent: 2) }
  }

  func text(_ evidence: EvidenceTrace) -> String {
    let document = evidence.document
    var text = document.title ?? document.kind
    if let number = document.number { text += say(", số \(number)", ", no. \(number)") }
    if let date = document.date {
      text +=
        document.number == nil
        ? say(", ngày \(numbers.date(date))", ", dated \(numbers.date(date))")
        : say(" ngày \(numbers.date(date))", " of \(numbers.date(date))")
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
