internal import EventLog
internal import Grading
internal import HTMLWriting
internal import Loading
internal import Reports

/// What the office that keeps a figure decided about it, for the unit whose figure it is.
struct FigureDecision: Hashable, Sendable {
  /// What became of the figure.
  let outcome: String
  let reason: String
  let who: String
  let when: String

  /// The last event that decided about a figure; nil: there is none.
  static func event(of figure: HeldFigure, in events: [RoundEvent]) -> RoundEvent? {
    events.last { event in
      guard case .figure(figure.name.name)? = event.content.subject else { return false }
      return event.content.kind == .corrected || event.content.kind == .appraised
    }
  }

  /// The last about a figure; nil: there is none.
  init?(_ figure: HeldFigure, _ dispute: Dispute?, in events: [RoundEvent], _ words: RoundWords) {
    guard let last = FigureDecision.event(of: figure, in: events),
      case .text(let value)? = last.content.to
    else { return nil }
    let frame = PageFrame(language: words.language)
    let shown = TypedValue.read(value, as: figure.name.type, words.language)
    let claimed = dispute.flatMap { figure.name.written($0.claim) }
    if value == claimed {
      outcome = frame.say("đồng ý với kiến nghị: \(shown)", "agreed: \(shown)")
    } else if value == figure.written {
      outcome = frame.say("giữ nguyên: \(shown)", "kept as it was: \(shown)")
    } else {
      outcome = frame.say("giá trị khác: \(shown)", "another value: \(shown)")
    }
    let ground = last.content.ground.map { id in
      words.round.plan.groundTitles[id] ?? id
    }
    reason = [ground, last.content.text, last.content.basis].compactMap(\.self)
      .joined(separator: "; ")
    who = words.author(last.content.author)
    when = EventWords(words.language).time(last.content.time)
  }

  func write(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("span", .class("hint")) { line in
      line.element("strong", text: frame.say("Quyết định: \(outcome)", "Decision: \(outcome)"))
      line.text(". " + (reason.isEmpty ? "" : "\(reason). ") + "\(who), \(when).")
    }
  }
}
