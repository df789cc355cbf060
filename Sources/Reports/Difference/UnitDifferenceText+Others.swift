internal import Grading

/// Those that passed a unit, or that it passed.
extension UnitDifferenceText {
  /// All in one line.
  func writeOthers(_ others: [Int], _ verb: String, _ text: inout TextPage) {
    guard !others.isEmpty else { return }
    let more = others.count - 5
    let rest = more > 0 ? say(" và \(more) nơi khác", " and \(more) more") : ""
    text.line(verb + others.prefix(5).map(named).joined(separator: "; ") + rest, indent: 2)
  }

  /// Each with what moved it.
  func writeEach(_ others: [Int], _ verb: String, _ text: inout TextPage) {
    for other in others {
      text.line(verb + named(other), indent: 2)
      if let change = page.difference.unit(other) {
        UnitDifferenceText(page, change).writeInShort(&text, 4)
      }
    }
  }

  /// "Sở Y tế (chỉ số 86,14 → 84,61)".
  private func named(_ other: Int) -> String {
    let result = page.difference.after.round.units[other]
    guard let change = page.difference.unit(other) else {
      let same = say("chỉ số giữ nguyên ", "index unchanged at ")
      return
        "\(result.record.unit.name) (\(same)\(index(result.totals[page.difference.after.layer])))"
    }
    return "\(result.record.unit.name) (\(index(change)))"
  }

  /// What moved it, beneath another that it passed or that passed it.
  private func writeInShort(_ text: inout TextPage, _ indent: Int) {
    if let lock = unit.lock { text.line(place(after: lock), indent: indent) }
    guard !unit.items.isEmpty else { return }
    writeItems(&text, indent) { item, text in
      text.line("\(moved(item)) (\(brief(item.causes)))", indent: indent)
    }
  }
}
