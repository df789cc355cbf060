package import Diagnostics
package import Grading

/// Values as people read them.
package struct PlainValueWords: Sendable {
  let language: Language
  private let numbers: NumberWords

  package init(_ language: Language) {
    self.language = language
    numbers = NumberWords(language)
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    Wording(vi: vietnamese, en: english)[language]
  }

  func text(_ value: Value, as type: InputType, options: [Input.Option] = []) -> String {
    switch value {
    case .number(let number):
      return type == .rate ? numbers.aboutPercent(number) : numbers.about(number)
    case .date(let moment): return numbers.moment(moment)
    case .noDate: return say("không có văn bản", "no such document")
    case .truth(let truth): return truth ? say("có", "yes") : say("không", "no")
    case .text(let text): return "“\(options.first { $0.id == text }?.title ?? text)”"
    case .days(let days, let working):
      return "\(days) " + (working ? say("ngày làm việc", "working days") : say("ngày", "days"))
    }
  }

  func text(_ value: InputValue, of input: Input) -> String {
    switch value {
    case .blank: say("chưa trả lời", "not answered")
    case .given(let value):
      text(value, as: input.type, options: input.options) + (input.unit.map { " \($0)" } ?? "")
    case .impossible: say("không hợp lệ", "impossible")
    }
  }

  package func text(_ value: FigureValue, of name: FigureName) -> String {
    switch value {
    case .missing: say("không có số liệu", "no figure")
    case .known(let value): text(value, as: name.type)
    case .undefined: say("không xác định (chia cho 0)", "undefined (divided by 0)")
    case .impossible: say("không hợp lệ", "impossible")
    }
  }
}
