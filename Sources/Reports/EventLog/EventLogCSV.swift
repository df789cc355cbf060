package import Diagnostics
package import EventLog

/// The events of a round as a table for a spreadsheet, one row an event.
package struct EventLogCSV {
  private let words: EventWords
  private var csv: CSVText

  package init(_ language: Language) {
    words = EventWords(language)
    csv = CSVText(language)
    let name = words.say
    csv.row([
      name("Số", "Number"), name("Thời điểm", "Time"), name("Người thực hiện", "By"),
      name("Vai trò", "Role"), name("Sự kiện", "Event"), name("Quyết định", "Decision"),
      name("Mã đơn vị", "Unit"), name("Tiêu chí, số liệu", "Item or figure"),
      name("Bước", "Stage"), name("Từ", "From"), name("Thành", "To"), name("Căn cứ", "Ground"),
      name("Nội dung", "Text"), name("Cơ sở pháp lý", "Legal basis"),
      name("Tài liệu kiểm chứng", "Evidence"), name("Thời hạn", "Due"),
      name("Có mặt", "Present"), name("Biểu quyết", "Vote"), name("Người duyệt", "Approved by"),
    ])
  }

  package var bytes: [UInt8] { csv.bytes }

  package mutating func write(_ event: RoundEvent) {
    let content = event.content
    csv.row([
      String(event.sequence), content.time.isoText, content.author, content.role,
      words.kind(content.kind), content.decision.map(words.decision) ?? "", content.unit ?? "",
      content.subject.map(words.subject) ?? "", content.stage ?? "",
      content.from.map { words.value($0, of: content.kind) } ?? "",
      content.to.map { words.value($0, of: content.kind) } ?? "", content.ground ?? "",
      content.text ?? "", content.basis ?? "", content.evidence.joined(separator: ", "),
      content.due.map(words.moment) ?? "", content.attendance.joined(separator: ", "),
      content.vote.map(words.vote) ?? "", content.approver ?? "",
    ])
  }
}
