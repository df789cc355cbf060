internal import Diagnostics
internal import Grading

/// One set's words in both languages at once.
struct BothWords {
  let vietnamese: RuleWords
  let english: RuleWords

  init(_ set: CriteriaSet) {
    vietnamese = RuleWords(set: set, language: .vietnamese)
    english = RuleWords(set: set, language: .english)
  }

  func callAsFunction(_ text: (RuleWords) -> String) -> Wording {
    Wording(vi: text(vietnamese), en: text(english))
  }

  /// Vietnamese only, for comparing.
  func key(_ text: (RuleWords) -> String) -> String { text(vietnamese) }
}

extension Wording {
  /// The same in both languages: ids, titles, numbers of documents.
  init(same text: String) { self.init(vi: text, en: text) }

  /// `quoted` parts put into a sentence of both languages.
  static func sentence(_ parts: Wording..., text: (Language, [String]) -> String) -> Wording {
    Wording(
      vi: text(.vietnamese, parts.map(\.vietnamese)), en: text(.english, parts.map(\.english)))
  }

  /// "mức “từ 95%” thành “từ 96%”"; without marks where there are marks inside.
  static func becomes(_ noun: Wording, _ before: Wording, _ after: Wording) -> Wording {
    guard before.isPlain, after.isPlain else {
      return Wording(
        vi: "\(noun.vietnamese): trước là \(before.vietnamese); nay là \(after.vietnamese)",
        en: "\(noun.english): was \(before.english); is now \(after.english)")
    }
    return Wording(
      vi: "\(noun.vietnamese) “\(before.vietnamese)” thành “\(after.vietnamese)”",
      en: "\(noun.english) “\(before.english)” becomes “\(after.english)”")
  }

  static func added(_ noun: Wording, _ text: Wording) -> Wording {
    Wording(
      vi: "thêm \(noun.vietnamese)\(text.marked.vietnamese)",
      en: "\(noun.english)\(text.marked.english) added")
  }

  static func removed(_ noun: Wording, _ text: Wording) -> Wording {
    Wording(
      vi: "bỏ \(noun.vietnamese)\(text.marked.vietnamese)",
      en: "\(noun.english)\(text.marked.english) removed")
  }

  /// Nothing in quotation marks inside.
  private var isPlain: Bool { !vietnamese.contains("“") }

  /// Behind a noun: in quotation marks, or behind a colon where there are marks inside.
  private var marked: Wording {
    isPlain
      ? Wording(vi: " “\(vietnamese)”", en: " “\(english)”")
      : Wording(vi: ": \(vietnamese)", en: ": \(english);")
  }
}

extension CheckedExpression {
  /// The source without spaces that mean nothing.
  var canonicalSource: String {
    var text = ""
    var isGap = false
    for character in source {
      if character == " " {
        isGap = true
        continue
      }
      let isName = character.isLetter || character.isNumber || "_.'".contains(character)
      if isGap, isName, let last = text.last, last.isLetter || last.isNumber || "_.'".contains(last)
      {
        text.append(" ")
      }
      isGap = false
      text.append(character)
    }
    return text
  }
}
