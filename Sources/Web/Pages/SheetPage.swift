internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// A unit's points in every layer, as far as they were handed in and decided.
struct SheetPage: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    let row: SheetRow
    let why: String?
  }

  let name: String
  let submission: String
  let set: String
  let legend: String?
  let layers: [String]
  let rows: [Row]
  let totals: [SheetRow]
  let back: PageFrame.Entry?
  /// The same on paper; nil: nothing is handed in.
  let paper: String?

  /// - Parameter showsPlaces: whether places, and others' values, may be seen.
  init(
    _ unit: Int, in snapshot: RoundSnapshot, _ frame: PageFrame, claim: Rights.ClaimWindow,
    showsPlaces: Bool, back: PageFrame.Entry?
  ) {
    let round = snapshot.round
    let result = round.units[unit]
    let set = round.sets[result.record.set]
    let sheets = ScoreSheetText(round, frame.language, showsPlaces: showsPlaces)
    let words = RoundWords(round, frame.language)
    let last = round.layers.count - 1
    name = result.record.unit.name
    submission = SheetPage.notYet(result, claim, frame) ?? sheets.submission(result)
    self.set = set.title
    legend = sheets.legend(result)
    layers = round.layers.map(words.layer)
    let all = sheets.rows(result, set)
    rows = all.filter { $0.kind != .total }.map { row in
      guard case .item(let place) = row.kind else { return Row(row: row, why: nil) }
      let item = set.items[place]
      let outcome = result.sheets[last][place]
      let isRegular = set.areas[item.area].kind == .regular
      let isWhole =
        outcome.state == .scored
        && (isRegular ? outcome.points >= item.maximum : outcome.points.isZero)
      guard !isWhole else { return Row(row: row, why: nil) }
      let trace = round.trace(unit: unit, item: place, layer: last)
      return Row(row: row, why: RuleSentence(words, trace, showsOthers: showsPlaces).text)
    }
    totals = all.filter { $0.kind == .total }
    self.back = back
    paper = result.isSubmitted ? WebPath.sheetPaper(result.record.unit.id) : nil
  }

  /// That nothing was handed in, while there is time; nil: it was, or time is over.
  private static func notYet(
    _ result: UnitResult, _ claim: Rights.ClaimWindow, _ frame: PageFrame
  ) -> String? {
    guard !result.isSubmitted, !result.record.assessment.isUnreadable else { return nil }
    switch claim {
    case .open(let until?):
      let until = NumberWords(frame.language).moment(until)
      return frame.say(
        "Chưa nộp bản tự chấm điểm; hạn nộp \(until).", "Not handed in yet; open until \(until).")
    case .open(nil), .notOpen:
      return frame.say("Chưa nộp bản tự chấm điểm.", "Not handed in yet.")
    case .closed, .noStage: return nil
    }
  }

  func html(_ frame: PageFrame) -> [UInt8] {
    frame.page(name, trail: back.map { [$0] } ?? []) { page in
      page.element("p", text: submission)
      page.element("p", text: set)
      if let legend { page.element("p", .class("dim"), text: legend) }
      if let paper {
        page.element("p") {
          $0.link(
            to: paper,
            text: frame.say("Phiếu kết quả để in (PDF)", "The sheet to be printed (PDF)"))
        }
      }
      let columns =
        [
          HTMLWriter.Column(frame.say("Mã", "Id")),
          HTMLWriter.Column(
            frame.say("Lĩnh vực, tiêu chí, tiêu chí thành phần", "Area, criterion, item")),
          HTMLWriter.Column(frame.say("Điểm tối đa", "Maximum"), isNumber: true),
        ] + layers.map { HTMLWriter.Column($0, isNumber: true) }
      page.table(
        id: "phieu", caption: frame.say("Điểm theo từng bước", "Points by step"), columns,
        name: "sheet"
      ) { table in
        table.element("tbody") { body in for row in rows { write(row, &body) } }
        table.element("tfoot") { foot in
          for total in totals {
            foot.row(.class(total.isStrong ? "strong" : "total")) { row in
              row.element("th", .scope("row"), .init("colspan", "3"), text: total.title)
              for cell in total.cells { row.numberCell(cell) }
            }
          }
        }
      }
    }
  }

  private func write(_ line: Row, _ page: inout HTMLWriter) {
    let name = line.row.isStrong ? "strong" : line.row.kind == .criterion ? "group" : "item"
    page.row(.class(name)) { row in
      row.cell(line.row.id)
      row.element("th", .scope("row")) { head in
        head.text(line.row.title)
        if let why = line.why { head.element("span", .class("why"), text: why) }
      }
      row.numberCell(line.row.maximum)
      for cell in line.row.cells { row.numberCell(cell) }
    }
  }
}
