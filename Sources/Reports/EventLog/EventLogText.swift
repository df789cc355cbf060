package import Diagnostics
package import EventLog

/// The events of a round as a page, one after the other as they are read.
package struct EventLogText {
  private let words: EventWords
  private var page: TextPage

  package init(_ language: Language, isColoured: Bool = false) {
    words = EventWords(language)
    page = TextPage(isColoured: isColoured)
  }

  /// The page so far.
  package var text: String { page.text }

  /// The title, and how long the log is and what its last event came to.
  package mutating func writeHead(_ reading: LogReading, shown: Int) {
    page.heading(
      words.say("Nhật ký của kỳ đánh giá ", "Log of round ") + (reading.opening?.round ?? "?"))
    page.line(
      shown == reading.count
        ? words.say("\(shown) sự kiện", "\(shown) event\(shown == 1 ? "" : "s")")
        : words.say(
          "\(shown) trong \(reading.count) sự kiện", "\(shown) of \(reading.count) events"))
    page.field(words.say("Mã kiểm tra toàn vẹn", "Seal"), reading.seal?.text)
    page.gap()
  }

  package mutating func write(_ event: RoundEvent) {
    let content = event.content
    let about = [content.unit, content.subject.map(words.subject), content.stage]
      .compactMap(\.self).joined(separator: ", ")
    let what = [words.kind(content.kind), content.decision.map(words.decision)]
      .compactMap(\.self).joined(separator: ": ")
    page.line("\(event.sequence). \(what)\(about.isEmpty ? "" : " (\(about))")")
    page.line(
      "\(words.time(content.time)), \(content.author) (\(content.role))", indent: 4)
    // Digests of replaced files stand beside the new ones.
    let isReplaced = content.kind == .replaced
    let from = isReplaced ? nil : content.from.map { words.value($0, of: content.kind) }
    let to = content.to.map { words.value($0, of: content.kind) }
    let beyond =
      content.isBeyondRule ? words.say(" (ngoài khung của cách chấm)", " (beyond the rule)") : ""
    switch (from, to) {
    case (let from?, let to?): page.line("\(from) → \(to)\(beyond)", indent: 4)
    case (nil, let to?): page.line("→ \(to)\(beyond)", indent: 4)
    case (let from?, nil): page.line("\(from) →", indent: 4)
    case (nil, nil): break
    }
    let name = words.say
    page.field(name("Căn cứ", "Ground"), content.ground, indent: 4)
    for (place, line) in (content.text ?? "").split(separator: "\n").enumerated() {
      page.line((place == 0 ? name("Nội dung: ", "Text: ") : "") + line, indent: 4)
    }
    page.field(name("Cơ sở pháp lý", "Legal basis"), content.basis, indent: 4)
    page.field(
      name("Tài liệu kiểm chứng", "Evidence"), content.evidence.joined(separator: ", "), indent: 4)
    page.field(
      name("Tài liệu được xét", "Documents"), content.documents.joined(separator: ", "), indent: 4)
    page.field(name("Thời hạn", "Due"), content.due.map(words.moment), indent: 4)
    page.field(
      name("Trả lời sự kiện số", "Answers event"), content.answers.map(String.init), indent: 4)
    page.field(
      name("Có mặt", "Present"), content.attendance.joined(separator: ", "), indent: 4)
    page.field(name("Biểu quyết", "Vote"), content.vote.map(words.vote), indent: 4)
    page.field(name("Người duyệt", "Approved by"), content.approver, indent: 4)
    for (path, digest) in content.files.sorted(by: { $0.key < $1.key }) {
      guard isReplaced else {
        page.line("\(path): \(digest)", indent: 4)
        continue
      }
      let before = content.earlierDigest(of: path) ?? name("(chưa có)", "(none)")
      page.line("\(path): \(before) → \(digest)", indent: 4)
    }
  }
}
