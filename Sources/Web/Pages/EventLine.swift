internal import Diagnostics
internal import EventLog
internal import Grading
internal import HTMLWriting
internal import Reports

/// One event of the log in words.
struct EventLine: Hashable, Sendable {
  let number: String
  let time: String
  let who: String
  let what: String
  let about: String
  let change: String

  init(_ event: RoundEvent, _ words: EventWords, _ names: RoundWords) {
    let content = event.content
    let from = content.kind == .replaced ? nil : content.from
    let values = [from, content.to].map { $0.map { words.value($0, of: content.kind) } }
    let change =
      switch (values[0], values[1]) {
      case (let from?, let to?): "\(from) → \(to)"
      case (nil, let to?): "→ \(to)"
      case (let from?, nil): "\(from) →"
      case (nil, nil): ""
      }
    number = String(event.sequence)
    time = words.time(content.time)
    who = names.author(content.author)
    what = [words.kind(content.kind), content.decision.map(words.decision)]
      .compactMap(\.self).joined(separator: ": ")
    about = [
      content.unit.map(names.unit), content.subject.map { names.subject($0, of: content.unit) },
    ]
    .compactMap(\.self).joined(separator: ", ")
    self.change = [change.isEmpty ? nil : change, content.text].compactMap(\.self)
      .joined(separator: ". ")
  }
}

extension EventLine {
  /// What would be recorded, once it is.
  init(_ content: EventContent, in round: Round, _ language: Language) {
    self.init(
      RoundEvent(sequence: 0, previous: nil, content: content), EventWords(language),
      RoundWords(round, language))
  }

  /// What happened, in one line; without what it is about where the page says that already.
  func sentence(saysAbout: Bool = true) -> String {
    [what, saysAbout ? about : "", change].filter { !$0.isEmpty }.joined(separator: ": ")
      .capitalisedFirst
  }
}
