internal import Diagnostics
internal import Grading
internal import Loading
internal import Reports

/// Values as people of a language type and read them, and as files write them.
///
/// Only what can be read in one way is rewritten; everything else goes on as it was typed, and is
/// found ambiguous or wrong where every file is read.
enum TypedValue {
  /// What a form's field holds, as a file writes it.
  static func filed(_ typed: String, as type: InputType) -> String {
    switch type {
    case .number, .rate: number(typed)
    case .date: date(typed)
    case .count, .yesNo, .choice, .text: typed
    }
  }

  /// A decimal comma becomes a point; what is no number, or can be two, stays as it was typed.
  static func number(_ typed: String) -> String {
    switch TypedNumber(typed) {
    case .value(let value): value
    case .ambiguous, nil: typed
    }
  }

  /// `31/1/2017` or `31/01/2017 16:30` as files write days; `không` for a document that there is
  /// not.
  static func date(_ typed: String) -> String {
    let text = typed.lowercased()
    if text == "không" || text == "không có" { return "none" }
    return TypedDay.iso(typed) ?? typed
  }

  /// What a file says, as a form shows it.
  static func shown(_ filed: String, as type: InputType, _ language: Language) -> String {
    switch type {
    case .number, .rate: number(filed, language)
    case .date:
      if filed == "none" {
        language == .vietnamese ? "không" : filed
      } else if language == .vietnamese, let moment = LocalMoment(parsing: filed) {
        moment.day.vietnameseText
          + (moment.minute == nil ? "" : " " + String(moment.isoText.suffix(5)))
      } else {
        filed
      }
    case .count, .yesNo, .choice, .text: filed
    }
  }

  /// What a file says, to be read and not to be typed: what cannot be written out is rounded.
  static func read(_ filed: String, as type: InputType, _ language: Language) -> String {
    NumberWords(language).fraction(filed) ?? shown(filed, as: type, language)
  }

  static func number(_ filed: String, _ language: Language) -> String {
    language == .vietnamese && Exact(parsing: filed) != nil
      ? filed.replacing(".", with: ",") : filed
  }
}
