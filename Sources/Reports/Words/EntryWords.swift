package import Grading

/// What a line of an appraisal did, in one clause, without the reader knowing what stood there.
package struct EntryWords {
  let words: RoundWords
  let record: UnitRecord

  package init(_ words: RoundWords, _ record: UnitRecord) {
    self.words = words
    self.record = record
  }

  private var set: CriteriaSet { words.round.sets[record.set] }
  private var values: PlainValueWords { PlainValueWords(words.language) }

  /// "điều chỉnh “Số nhiệm vụ đã hoàn thành” thành 17", "cho 0,5 điểm".
  package func decision(_ entry: AppraisalEntry) -> String {
    switch entry.decision {
    case .accept: return words.say("chấp nhận kết quả đang có", "accepted what stood there")
    case .adjust(let inputs):
      let changes = inputs.sorted { $0.key < $1.key }.map { place, value in
        let input = set.inputs[place]
        return "“\(input.title)” "
          + words.say("thành ", "to ") + values.text(value, of: input)
      }
      return words.say("điều chỉnh ", "adjusted ") + changes.joined(separator: "; ")
    case .setPoints(let points, let isBeyond):
      return words.say("cho ", "gave ") + words.numbers.shownPoints(points)
        + (isBeyond ? words.say(" (ngoài khung của cách chấm)", " (beyond the rule)") : "")
    case .rejectEvidence(let documents):
      guard !documents.isEmpty else {
        return words.say("không công nhận tài liệu kiểm chứng nào", "rejected all evidence")
      }
      return words.say("không công nhận ", "rejected ")
        + documents.map { "“\(title($0))”" }.joined(separator: ", ")
    case .requestExplanation: return words.say("yêu cầu giải trình", "asked for an explanation")
    case .explanation: return words.say("giải trình", "explained")
    case .markNotApplicable: return words.say("xác nhận không áp dụng", "marked not applicable")
    case .correctFigure(let value):
      guard case .figure(let name) = entry.subject else { return "" }
      let figure = figure(name)
      return words.say("đính chính ", "corrected ") + "“\(figure?.title ?? name)” "
        + words.say("thành ", "to ") + values.text(value, as: figure?.type ?? .number)
    }
  }

  /// Where and by whom: "sự kiện 201, Thẩm định lần 1, 27/12/2017 09:10, …".
  func place(_ entry: AppraisalEntry) -> String {
    var parts: [String] = []
    if let event = entry.event { parts.append(words.say("sự kiện \(event)", "event \(event)")) }
    parts.append(words.step(entry))
    if let at = entry.at { parts.append(words.numbers.moment(at)) }
    parts.append(words.author(entry.author))
    return parts.joined(separator: ", ")
  }

  private func title(_ id: String) -> String {
    record.assessment.shelf.first { $0.id == id }?.title ?? id
  }

  private func figure(_ name: String) -> FigureName? {
    let own = set.figures + words.round.plan.blocks[record.block].conditionFigures
    return own.first { $0.name == name }
  }
}
