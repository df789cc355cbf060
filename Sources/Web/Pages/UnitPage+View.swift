internal import HTMLWriting

extension UnitPage {
  func html(_ frame: PageFrame, notice: String? = nil) -> [UInt8] {
    frame.page(name) { page in
      if let notice { frame.notice(notice, &page) }
      for line in status { page.element("p", text: line) }
      writeRequests(frame, &page)
      writeFacts(frame, &page)
      page.element("div", .class("actions")) { actions in
        if canHandIn {
          actions.link(
            to: WebPath.check(unit),
            text: frame.say("Kiểm tra, ký và nộp", "Check, sign and hand in"))
        } else {
          actions.link(
            to: WebPath.check(unit),
            text: frame.say("Kiểm tra trước khi nộp", "Check before handing in"))
        }
        if hasShared {
          actions.link(
            to: WebPath.shared(unit), text: frame.say("Số liệu dùng chung", "Shared inputs"))
        }
        actions.link(
          to: WebPath.form(unit), text: frame.say("Biểu Excel", "Workbook"))
        actions.link(
          to: WebPath.sheet(unit),
          text: isSubmitted
            ? frame.say("Phiếu điểm đã nộp", "Sheet as handed in")
            : frame.say("Phiếu điểm (chưa nộp)", "Sheet (nothing is handed in)"))
      }
      page.line()
      writeGaps(frame, &page)
      for section in sections { write(section, frame, &page) }
      if let legend { page.element("p", .class("dim"), text: legend) }
    }
  }

  private func writeRequests(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !requests.isEmpty else { return }
    page.element(
      "h2",
      text: frame.say(
        "Phải giải trình (\(requests.count))", "To be explained (\(requests.count))"))
    page.element("ul") { list in
      for request in requests {
        list.element("li") { entry in
          if let path = request.path {
            entry.link(to: path, text: request.title)
          } else {
            entry.text(request.title)
          }
          entry.text(": \(request.text)")
          guard let due = request.due else { return }
          entry.text(" ")
          entry.element(
            "span", .class(request.isDue ? "state bad" : "state"),
            text: frame.say("hạn \(due)", "due \(due)"))
        }
      }
    }
    page.line()
  }

  private func writeFacts(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("p") { line in
      line.element(
        "label", .init("for", "tien-do"),
        text: frame.say(
          "Đã khai \(answered)/\(items) tiêu chí thành phần",
          "\(answered) of \(items) items answered"))
      line.empty(
        "progress", .id("tien-do"), .init("max", String(max(items, 1))),
        .init("value", String(answered)), isVoid: false)
    }
    page.element("dl", .class("facts")) { list in
      list.fact(frame.say("Điểm tự chấm", "Claimed"), claimed, more: " / \(maximum)")
      list.fact(frame.say("Điểm tính từ số liệu", "Computed"), computed, more: " / \(maximum)")
      list.fact(frame.say("Chỉ số tạm tính (%)", "Index so far (%)"), index)
    }
    page.line()
  }

  private func writeGaps(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !gaps.isEmpty else { return }
    page.element(
      "h2",
      text: frame.say("Còn thiếu gì, đáng bao nhiêu điểm", "What is missing, and what it is worth"))
    if let stakes { page.element("p", text: frame.sentence(stakes)) }
    for (number, section) in gaps.enumerated() {
      page.table(
        id: "thieu-\(number)", caption: "\(section.title) (\(section.rows.count))",
        [
          .init(frame.say("Tiêu chí", "Item")), .init(frame.say("Nội dung", "What")),
          .init(frame.say("Điểm", "Points")), .init(frame.say("Việc phải làm", "To do")),
          .init(frame.say("Thời hạn", "Until")),
        ], name: "wide", isStacked: true
      ) { table in
        table.element("tbody") { body in
          for row in section.rows { write(row, frame, &body) }
        }
      }
    }
  }

  private func write(_ gap: GapRow, _ frame: PageFrame, _ page: inout HTMLWriter) {
    page.row { row in
      row.element("th", .scope("row")) { cell in
        if let path = gap.path {
          cell.link(to: path, text: gap.title)
        } else {
          cell.text(gap.title)
        }
      }
      row.cell(gap.what)
      row.cell(gap.stakes)
      row.cell(gap.remedy)
      row.element("td") { cell in
        guard let due = gap.due else { return }
        if gap.isDue { cell.element("span", .class("due"), text: due) } else { cell.text(due) }
      }
    }
  }

  private func write(_ section: Section, _ frame: PageFrame, _ page: inout HTMLWriter) {
    page.table(
      id: "linh-vuc-\(section.id)",
      caption: "\(section.id). \(section.title): \(section.points)",
      [
        .init(frame.say("Mã", "Id")),
        .init(frame.say("Tiêu chí thành phần", "Item")),
        .init(frame.say("Tối đa", "Maximum"), isNumber: true),
        .init(frame.say("Tự chấm", "Claimed"), isNumber: true),
        .init(frame.say("Tính từ số liệu", "Computed"), isNumber: true),
      ], name: "items", rows: section.rows
    ) { row, item in
      row.cell(item.id)
      row.element("th", .scope("row")) { cell in
        if let path = item.path {
          cell.link(to: path, text: item.title)
        } else {
          cell.text(item.title)
        }
        for mark in item.marks {
          cell.text(" ")
          cell.element("span", .class(mark.isBad ? "state bad" : "state"), text: mark.text)
        }
      }
      row.numberCell(item.maximum)
      row.numberCell(item.claimed)
      row.numberCell(item.computed)
    }
  }
}
