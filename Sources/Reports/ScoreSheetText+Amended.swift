internal import Diagnostics
internal import Grading

/// What was amended after publication, by which document, by whom and when.
extension ScoreSheetText {
  func writeAmended(_ result: UnitResult, _ set: CriteriaSet, _ page: inout TextPage) {
    let record = result.record
    let amending = record.entries.indices.filter {
      record.entries[$0].amendedBy != nil && record.refusals[$0] == nil
    }
    guard !amending.isEmpty else { return }
    page.gap()
    page.heading(say("Điều chỉnh sau công bố", "Amended after publication"))
    let entryWords = EntryWords(words, record)
    for place in amending {
      let entry = record.entries[place]
      var text = entryWords.decision(entry)
      if case .item(let item) = entry.subject {
        text = "\(set.items[item].id) \(set.items[item].title): \(text)"
      }
      let basis = entry.amendedBy ?? ""
      page.line("- " + text + say("; theo \(basis)", "; under \(basis)"), indent: 2)
      if let reason = entry.reason { page.line(say("Lý do: ", "Reason: ") + reason, indent: 4) }
      let when = entry.at.map { numbers.moment($0) + ", " } ?? ""
      page.line(when + words.author(entry.author), indent: 4)
    }
  }
}
