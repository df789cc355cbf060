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
  /// By set and item: the cells that are the same for every unit.
  private let itemCells: [[[UInt8]]]

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
    itemCells = round.sets.map { set in
      let csv = CSVText(language)
      return set.items.map {
        CSVText.encoded([$0.id, $0.title, csv.number($0.maximum)], language)
      }
    }
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  /// The sheets of some units, by their places in `Round.units`.
  package func text(units: [Int]) -> String {
    String(decoding: head + units.flatMap(rows), as: UTF8.self)
  }

  /// The byte-order mark and the columns' names.
  package var head: [UInt8] {
    var csv = CSVText(words.language)
    csv.row(
      [
        say("Mã cơ quan", "Unit id"), say("Cơ quan, đơn vị, địa phương", "Unit"),
        say("Mã tiêu chí", "Item id"), say("Tiêu chí thành phần", "Item"),
        say("Điểm tối đa", "Maximum"),
      ] + words.round.layers.map(words.layer) + [say("Tình trạng", "State")]
        + (explains ? [say("Giải thích", "Why")] : [])
        + (words.isIllustrative ? [words.illustrationMark] : []))
    return csv.bytes
  }

  /// One unit's rows, to be put behind `head`.
  package func rows(_ unit: Int) -> [UInt8] {
    let round = words.round
    let result = round.units[unit]
    let set = result.record.set
    let last = round.layers.count - 1
    let unitCells = CSVText.encoded(
      [result.record.unit.id, result.record.unit.name], words.language)
    var csv = CSVText(words.language, isWhole: false)
    for item in itemCells[set].indices {
      csv.cells(encoded: unitCells)
      csv.cells(encoded: itemCells[set][item])
      for layer in result.sheets.indices {
        let outcome = result.sheets[layer][item]
        if outcome.state.isOpen || !outcome.counts {
          csv.cell("")
        } else {
          csv.cell(outcome.points)
        }
      }
      csv.cell(state(result.sheets[last][item].state))
      if explains { csv.cell(why(unit, item, last)) }
      if words.isIllustrative {
        csv.cell(isIllustrative(result, item) ? say("có", "yes") : "")
      }
      csv.endRow()
    }
    return csv.bytes
  }

  private func why(_ unit: Int, _ item: Int, _ layer: Int) -> String {
    let trace = words.round.trace(unit: unit, item: item, layer: layer)
    return RuleSentence(words, trace, showsOthers: showsOthers).text
  }

  /// Whether anything the item reads is made up (SCORING 32).
  private func isIllustrative(_ result: UnitResult, _ item: Int) -> Bool {
    let set = result.record.set
    return words.round.plan.isIllustrative || illustrated[set][item]
      || (result.record.assessment.isIllustrative
        && words.round.sets[set].items[item].scoredBy == .unit)
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
