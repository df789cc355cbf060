internal import DossierCounting
internal import Grading
internal import HTMLWriting
internal import Reports

/// A unit's dossiers that are worth a look, all year round: how near it is to the rates that are
/// watched, and each dossier with why it counts so.
struct DossiersPage: Sendable {
  /// Which dossiers are shown; raw values stand in addresses.
  enum Choice: String, CaseIterable, Sendable {
    case late = "tre-han"
    case overdue = "qua-han"
    case excluded = "loai-tru"
    case other = "khac"

    init(_ entry: LedgerEntry) {
      switch entry.outcome {
      case .late: self = .late
      case .unresolvedOverdue: self = .overdue
      case .excluded: self = .excluded
      default: self = entry.exclusion == nil ? .other : .excluded
      }
    }

    func title(_ frame: PageFrame) -> String {
      switch self {
      case .late: frame.say("Trễ hạn", "Late")
      case .overdue: frame.say("Chưa xong, đã quá hạn", "Open and overdue")
      case .excluded: frame.say("Không tính", "Excluded")
      case .other: frame.say("Lập riêng, phải xem lại", "Listed, worth a look")
      }
    }
  }

  struct Row: Hashable, Sendable {
    let dossier: String
    let path: String
    let outcome: String
    let due: String
    let finished: String
    let reasons: String
    let state: DossierState?
  }

  static let onPage = 100
  static let choice = "loai"

  let unit: String
  let name: String
  /// What the figures are of.
  var title = ""
  var through = ""
  var isIllustrative = false
  var facts: [(title: String, value: String)] = []
  var warnings: [(text: String, isBad: Bool)] = []
  /// Until when something can be said; nil: the rules state nothing.
  var until: String?
  var counts: [Choice: Int] = [:]
  var chosen = Choice.late
  var number = 1
  var pages = 1
  var rows: [Row] = []

  func html(_ frame: PageFrame, notice: String? = nil, isBad: Bool = false) -> [UInt8] {
    frame.page(
      frame.say("Hồ sơ thủ tục hành chính", "Dossiers"),
      trail: [.init(path: WebPath.unit(unit), title: name)]
    ) { page in
      if let notice { frame.notice(notice, isBad: isBad, &page) }
      for warning in warnings { frame.notice(warning.text, isBad: warning.isBad, &page) }
      page.element("dl", .class("facts")) { list in
        for fact in facts { list.fact(fact.title, fact.value) }
      }
      page.element("p", .class("dim")) { line in
        line.text("\(title), \(through).")
        if isIllustrative {
          line.text(" ")
          line.element("span", .class("state"), text: frame.say("số liệu minh họa", "illustrative"))
        }
        if let until { line.text(" " + until) }
      }
      writeChoices(frame, &page)
      writeRows(frame, &page)
      page.element("p") {
        $0.link(
          to: WebPath.dossierTable(unit), .init("download", nil),
          text: frame.say("Tải sổ chi tiết của đơn vị (CSV)", "Download the unit's ledger (CSV)"))
      }
      page.line()
    }
  }

  private func writeChoices(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("p", .class("actions")) { line in
      for choice in Choice.allCases {
        let text = "\(choice.title(frame)) (\(counts[choice] ?? 0))"
        if choice == chosen {
          line.element("strong", text: text)
        } else {
          line.link(
            to: "\(WebPath.dossiers(unit))?\(DossiersPage.choice)=\(choice.rawValue)", text: text)
        }
      }
    }
    page.line()
  }

  private func writeRows(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !rows.isEmpty else {
      page.element("p", text: frame.say("Không có hồ sơ nào.", "There are none."))
      return page.line()
    }
    page.table(
      id: "ho-so", caption: chosen.title(frame),
      [
        .init(frame.say("Hồ sơ", "Dossier")), .init(frame.say("Tính là", "Counts as")),
        .init(frame.say("Hẹn trả", "Due")), .init(frame.say("Xong", "Finished")),
        .init(frame.say("Quy tắc, danh sách", "Rules, lists")),
        .init(frame.say("Giải trình", "Explained")),
      ], name: "wide", isStacked: true, rows: rows
    ) { cells, row in
      cells.element("th", .scope("row")) { $0.link(to: row.path, text: row.dossier) }
      cells.cell(row.outcome)
      cells.cell(row.due)
      cells.cell(row.finished.isEmpty ? "–" : row.finished)
      cells.cell(row.reasons)
      cells.element("td") { cell in
        if let state = row.state { state.write(frame, &cell) } else { cell.text("–") }
      }
    }
    frame.pager(number, of: pages, &page) {
      "\(WebPath.dossiers(unit))?\(DossiersPage.choice)=\(chosen.rawValue)&trang=\($0)"
    }
  }
}
