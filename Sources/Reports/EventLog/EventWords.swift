package import Diagnostics
package import EventLog
package import Grading

/// Events as people read them.
package struct EventWords {
  let language: Language
  private let numbers: NumberWords

  package init(_ language: Language) {
    self.language = language
    numbers = NumberWords(language)
  }

  func say(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// The end of a log, as a moment.
  package var present: String { say("hiện tại", "now") }

  /// "hết ngày 03/01/2018", or the moment.
  package func upTo(_ time: EventTime) -> String { time.upTo[language] }

  package func time(_ time: EventTime) -> String { say(time.vietnameseText, time.isoText) }

  func moment(_ moment: LocalMoment) -> String { say(moment.vietnameseText, moment.isoText) }

  package func kind(_ kind: EventKind) -> String {
    switch kind {
    case .opened: say("mở kỳ đánh giá", "round opened")
    case .submitted: say("nộp bản tự chấm điểm", "self-assessment handed in")
    case .corrected: say("đính chính", "corrected")
    case .replaced: say("thay tệp của kỳ đánh giá", "files of the round replaced")
    case .appraised: say("thẩm định", "appraised")
    case .explanationRequested: say("yêu cầu giải trình", "explanation requested")
    case .explained: say("giải trình", "explained")
    case .agenda: say("trình Hội đồng thẩm định", "put before the council")
    case .met: say("phiên họp Hội đồng thẩm định", "the council met")
    case .decided: say("Hội đồng thẩm định quyết định", "decided by the council")
    case .locked: say("khóa", "locked")
    case .unlocked: say("mở khóa", "unlocked")
    case .publication: say("phê duyệt và công bố", "publication")
    case .reconsiderationAsked: say("kiến nghị xem xét lại", "reconsideration asked")
    case .reconsiderationAnswered: say("trả lời kiến nghị", "reconsideration answered")
    case .amended: say("điều chỉnh sau công bố", "amended after publication")
    }
  }

  package func decision(_ decision: EventDecision) -> String {
    switch decision {
    case .accept: say("chấp nhận", "accepted")
    case .adjust: say("điều chỉnh số liệu đầu vào", "inputs adjusted")
    case .setPoints: say("cho điểm", "points set")
    case .rejectEvidence: say("không công nhận tài liệu kiểm chứng", "evidence rejected")
    case .markNotApplicable: say("không áp dụng", "not applicable")
    case .correctFigure: say("đính chính số liệu", "figure corrected")
    }
  }

  /// Points with the language's own decimal sign, inputs by their names, states in words.
  /// - Parameter title: what an input is called; nil: its name.
  package func value(
    _ value: EventValue, of kind: EventKind, naming title: (String) -> String? = { _ in nil }
  ) -> String {
    switch value {
    case .text(let text):
      if kind == .publication, let state = PublicationState(rawValue: text) {
        return self.state(state)
      }
      // A rate is said in per cent, as it was typed.
      if text.hasSuffix("%"), let rate = Exact(parsing: String(text.dropLast())),
        numbers.isExact(rate)
      {
        return numbers.plain(rate) + "%"
      }
      return value.points.map(numbers.plain) ?? numbers.fraction(text) ?? text
    case .inputs(let inputs):
      return inputs.sorted { $0.key < $1.key }.map { name, value in
        "\(title(name).map { "“\($0)”" } ?? name) = \(value)"
      }
      .joined(separator: "; ")
    }
  }

  package func state(_ state: PublicationState) -> String {
    switch state {
    case .draft: say("dự thảo", "draft")
    case .passed: say("Hội đồng thẩm định đã thông qua", "passed by the council")
    case .submitted: say("đã trình", "submitted")
    case .issued: say("đã ban hành quyết định", "decision issued")
    case .published: say("đã công bố", "published")
    case .amended: say("đã điều chỉnh", "amended")
    }
  }

  package func vote(_ vote: EventVote) -> String {
    say(
      "tán thành \(vote.inFavour), không tán thành \(vote.against), không biểu quyết \(vote.abstaining)",
      "\(vote.inFavour) in favour, \(vote.against) against, \(vote.abstaining) abstaining")
  }

  package func subject(_ subject: EventSubject) -> String {
    switch subject {
    case .item(let id): id
    case .figure(let name): say("số liệu \(name)", "figure \(name)")
    }
  }
}
