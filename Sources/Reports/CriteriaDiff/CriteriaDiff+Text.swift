package import Diagnostics
internal import Grading

extension CriteriaDiff {
  /// The whole comparison for people, under the headings of the new set.
  package func text(_ language: Language) -> String {
    func say(_ vietnamese: String, _ english: String) -> String {
      Wording(vi: vietnamese, en: english)[language]
    }
    var text = say("So sánh hai bộ tiêu chí\n", "Two criteria sets compared\n")
    text += say("  cũ:  ", "  old: ") + line(old, language) + "\n"
    text += say("  mới: ", "  new: ") + line(new, language) + "\n"
    guard !isEmpty else { return text + "\n" + say("Không có thay đổi.\n", "Nothing changed.\n") }
    text += "\n" + summary(language) + "\n"
    var printed: Set<Heading> = []
    for part in parts {
      let own = Heading(level: part.level, id: part.id, title: part.title)
      for heading in part.ancestors + [own] where printed.insert(heading).inserted {
        if heading.level == .set || heading.level == .area { text += "\n" }
        text += indent(heading.level) + name(heading, language) + "\n"
      }
      for change in part.changes {
        text += indent(part.level) + "  - " + change.text[language] + "\n"
      }
    }
    return text
  }

  private func line(_ side: Side, _ language: Language) -> String {
    let numbers = NumberWords(language)
    return switch language {
    case .vietnamese:
      "\(side.id), năm \(side.year): \(side.areas) lĩnh vực, \(side.criteria) tiêu chí, \(side.items) mục chấm điểm, \(numbers.points(side.maximum))"
    case .english:
      "\(side.id), \(side.year): areas \(side.areas), criteria \(side.criteria), scored items \(side.items), \(numbers.points(side.maximum))"
    }
  }

  /// "Có 5 phần thay đổi: thêm 1, bỏ 1, đổi cách chấm 3".
  private func summary(_ language: Language) -> String {
    let nouns: [(Aspect, Wording)] = [
      (.added, Wording(vi: "thêm mới", en: "added")), (.removed, Wording(vi: "bỏ", en: "removed")),
      (.moved, Wording(vi: "chuyển chỗ", en: "moved")),
      (.renumbered, Wording(vi: "đổi mã", en: "renumbered")),
      (.title, Wording(vi: "đổi tên", en: "renamed")),
      (.maximum, Wording(vi: "đổi điểm tối đa", en: "maximum changed")),
      (.rule, Wording(vi: "đổi cách chấm", en: "rule changed")),
      (.inputs, Wording(vi: "đổi dữ liệu phải nhập", en: "inputs changed")),
    ]
    let counts = nouns.compactMap { aspect, noun in
      count(of: aspect) > 0 ? "\(noun[language]) \(count(of: aspect))" : nil
    }
    let list = counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")
    return switch language {
    case .vietnamese: "Có thay đổi ở \(parts.count) phần\(list)."
    case .english: "Changes in \(parts.count) \(parts.count == 1 ? "part" : "parts")\(list)."
    }
  }

  private func indent(_ level: Level) -> String {
    switch level {
    case .set, .area: ""
    case .criterion: "  "
    case .item: "    "
    }
  }

  private func name(_ heading: Heading, _ language: Language) -> String {
    switch heading.level {
    case .set: Wording(vi: "Toàn bộ", en: "The whole set")[language]
    case .area:
      Wording(
        vi: "Lĩnh vực \(heading.id). \(heading.title)", en: "Area \(heading.id). \(heading.title)")[
          language]
    case .criterion:
      Wording(
        vi: "Tiêu chí \(heading.id). \(heading.title)",
        en: "Criterion \(heading.id). \(heading.title)")[language]
    case .item: "\(heading.id). \(heading.title)"
    }
  }
}
