package import Diagnostics
package import Grading

/// The rankings as a table for a spreadsheet: one row a unit, blocks and groups in order.
package struct RankingCSV: Sendable {
  let words: RoundWords
  private let isIllustrative: Bool
  /// Columns of how far what is open can move each unit; nil: there are none.
  private let intervals: RoundIntervals?

  package init(_ round: Round, _ language: Language, intervals: RoundIntervals? = nil) {
    words = RoundWords(round, language)
    isIllustrative = words.isIllustrative
    self.intervals = intervals
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
            let own = intervals.map { bounds($0[unit], csv) } ?? []
            csv.row(row(round.units[unit], plan, group, layer, state, csv) + own)
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
      + (intervals == nil ? [] : boundTitles)
  }

  private var boundTitles: [String] {
    [
      say("Chỉ số thấp nhất còn có thể", "Lowest index still possible"),
      say("Chỉ số cao nhất còn có thể", "Highest index still possible"),
      say("Khoảng chỉ số", "Index interval"),
      say("Thứ hạng tốt nhất còn có thể", "Best place still possible"),
      say("Thứ hạng thấp nhất còn có thể", "Worst place still possible"),
      say("Khoảng thứ hạng", "Place interval"),
    ]
  }

  private func bounds(_ interval: UnitInterval?, _ csv: CSVText) -> [String] {
    func sure(_ isExact: Bool?) -> String {
      switch isExact {
      case true?: say("đạt được cả hai đầu", "both ends can be reached")
      case false?: say("giới hạn ngoài", "outer bounds")
      case nil: ""
      }
    }
    let (index, places) = (interval?.index, interval?.places)
    return [
      csv.number(index?.lowest), csv.number(index?.highest), sure(index?.isExact),
      places.map { String($0.best) } ?? "", places.map { String($0.worst) } ?? "",
      sure(places?.isExact),
    ]
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
