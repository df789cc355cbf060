package import Diagnostics
package import EventLog

/// The events of a round as a page, one after the other as they are read.
package struct EventLogText {
  private let words: EventWords
  private let names: EventNames
  private var page: TextPage

  package init(_ language: Language, _ names: EventNames? = nil, isColoured: Bool = false) {
    words = EventWords(language)
    self.names = names ?? EventNames(language)
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
    let about = [
      content.unit.map(names.unit), content.subject.map { names.subject($0, of: content.unit) },
      content.stage.map(names.stage),
    ].compactMap(\.self).joined(separator: ", ")
    let what = [words.kind(content.kind), content.decision.map(words.decision)]
      .compactMap(\.self).joined(separator: ": ")
    page.line("\(event.sequence). \(what)")
    if !about.isEmpty { page.line(about, indent: 4) }
    page.line(
      "\(words.time(content.time)), \(names.person(content.author)) (\(names.role(content.role)))",
      indent: 4)
    writeChange(content)
    let name = words.say
    page.field(name("Căn cứ", "Ground"), content.ground.map(names.ground), indent: 4)
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
      name("Có mặt", "Present"), content.attendance.map(names.person).joined(separator: "; "),
      indent: 4)
    page.field(name("Biểu quyết", "Vote"), content.vote.map(words.vote), indent: 4)
    page.field(
      name("Người duyệt", "Approved by"), content.approver.map(names.person), indent: 4)
    // Digests of replaced files stand beside the new ones.
    let isReplaced = content.kind == .replaced
    for (path, digest) in content.files.sorted(by: { $0.key < $1.key }) {
      guard isReplaced else {
        page.line("\(path): \(short(digest))", indent: 4)
        continue
      }
      let before = content.earlierDigest(of: path).map(short) ?? name("(chưa có)", "(none)")
      page.line("\(path): \(before) → \(short(digest))", indent: 4)
    }
  }

  /// From what to what.
  private mutating func writeChange(_ content: EventContent) {
    let beyond =
      content.isBeyondRule ? words.say(" (ngoài khung của cách chấm)", " (beyond the rule)") : ""
    let from = content.kind == .replaced ? nil : content.from
    switch (from, content.to) {
    case (.inputs(let from)?, .inputs(let to)?):
      for (input, value) in to.sorted(by: { $0.key < $1.key }) {
        let title = names.input(input, of: content).map { "“\($0)”" } ?? input
        let before = from[input].map { "\(shown($0, content)) → " } ?? ""
        page.line("\(title): \(before)\(shown(value, content))", indent: 4)
      }
    case (let from?, let to?):
      page.line("\(value(from, of: content)) → \(value(to, of: content))\(beyond)", indent: 4)
    case (nil, let to?): page.line("→ \(value(to, of: content))\(beyond)", indent: 4)
    case (let from?, nil): page.line("\(value(from, of: content)) →", indent: 4)
    case (nil, nil): break
    }
  }

  private func shown(_ text: String, _ content: EventContent) -> String {
    words.value(.text(text), of: content.kind)
  }

  private func value(_ value: EventValue, of content: EventContent) -> String {
    words.value(value, of: content.kind) { names.input($0, of: content) }
  }

  /// As much of a digest as people compare; JSON has all of it.
  private func short(_ digest: String) -> String { digest.prefix(12) + "…" }
}
