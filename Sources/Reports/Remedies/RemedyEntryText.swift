internal import Diagnostics
internal import Grading

/// The lines that say what is planned for one item, and what came of it.
struct RemedyEntryText {
  let words: RoundWords

  private func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  /// - Parameter state: left out where nothing is planned.
  func lines(_ remedy: Remedy, _ state: RemedyState) -> [String] {
    var lines = [
      say("Nguyên nhân: ", "Cause: ") + remedy.cause,
      say("Biện pháp: ", "Measure: ") + remedy.measure,
      say("Người chịu trách nhiệm: ", "Responsible: ") + remedy.person
        + say("; thời hạn: ", "; due: ") + words.numbers.date(remedy.due) + "; "
        + standing(remedy, state),
    ]
    if let outcome = remedy.outcome { lines.append(say("Kết quả: ", "Outcome: ") + outcome) }
    if !remedy.evidence.isEmpty {
      lines.append(
        say("Tài liệu kiểm chứng: ", "Evidence: ")
          + remedy.evidence.map(document).joined(separator: "; "))
    }
    return lines
  }

  /// "hoàn thành đúng hạn ngày 15/05/2018".
  private func standing(_ remedy: Remedy, _ state: RemedyState) -> String {
    let word = state.wording[words.language]
    guard state == .done || state == .doneLate, let done = remedy.done else { return word }
    let day = words.numbers.date(done)
    return word + say(" (ngày \(day))", " (\(day))")
  }

  private func document(_ document: EvidenceDocument) -> String {
    var text = document.title ?? document.kind
    if let number = document.number { text += say(", số \(number)", ", no. \(number)") }
    if let date = document.date { text += say(" ngày ", " of ") + words.numbers.date(date) }
    if case .missing = document.state {
      text += say(" (không tìm thấy tệp)", " (the file is missing)")
    }
    return text
  }
}
