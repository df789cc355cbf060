package import Diagnostics
package import Grading

/// Score sheets as a table for a spreadsheet: one row an item, every layer in its column.
package struct ScoreSheetCSV: Sendable {
  let words: RoundWords

  package init(_ round: Round, _ language: Language) { words = RoundWords(round, language) }

  private func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  /// The sheets of some units, by their places in `Round.units`.
  package func text(units: [Int]) -> String {
    let round = words.round
    var csv = CSVText(words.language)
    csv.row(
      [
        say("Mã cơ quan", "Unit id"), say("Cơ quan, đơn vị, địa phương", "Unit"),
        say("Mã tiêu chí", "Item id"), say("Tiêu chí thành phần", "Item"),
        say("Điểm tối đa", "Maximum"),
      ] + round.layers.map(words.layer) + [
        say("Tình trạng", "State"), say("Giải thích", "Why"),
      ] + (words.isIllustrative ? [words.illustrationMark] : []))
    for unit in units {
      let result = round.units[unit]
      for item in round.sets[result.record.set].items {
        csv.row(row(unit, result, item, csv))
      }
    }
    return csv.text
  }

  private func row(_ unit: Int, _ result: UnitResult, _ item: Item, _ csv: CSVText) -> [String] {
    let last = words.round.layers.count - 1
    let trace = words.round.trace(unit: unit, item: item.index, layer: last)
    return [
      result.record.unit.id, result.record.unit.name, item.id, item.title,
      csv.number(item.maximum),
    ]
      + result.sheets.map { sheet in
        let outcome = sheet[item.index]
        let isBlank = outcome.state.isOpen || !outcome.counts
        return isBlank ? "" : csv.number(outcome.points)
      }
      + [
        state(trace.outcome.state),
        RuleSentence(words, trace).text,
      ]
      + (words.isIllustrative ? [trace.isIllustrative ? say("có", "yes") : ""] : [])
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
