internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// The places of a block as they stand now, in one layer.
struct RankingPage: Hashable, Sendable {
  struct Choice: Hashable, Sendable {
    let path: String
    let title: String
    let isChosen: Bool
  }

  struct Row: Hashable, Sendable {
    let place: String
    let name: String
    /// nil: whoever looks may not see the unit's sheet.
    let path: String?
    let index: String
    let grade: String
    let notes: String
  }

  struct Group: Hashable, Sendable {
    let title: String
    let rows: [Row]
    /// Those without a place, by reason.
    let others: [String]
  }

  let title: String
  let blocks: [Choice]
  let layers: [Choice]
  let basis: String
  /// What marks in the notes mean.
  let footnote: String?
  let groups: [Group]

  /// - Parameters:
  ///   - layer: counts in `Round.layers`.
  ///   - intervals: how far what is open can move units; nil: nothing is, or in this layer nobody
  ///     asks.
  ///   - sees: whether a unit's place may be seen; groups without one that may are left out.
  init(
    block place: Int, layer: Int, in snapshot: RoundSnapshot, _ frame: PageFrame,
    intervals: RoundIntervals? = nil, sees: (String) -> Bool
  ) {
    let round = snapshot.round
    let words = RoundWords(round, frame.language)
    let rankings = RankingText(round, words)
    let block = round.plan.blocks[place]
    let ids = round.layerIDs
    func isSeen(_ group: RankingGroup) -> Bool {
      group.units.contains { sees(round.units[$0].record.unit.id) }
    }
    title = block.title
    blocks = round.plan.blocks.enumerated().compactMap { number, other in
      guard round.groups.contains(where: { $0.block == number && isSeen($0) }) else { return nil }
      return Choice(
        path: WebPath.block(other.id, layer: ids[layer]), title: other.title,
        isChosen: number == place)
    }
    layers = round.layers.enumerated().map { number, other in
      Choice(
        path: WebPath.block(block.id, layer: ids[number]), title: words.layer(other),
        isChosen: number == layer)
    }
    basis = rankings.basis(block)
    let isMarked = round.units.indices.contains { unit in
      let result = round.units[unit]
      return result.record.block == place && result.totals[layer]?.isProvisional == true
        && intervals?[unit]?.hasOuterBounds(showsPlaces: true) == true
    }
    footnote = isMarked ? "(*) " + words.outerBound : nil
    groups = round.groups.filter { $0.block == place && isSeen($0) }.map { group in
      RankingPage.group(
        group, block, layer, rankings, intervals, words, frame,
        title: block.groupsByParent ? rankings.title(of: group) : block.title)
    }
  }

  private static func group(
    _ group: RankingGroup, _ block: Block, _ layer: Int, _ rankings: RankingText,
    _ intervals: RoundIntervals?, _ words: RoundWords, _ frame: PageFrame, title: String
  ) -> Group {
    let round = words.round
    let standings = Standings(round, group, layer: layer, order: .pages)
    func names(_ units: [Int], _ vietnamese: String, _ english: String) -> String? {
      guard !units.isEmpty else { return nil }
      let list = units.map { round.units[$0].record.unit.name }.joined(separator: "; ")
      return "\(frame.say(vietnamese, english)): \(list)."
    }
    return Group(
      title: title,
      rows: (standings.ranked + standings.unranked).map { unit in
        let result = round.units[unit]
        let total = result.totals[layer]
        let decimals = round.sets[result.record.set].rounding.index
        return Row(
          place: total?.place.map { String($0.number) } ?? "–", name: result.record.unit.name,
          path: WebPath.sheet(result.record.unit.id),
          index: total?.index.map { words.numbers.fixed($0, places: decimals) } ?? "–",
          grade: total?.grade.map { block.grades[$0.grade].name } ?? "–",
          notes: (rankings.notes(result, layer, block, isRanked: total?.place != nil)
            + [
              intervals?[unit].flatMap { interval in
                total?.isProvisional == true
                  ? words.text(interval, decimals: decimals, isMarked: true) : nil
              }
            ].compactMap(\.self)).joined(separator: "; "))
      },
      others: [
        names(standings.notSubmitted, "Chưa nộp bản tự chấm điểm", "Nothing handed in yet"),
        names(standings.unreadable, "Không đọc được tệp", "Files cannot be used"),
        names(standings.withoutIndex, "Không có chỉ số", "Without an index"),
      ].compactMap(\.self))
  }

  func html(_ frame: PageFrame) -> [UInt8] {
    frame.page(title) { page in
      write(blocks, frame.say("Các khối", "Blocks"), &page)
      page.element("p", .class("label"), text: frame.say("Xếp theo cột điểm", "Ranked on"))
      write(layers, frame.say("Cột điểm", "Layers"), &page)
      for (number, group) in groups.enumerated() { write(group, number, frame, &page) }
      if let footnote { page.element("p", .class("dim"), text: footnote) }
      page.element("h2", text: frame.say("Cách xếp hạng", "How it is ranked"))
      page.element("p", text: basis)
      page.line()
    }
  }

  private func write(_ choices: [Choice], _ title: String, _ page: inout HTMLWriter) {
    page.element("nav", .init("aria-label", title)) { nav in
      nav.element("ul") { list in
        for choice in choices {
          list.element("li") { entry in
            if choice.isChosen {
              entry.link(to: choice.path, .init("aria-current", "true"), text: choice.title)
            } else {
              entry.link(to: choice.path, text: choice.title)
            }
          }
        }
      }
    }
    page.line()
  }

  private func write(
    _ group: Group, _ number: Int, _ frame: PageFrame, _ page: inout HTMLWriter
  ) {
    page.table(
      id: "nhom-\(number)", caption: group.title,
      [
        .init(frame.say("Thứ hạng", "Place"), isNumber: true),
        .init(frame.say("Cơ quan, đơn vị, địa phương", "Unit")),
        .init(frame.say("Chỉ số (%)", "Index (%)"), isNumber: true),
        .init(frame.say("Xếp hạng (mức)", "Grade")), .init(frame.say("Ghi chú", "Notes")),
      ], name: "wide", isStacked: true, rows: group.rows
    ) { row, line in
      row.numberCell(line.place)
      row.element("th", .scope("row")) { cell in
        if let path = line.path {
          cell.link(to: path, text: line.name)
        } else {
          cell.text(line.name)
        }
      }
      row.numberCell(line.index)
      row.cell(line.grade)
      row.cell(line.notes)
    }
    for text in group.others { page.element("p", .class("dim"), text: text) }
  }
}
