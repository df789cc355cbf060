package import Diagnostics
package import Grading

/// Score sheets as a table for a spreadsheet: one row an item, every layer in its column.
package struct ScoreSheetCSV: Sendable {
  let words: RoundWords
  /// Whether every row says in a sentence why.
  let explains: Bool
  /// Before publication what is given to a unit tells no other unit's values.
  let showsOthers: Bool
  /// By set and item: it reads a table that is made up.
  private let illustrated: [[Bool]]

  package init(
    _ round: Round, _ language: Language, explains: Bool = true, showsOthers: Bool = true
  ) {
    words = RoundWords(round, language)
    self.explains = explains
    self.showsOthers = showsOthers
    illustrated = round.sets.map { set in
      set.items.map { item in
        item.rule.references.contains { reference in
          guard case .figure(let place) = reference else { return false }
          let table = String(set.figures[place].namespace)
          return round.plan.figures.tables[table]?.isIllustrative == true
        }
      }
    }
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  /// The sheets of some units, by their places in `Round.units`.
  package func text(units: [Int]) -> String { head + units.map(rows).joined() }

  /// The byte-order mark and the columns' names.
  package var head: String {
    var csv = CSVText(words.language)
    csv.row(
      [
        say("Mã cơ quan", "Unit id"), say("Cơ quan, đơn vị, địa phương", "Unit"),
        say("Mã tiêu chí", "Item id"), say("Tiêu chí thành phần", "Item"),
        say("Điểm tối đa", "Maximum"),
      ] + words.round.layers.map(words.layer) + [say("Tình trạng", "State")]
        + (explains ? [say("Giải thích", "Why")] : [])
        + (words.isIllustrative ? [words.illustrationMark] : []))
    return csv.text
  }

  /// One unit's rows, to be put behind `head`.
  package func rows(_ unit: Int) -> String {
    let result = words.round.units[unit]
    var csv = CSVText(words.language, isWhole: false)
    for item in words.round.sets[result.record.set].items {
      csv.row(row(unit, result, item, csv))
    }
    return csv.text
  }

  private func row(_ unit: Int, _ result: UnitResult, _ item: Item, _ csv: CSVText) -> [String] {
    let last = words.round.layers.count - 1
    return [
      result.record.unit.id, result.record.unit.name, item.id, item.title,
      csv.number(item.maximum),
    ]
      + result.sheets.map { sheet in
        let outcome = sheet[item.index]
        let isBlank = outcome.state.isOpen || !outcome.counts
        return isBlank ? "" : csv.number(outcome.points)
      }
      + [state(result.sheets[last][item.index].state)]
      + (explains ? [why(unit, item, last)] : [])
      + (words.isIllustrative ? [isIllustrative(result, item) ? say("có", "yes") : ""] : [])
  }

  private func why(_ unit: Int, _ item: Item, _ layer: Int) -> String {
    let trace = words.round.trace(unit: unit, item: item.index, layer: layer)
    return RuleSentence(words, trace, showsOthers: showsOthers).text
  }

  /// Whether anything the item reads is made up (SCORING 32).
  private func isIllustrative(_ result: UnitResult, _ item: Item) -> Bool {
    words.round.plan.isIllustrative
      || (result.record.assessment.isIllustrative && item.scoredBy == .unit)
      || illustrated[result.record.set][item.index]
  }

  private func state(_ state: ItemState) -> String {
    switch state {
    case .scored: say("đã chấm", "scored")
    case .notApplicable: say("không áp dụng", "not applicable")
    case .unanswered: say("chưa trả lời", "unanswered")
    case .pending: say("chờ", "pending")
    case .broken: say("số liệu không hợp lệ", "broken")
    }
  }
}
