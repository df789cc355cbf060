internal import Diagnostics
internal import Grading

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

  /// A decimal comma becomes a point, but not where it may set thousands apart.
  static func number(_ typed: String) -> String {
    let compact = typed.filter { $0 != " " && $0 != "\u{A0}" }
    let parts = compact.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !compact.contains("."), let whole = parts.first, !whole.isEmpty else {
      return compact
    }
    let decimals = parts[1].prefix { $0.isNumber }
    guard !decimals.isEmpty, decimals.count != 3 || whole == "0" || whole == "-0" else {
      return compact
    }
    return "\(whole).\(parts[1])"
  }

  /// `31/1/2017` or `31/01/2017 16:30` as files write days; `không` for a document that there is
  /// not.
  static func date(_ typed: String) -> String {
    let text = typed.lowercased()
    if text == "không" || text == "không có" { return "none" }
    let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
    let parts = (words.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 3, parts[2].utf8.count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      parts[0].utf8.count <= 2, parts[1].utf8.count <= 2
    else { return typed }
    func two(_ digits: String) -> String { digits.utf8.count == 1 ? "0" + digits : digits }
    let day = "\(parts[2])-\(two(parts[1]))-\(two(parts[0]))"
    return words.count == 2 ? "\(day)T\(words[1])" : day
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

  static func number(_ filed: String, _ language: Language) -> String {
    language == .vietnamese && Exact(parsing: filed) != nil
      ? filed.replacing(".", with: ",") : filed
  }
}
