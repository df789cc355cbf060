internal import Diagnostics
package import Grading

/// Values as they come out of a computation: grouped, rounded where their decimals do not end.
extension NumberWords {
  /// Decimals that are still written out in full.
  static let mostPlaces = 4

  /// Whether `shown` writes the value itself.
  package func isExact(_ value: Exact, places: Int = mostPlaces) -> Bool {
    value == value.rounded(places: places, mode: .halfUp)
  }

  /// `1.604`, `0,25`; `0,33` for 1/3, which nobody can write out.
  package func shown(_ value: Exact, places: Int = 2) -> String {
    isExact(value)
      ? grouped(value.canonicalText) : grouped(value.fixedText(places: places))
  }

  /// `87,24%`.
  package func shownPercent(_ value: Exact, places: Int = 2) -> String {
    shown(value * .hundred, places: places) + "%"
  }

  /// `≈ 0,33` or `0,25`: alone, where no sign stands before it.
  package func about(_ value: Exact) -> String { (isExact(value) ? "" : "≈ ") + shown(value) }

  package func aboutPercent(_ value: Exact) -> String {
    (isExact(value * .hundred) ? "" : "≈ ") + shownPercent(value)
  }

  /// `≈ 88,73%` for what files write as `6300/71%`; nil: it is no such fraction.
  package func fraction(_ text: String) -> String? {
    let isPercent = text.hasSuffix("%")
    guard text.contains("/"),
      let value = Exact(parsing: isPercent ? String(text.dropLast()) : text),
      !isExact(value)
    else { return nil }
    return about(value) + (isPercent ? "%" : "")
  }

  /// `= 0,25` or `≈ 0,33`.
  package func equals(_ value: Exact, isPercent: Bool = false, places: Int = 2) -> String {
    let sign = isExact(isPercent ? value * .hundred : value) ? "= " : "≈ "
    return sign + (isPercent ? shownPercent(value, places: places) : shown(value, places: places))
  }

  /// Always the same number of decimals, for columns.
  package func fixed(_ value: Exact, places: Int) -> String {
    grouped(value.fixedText(places: places))
  }

  package func count(_ number: Int) -> String { grouped(String(number)) }

  /// `0,5 điểm`, rounded where its decimals do not end.
  package func shownPoints(_ value: Exact, places: Int = 2) -> String {
    switch language {
    case .vietnamese: "\(shown(value, places: places)) điểm"
    case .english:
      "\(shown(value, places: places)) \(value == 1 || value == -1 ? "point" : "points")"
    }
  }

  /// `20/12/2017`; `2017-12-20` in English, where the other order would be read both ways.
  package func date(_ day: CalendarDay) -> String {
    language == .vietnamese ? day.vietnameseText : day.isoText
  }

  /// `17:00 ngày 20/12/2017`, `2017-12-20 17:00`.
  package func moment(_ moment: LocalMoment) -> String {
    language == .vietnamese
      ? moment.vietnameseText : moment.isoText.replacing("T", with: " ")
  }

  /// Digits with the language's signs: thousands in groups, a real minus.
  private func grouped(_ digits: String) -> String {
    let isNegative = digits.hasPrefix("-")
    let parts = digits.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
    let whole = Array(parts.first ?? "0")
    var text = ""
    for (place, digit) in whole.enumerated() {
      if place > 0, (whole.count - place) % 3 == 0 { text += language == .vietnamese ? "." : "," }
      text.append(digit)
    }
    if parts.count > 1 { text += (language == .vietnamese ? "," : ".") + parts[1] }
    return isNegative ? "−" + text : text
  }
}
