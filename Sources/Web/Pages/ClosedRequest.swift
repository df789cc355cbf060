internal import EventLog
internal import Grading
internal import HTMLWriting
internal import Loading
internal import Reports

/// What a unit was asked about one of its items, once that waits no more, with its answer.
struct ClosedRequest: Hashable, Sendable {
  let question: String
  let asked: String
  /// nil: it was decided without one.
  let answer: String?
  let answered: String?
  let documents: [String]

  /// Those about one item, in order.
  static func all(
    about item: String, of result: UnitResult, in snapshot: RoundSnapshot, _ frame: PageFrame
  ) -> [ClosedRequest] {
    let unit = result.record.unit.id
    guard let events = try? snapshot.loaded.log?.events(of: unit) else { return [] }
    let open = Set(ExplanationRequest.open(of: unit, in: snapshot).map(\.number))
    let words = EventWords(frame.language)
    let names = RoundWords(snapshot.round, frame.language)
    let shelf = result.record.assessment.shelf
    return events.filter {
      $0.content.kind == .explanationRequested && $0.content.subject == .item(item)
        && !open.contains($0.sequence)
    }.map { asked in
      let answer = events.first {
        $0.content.kind == .explained && $0.content.answers == asked.sequence
      }?.content
      return ClosedRequest(
        question: asked.content.text ?? "", asked: words.time(asked.content.time),
        answer: answer?.text,
        answered: answer.map { "\(names.author($0.author)), \(words.time($0.time))" },
        documents: (answer?.evidence ?? []).map { id in
          shelf.first { $0.id == id }?.title ?? id
        })
    }
  }

  static func write(_ requests: [ClosedRequest], _ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !requests.isEmpty else { return }
    page.element("section", .class("result"), .id("da-giai-trinh")) { box in
      box.element("h2", text: frame.say("Đã hỏi, đã giải trình", "Asked and explained"))
      box.element("ul", .class("history")) { list in
        for request in requests {
          list.element("li") { request.write(frame, &$0) }
          list.line()
        }
      }
    }
    page.line()
  }

  private func write(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("strong", text: frame.say("Hỏi: ", "Asked: "))
    page.text(question)
    page.element("span", .class("hint"), text: asked)
    guard let answer, let answered else {
      return page.element(
        "span", .class("hint"),
        text: frame.say(
          "Không còn chờ giải trình: đã thẩm định.", "No answer is awaited: it was decided."))
    }
    page.element("strong", text: frame.say("Giải trình: ", "Explained: "))
    page.text(answer)
    if !documents.isEmpty {
      page.text(
        frame.say(" (gửi kèm: ", " (with: ") + documents.joined(separator: "; ") + ")")
    }
    page.element("span", .class("hint"), text: answered)
  }
}
