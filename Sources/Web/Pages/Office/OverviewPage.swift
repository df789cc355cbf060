internal import Diagnostics
internal import EventLog
internal import Grading
internal import HTMLWriting
internal import Procedure
internal import Reports
internal import Store

/// What of the round is still open: by stage and by unit.
struct OverviewPage: Hashable, Sendable {
  struct StageRow: Hashable, Sendable {
    let title: String
    let deadline: String
    let isOver: Bool
    let open: [String]
  }

  struct UnitRow: Hashable, Sendable {
    let name: String
    let path: String
    let submission: String
    let isMissing: Bool
    /// Items that were decided, of all that are appraised.
    let decided: Int
    let items: Int
    let requests: Int
    let open: String
    let isLocked: Bool
  }

  let stages: [StageRow]
  let units: [UnitRow]
  /// All units together, one line for each reason.
  let open: [OpenLine]

  /// - Parameters:
  ///   - work: what is appraised.
  ///   - waiting: items that wait for a second approver.
  ///   - ledger: what the log says of requests.
  init(
    _ snapshot: RoundSnapshot, _ work: [WorkTable.Row], waiting: Set<ItemOfUnit>,
    _ ledger: NoticeLedger, for account: Account, _ rights: Rights, at time: EventTime,
    _ frame: PageFrame
  ) {
    let round = snapshot.round
    let words = RoundWords(round, frame.language)
    let sheets = ScoreSheetText(round, frame.language, showsPlaces: false)
    let overview = RoundOverview(snapshot, work, waiting: waiting, ledger)
    units = overview.units.map { unit in
      let result = round.units[unit.place]
      return UnitRow(
        name: result.record.unit.name, path: WebPath.sheet(result.record.unit.id),
        submission: sheets.submission(result), isMissing: !result.isSubmitted,
        decided: unit.decided, items: unit.items, requests: unit.requests,
        open: unit.open.map(words.text) ?? "", isLocked: result.record.isLocked)
    }
    open = OpenLine.all(overview.open, words, rights, account)
    let numbers = NumberWords(frame.language)
    stages = snapshot.plan.stages.map { stage in
      StageRow(
        title: stage.title, deadline: stage.deadline.map { numbers.moment($0) } ?? "–",
        isOver: stage.deadline.map { Notice.isOver($0, at: time) } ?? false,
        open: OverviewPage.open(stage, overview, frame))
    }
  }

  private static func open(
    _ stage: Stage, _ overview: RoundOverview, _ frame: PageFrame
  ) -> [String] {
    switch stage.kind {
    case .claim:
      let (submitted, units) = (overview.submitted, overview.units.count)
      return [frame.say("đã nộp \(submitted)/\(units)", "\(submitted) of \(units) handed in")]
    case .appraisal:
      return overview.work.map { "\(frame.state($0.state)): \($0.count)" }
    case .explanation:
      let requests = overview.requests
      return [
        frame.say("\(requests) yêu cầu chưa giải trình", "requests without an answer: \(requests)")
      ]
    case .council:
      let waits = overview.council
      return [
        frame.say("\(waits) mục chờ Hội đồng quyết định", "items that await the council: \(waits)")
      ]
    }
  }

  /// The organiser's pages about the round as a whole.
  static func links(_ frame: PageFrame) -> [(path: String, title: String)] {
    [
      (WebPath.setup, frame.say("Kỳ đánh giá", "The round")),
      (WebPath.overview, frame.say("Còn bỏ ngỏ", "Still open")),
      (WebPath.progress, frame.say("Tiến độ từng người", "Progress by person")),
      (WebPath.rankings, frame.say("Xếp hạng theo từng cột điểm", "Rankings by layer")),
      (WebPath.drift, frame.say("Độ chênh giữa các người thẩm định", "Appraiser drift")),
    ]
  }

  func html(_ frame: PageFrame) -> [UInt8] {
    frame.page(
      frame.say("Còn bỏ ngỏ", "Still open"),
      trail: [.init(path: WebPath.setup, title: frame.say("Kỳ đánh giá", "The round"))]
    ) { page in
      page.element("div", .class("actions")) { actions in
        for (path, title) in OverviewPage.links(frame) where path != WebPath.overview {
          actions.link(to: path, text: title)
        }
      }
      page.line()
      page.table(
        id: "theo-buoc", caption: frame.say("Theo bước", "By stage"),
        [
          .init(frame.say("Bước", "Stage")), .init(frame.say("Hạn", "Until")),
          .init(frame.say("Đang ở đâu", "Where it stands")),
        ], name: "items", isStacked: true, rows: stages
      ) { row, stage in
        row.element("th", .scope("row"), text: stage.title)
        row.element("td") { cell in
          cell.element(
            "span", .class(stage.isOver ? "dim" : "label-inline"), text: stage.deadline)
        }
        row.cell(stage.open.joined(separator: "; "))
      }
      if !open.isEmpty {
        page.element("h2", text: frame.say("Lý do còn tạm tính", "Why results are provisional"))
        OpenLine.write(open, &page)
      }
      writeUnits(frame, &page)
    }
  }

  private func writeUnits(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.table(
      id: "theo-don-vi", caption: frame.say("Theo cơ quan, đơn vị, địa phương", "By unit"),
      [
        .init(frame.say("Cơ quan, đơn vị, địa phương", "Unit")),
        .init(frame.say("Nộp", "Handed in")),
        .init(frame.say("Đã thẩm định", "Decided"), isNumber: true),
        .init(frame.say("Chưa giải trình", "To be explained"), isNumber: true),
        .init(frame.say("Còn bỏ ngỏ", "Open")), .init(frame.say("Khóa", "Locked")),
      ], name: "wide", isStacked: true, rows: units
    ) { row, unit in
      row.element("th", .scope("row")) { $0.link(to: unit.path, text: unit.name) }
      row.element("td") { cell in
        if unit.isMissing {
          cell.element("span", .class("state bad"), text: frame.say("chưa nộp", "not yet"))
        } else {
          cell.text(unit.submission)
        }
      }
      row.numberCell("\(unit.decided)/\(unit.items)")
      row.numberCell(String(unit.requests))
      row.cell(unit.open)
      row.cell(unit.isLocked ? frame.say("đã khóa", "locked") : "")
    }
  }
}
