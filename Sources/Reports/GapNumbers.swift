internal import Diagnostics
internal import Grading

/// Numbers, days and amounts in the sentences of gaps.
struct GapNumbers {
  let language: Language

  /// Exact where a decimal ends, two decimals otherwise; thousands parted.
  func number(_ value: Exact) -> String {
    let exact = value.canonicalText
    let text = exact.contains("/") ? value.fixedText(places: 2) : exact
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    var whole = ""
    for (place, digit) in (parts.first ?? "0").reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { whole.append(language == .vietnamese ? "." : ",") }
      whole.append(digit)
    }
    let fraction =
      parts.count > 1 ? (language == .vietnamese ? "," : ".") + String(parts[1]) : ""
    return (isNegative ? "-" : "") + String(whole.reversed()) + fraction
  }

  func points(_ value: Exact) -> String {
    switch language {
    case .vietnamese: "\(number(value)) điểm"
    case .english: value == .one ? "1 point" : "\(number(value)) points"
    }
  }

  /// An amount that may be the most it can come to.
  func points(_ value: Exact, upTo: Bool) -> String {
    guard upTo else { return points(value) }
    return (language == .vietnamese ? "đến " : "up to ") + points(value)
  }

  func value(_ value: Value, _ type: InputType) -> String {
    switch value {
    case .number(let number):
      type == .rate ? self.number(number * .hundred) + "%" : self.number(number)
    case .date(let moment): day(moment)
    case .noDate: Wording(vi: "không có", en: "none")[language]
    case .truth(let truth): Wording(vi: truth ? "có" : "không", en: truth ? "yes" : "no")[language]
    case .text(let text): text
    case .days(let days, _): Wording(vi: "\(days) ngày", en: "\(days) days")[language]
    }
  }

  func value(_ figure: FigureValue, _ type: InputType) -> String {
    switch figure {
    case .known(let value): self.value(value, type)
    case .missing: Wording(vi: "không có số liệu", en: "no figure")[language]
    case .undefined: Wording(vi: "không xác định", en: "undefined")[language]
    case .impossible: Wording(vi: "mâu thuẫn", en: "contradictory")[language]
    }
  }

  func day(_ moment: LocalMoment) -> String {
    switch language {
    case .vietnamese: moment.vietnameseText
    case .english: moment.isoText.replacing("T", with: " ")
    }
  }

  func day(_ day: CalendarDay) -> String { self.day(LocalMoment(day)) }

  /// A deadline in words, so that nobody is a day wrong.
  func until(_ deadline: GapDeadline) -> String {
    let moment = deadline.moment
    // The last minute of a day is its end.
    guard let minute = moment.minute, minute != 23 * 60 + 59 else {
      return Wording(
        vi: "đến hết ngày \(moment.day.vietnameseText)",
        en: "through \(moment.day.isoText)")[language]
    }
    return Wording(vi: "đến \(moment.vietnameseText)", en: "by \(day(moment))")[language]
  }

  func place(_ place: Int) -> String {
    guard language == .english else { return "thứ \(place)" }
    let ending =
      switch (place % 10, place % 100) {
      case (_, 11), (_, 12), (_, 13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(place)\(ending)"
  }
}
