package import Diagnostics
package import DossierCounting

/// What is said of closed data on every page that names them.
package struct ClosingWords {
  private let words: DossierWords

  package init(_ language: Language) { words = DossierWords(language) }

  /// "đến hết ngày 30/09/2019".
  package func asOf(_ closing: DossierClosing) -> String { words.through(closing.asOf) }

  /// "tiếp nhận 29; đã giải quyết 22; trễ hạn 10; …".
  package func totals(_ closing: DossierClosing) -> String {
    let shown: [DossierMetric] = [.received, .resolved, .late, .unresolved, .excluded]
    return shown.map { "\(words.metric($0)) \(words.numbers.count(closing.totals[$0] ?? 0))" }
      .joined(separator: "; ")
  }

  /// "không còn 1, thêm 2, thay đổi 9".
  package func changes(_ changes: ComparisonTally) -> String {
    let count = words.numbers.count
    return words.say(
      "không còn \(count(changes.onlyInA)), thêm \(count(changes.onlyInB)), thay đổi "
        + count(changes.changed),
      "gone \(count(changes.onlyInA)), added \(count(changes.onlyInB)), changed "
        + count(changes.changed))
  }
}
