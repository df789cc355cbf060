internal import HTMLWriting
internal import Store

/// Decisions that wait for a second approver, and those that were settled last.
struct ProposalsPage: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    let path: String
    let title: String
    let unit: String
    let proposer: String
    let time: String
    let what: String
    let state: String
    let isOwn: Bool
  }

  let open: [Row]
  let closed: [Row]

  func html(_ frame: PageFrame) -> [UInt8] {
    let trail = [PageFrame.Entry(path: WebPath.work, title: frame.say("Thẩm định", "Appraisal"))]
    return frame.page(frame.say("Chờ người thứ hai duyệt", "Second approval"), trail: trail) {
      page in
      if open.isEmpty {
        page.element(
          "p", text: frame.say("Không có đề nghị nào đang chờ.", "No proposal is waiting."))
      } else {
        write(open, "cho", frame.say("Đang chờ", "Waiting"), frame, &page)
      }
      if !closed.isEmpty {
        write(closed, "xong", frame.say("Đã xong gần đây", "Settled lately"), frame, &page)
      }
    }
  }

  private func write(
    _ rows: [Row], _ id: String, _ title: String, _ frame: PageFrame, _ page: inout HTMLWriter
  ) {
    page.table(
      id: id, caption: title,
      [
        .init(frame.say("Tiêu chí thành phần", "Item")),
        .init(frame.say("Cơ quan, đơn vị, địa phương", "Unit")),
        .init(frame.say("Đề nghị", "Proposal")), .init(frame.say("Người đề nghị", "By")),
        .init(frame.say("Lúc", "When")), .init(frame.say("Tình trạng", "State")),
      ], name: "items work", isStacked: true, rows: rows
    ) { row, line in
      row.element("th", .scope("row")) { $0.link(to: line.path, text: line.title) }
      row.cell(line.unit)
      row.cell(line.what)
      row.cell(line.isOwn ? frame.say("tôi", "me") : line.proposer)
      row.cell(line.time)
      row.cell(line.state)
    }
  }
}

extension PageFrame {
  func state(_ state: ProposalState) -> String {
    switch state {
    case .open: say("chờ duyệt", "waiting")
    case .approved: say("đã duyệt", "approved")
    case .returned: say("trả lại", "given back")
    case .withdrawn: say("đã rút", "taken back")
    }
  }
}
