package import Diagnostics
internal import Grading
internal import Loading

/// What a form brings, for whoever takes it in.
package struct FormImportText {
  private let form: FormImport
  private let language: Language
  /// More changes than these are counted, not listed.
  private static let limit = 40

  package init(_ form: FormImport, _ language: Language) {
    self.form = form
    self.language = language
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// Several lines, each with its line end.
  package var text: String {
    let state = form.assessment.submittedAt.map {
      say("nộp lúc \($0.vietnameseText)", "handed in \($0.isoText)")
    }
    var text = "\(form.unit.name) (\(form.unit.id)): \(state ?? say("bản nháp", "a draft")), "
    if !form.replaces {
      text += say("chưa có tệp trong kỳ đánh giá", "no files in the round so far")
    } else if form.changes.isEmpty {
      text += say("không có gì thay đổi", "nothing changes")
    } else {
      text += say("\(form.changes.count) chỗ thay đổi", "\(form.changes.count) changes")
    }
    text += "\n"
    guard form.replaces else { return text }
    for change in form.changes.prefix(Self.limit) {
      let words = change.words(language)
      text += "  \(words.title): \(words.old) → \(words.new)\n"
    }
    if form.changes.count > Self.limit {
      let rest = form.changes.count - Self.limit
      text += say("  … và \(rest) chỗ nữa\n", "  … and \(rest) more\n")
    }
    return text
  }
}

extension FormChange {
  /// What it is about, with both values as people read them.
  package func words(_ language: Language) -> (title: String, old: String, new: String) {
    (title[language], FormChange.shown(old, language), FormChange.shown(new, language))
  }

  private static func shown(_ value: String?, _ language: Language) -> String {
    guard let value else { return language == .vietnamese ? "(trống)" : "(blank)" }
    let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
    let signs = line.unicodeScalars.filter { $0.properties.generalCategory != .control }
    let safe = readable(String(String.UnicodeScalarView(signs)), language)
    return safe.count > 60 ? safe.prefix(59) + "…" : safe
  }

  /// Days and decimals with the signs of the language.
  private static func readable(_ value: String, _ language: Language) -> String {
    guard language == .vietnamese else { return value }
    if let moment = LocalMoment(parsing: value) { return moment.vietnameseText }
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    let isDecimal =
      parts.count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    return isDecimal ? parts.joined(separator: ",") : value
  }
}
