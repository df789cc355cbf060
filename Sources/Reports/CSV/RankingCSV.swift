package import Diagnostics
package import Grading

/// The rankings as a table for a spreadsheet: one row a unit, blocks and groups in order.
package struct RankingCSV: Sendable {
  let words: RoundWords
  private let isIllustrative: Bool

  package init(_ round: Round, _ language: Language) {
    words = RoundWords(round, language)
    isIllustrative = words.isIllustrative
  }

  private func say(_ vietnamese: String, _ english: String) -> String {
    words.say(vietnamese, english)
  }

  /// All blocks, or one; tied rows by id.
  package func text(block: Int? = nil, layer: Int? = nil) -> String {
    let round = words.round
    let layer = layer ?? round.layers.count - 1
    var csv = CSVText(words.language)
    csv.row(titles)
    for (place, plan) in round.plan.blocks.enumerated() where block == nil || block == place {
      for group in round.groups where group.block == place {
        let standings = Standings(round, group, layer: layer, order: .files)
        let states = [
          (standings.ranked, say("xếp hạng", "ranked")),
          (standings.unranked, say("chấm điểm, không xếp hạng", "scored, not ranked")),
          (standings.notSubmitted, say("không nộp", "not submitted")),
          (standings.unreadable, say("không đọc được", "unreadable")),
          (standings.withoutIndex, say("không có nội dung áp dụng", "nothing applies")),
        ]
        for (units, state) in states {
          for unit in units {
            csv.row(row(round.units[unit], plan, group, layer, state, csv))
          }
        }
      }
    }
    return csv.text
  }

  var titles: [String] {
    let round = words.round
    return [
      say("Khối", "Block"), say("Nhóm", "Group"), say("Thứ hạng", "Place"),
      say("Đồng hạng", "Tied"), say("Mã", "Id"), say("Cơ quan, đơn vị, địa phương", "Unit"),
      say("Chỉ số (%)", "Index (%)"), say("Xếp hạng (mức)", "Grade"),
      say("Mức theo chỉ số", "Grade by the index"), say("Tổng điểm", "Points"),
      say("Tổng điểm tối đa áp dụng", "Applicable maximum"),
    ]
      + round.layers.dropLast().map {
        say("Chỉ số: \(words.layer($0))", "Index: \(words.layer($0))")
      }
      + [
        say("Tình trạng", "State"), say("Tạm tính", "Provisional"), say("Ghi chú", "Notes"),
      ]
      + (isIllustrative ? [words.illustrationMark] : [])
  }

  private func row(
    _ result: UnitResult, _ block: Block, _ group: RankingGroup, _ layer: Int, _ state: String,
    _ csv: CSVText
  ) -> [String] {
    let round = words.round
    // A unit that handed in nothing has no result to show.
    let isShown =
      result.isSubmitted
      || (round.plan.notSubmitted == .zero && !result.record.assessment.isUnreadable)
    let total = isShown ? result.totals[layer] : nil
    let yes = say("có", "yes")
    let notes =
      isShown
      ? RankingText(round, words).notes(result, layer, block, isRanked: true) : []
    return [
      block.title, group.parent.map(words.unit) ?? "",
      total?.place.map { String($0.number) } ?? "", total?.place?.isTied == true ? yes : "",
      result.record.unit.id, result.record.unit.name, csv.number(total?.index),
      total?.grade.map { block.grades[$0.grade].name } ?? "",
      total?.grade.map { block.grades[$0.fromIndex].name } ?? "", csv.number(total?.points),
      csv.number(total?.maximum),
    ]
      + result.totals.dropLast().map { isShown ? csv.number($0?.index) : "" }
      + [state, total?.isProvisional == true ? yes : "", notes.joined(separator: ". ")]
      + (isIllustrative ? [yes] : [])
  }
}
