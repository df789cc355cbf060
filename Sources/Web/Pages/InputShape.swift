internal import Grading
internal import Reports

/// How an input is typed: its kind of field, and what is said beside it.
struct InputShape {
  let hint: String
  let kind: ItemPage.Field.Kind

  init(_ input: Input, of set: CriteriaSet, _ round: Round, _ frame: PageFrame) {
    let words = RuleWords(
      set: set, language: frame.language, calendar: round.plan.calendar,
      traits: round.plan.traitTitles)
    let say = frame.say
    var hints: [String] = []
    switch input.type {
    case .count: hints.append(say("số nguyên", "a whole number"))
    case .number: hints.append(say("số, phần thập phân sau dấu phẩy", "a number"))
    case .rate: hints.append(say("tỷ lệ, như 87,5%", "a share, like 87.5%"))
    case .date:
      hints.append(
        say(
          "ngày, như 31/01/2017; ghi “không” nếu không có văn bản",
          "a day, like 2017-01-31; none if there is no document"))
    case .yesNo, .choice, .text: break
    }
    if let unit = input.unit { hints.append(say("đơn vị tính: \(unit)", "in \(unit)")) }
    if let window = words.expressions.window(input.low, input.high) { hints.append(window) }
    if let limit = input.atMost {
      hints.append(
        say("không quá “\(set.inputs[limit].title)”", "at most “\(set.inputs[limit].title)”"))
    }
    hint = hints.joined(separator: "; ")
    kind =
      switch input.type {
      case .count, .number, .rate: .number
      case .date: .line
      case .text: .text
      case .yesNo:
        .choice([
          .init(id: "yes", title: say("có", "yes")), .init(id: "no", title: say("không", "no")),
        ])
      case .choice: .choice(input.options.map { .init(id: $0.id, title: $0.title) })
      }
  }
}
