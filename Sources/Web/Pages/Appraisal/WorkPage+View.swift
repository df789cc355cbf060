internal import HTMLWriting

extension WorkPage {
  /// - Parameter links: other pages of appraisal.
  func html(_ frame: PageFrame, links: [PageFrame.Entry]) -> [UInt8] {
    frame.page(frame.say("Thẩm định", "Appraisal")) { page in
      writeProgress(frame, &page)
      page.element("div", .class("actions")) { actions in
        for link in links { actions.link(to: link.path, text: link.title) }
      }
      page.line()
      writeFilters(frame, &page)
      page.element(
        "p",
        text: frame.say(
          "\(count) mục, trang \(query.page)/\(pages).",
          "\(count) items, page \(query.page)/\(pages)."
        ))
      if !rows.isEmpty { writeRows(frame, &page) }
      if !legend.isEmpty { page.element("p", .class("dim"), text: legend) }
      frame.pager(query.page, of: pages, &page) { WebPath.work + query.on(page: $0).text }
    }
  }

  private func writeProgress(_ frame: PageFrame, _ page: inout HTMLWriter) {
    let done = progress.first { $0.state == .decided }?.count ?? 0
    page.element("p") { line in
      line.element(
        "label", .init("for", "tien-do"),
        text: frame.say("Đã thẩm định \(done)/\(total) mục", "\(done) of \(total) items decided"))
      line.empty(
        "progress", .id("tien-do"), .init("max", String(max(total, 1))),
        .init("value", String(done)), isVoid: false)
    }
    page.element("dl", .class("facts")) { list in
      for (state, count) in progress where state != .decided {
        list.fact(frame.state(state).capitalisedFirst, String(count))
      }
    }
    page.line()
  }

  private func writeFilters(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element(
      "form", .class("filters"), .init("method", "get"), .init("action", page.root + WebPath.work)
    ) { form in
      let all = frame.say("tất cả", "all")
      select(
        "xep", frame.say("Thứ tự", "Order"), query.order.rawValue, nil,
        [
          .init(value: "diem", title: frame.say("điểm có thể thay đổi", "points at stake")),
          .init(value: "tieu-chi", title: frame.say("theo tiêu chí", "by criterion")),
          .init(value: "don-vi", title: frame.say("theo đơn vị", "by unit")),
        ], &form)
      select(
        "tt", frame.say("Tình trạng", "State"), query.state?.rawValue ?? "", all,
        WorkTable.State.allCases.map { .init(value: $0.rawValue, title: frame.state($0)) }, &form)
      select("khoi", frame.say("Khối", "Block"), query.block ?? "", all, blocks, &form)
      select("muc", frame.say("Tiêu chí thành phần", "Item"), query.item ?? "", all, items, &form)
      select(
        "don-vi", frame.say("Cơ quan, đơn vị, địa phương", "Unit"), query.unit ?? "", all, units,
        &form)
      form.element("button", .class("second"), text: frame.say("Lọc", "Show"))
    }
    page.line()
  }

  private func select(
    _ name: String, _ title: String, _ value: String, _ all: String?, _ options: [Option],
    _ page: inout HTMLWriter
  ) {
    page.element("label") { label in
      label.text(title)
      label.open("select", [.init("name", name)])
      for option in (all.map { [Option(value: "", title: $0)] } ?? []) + options {
        var attributes: [HTMLWriter.Attribute] = [.init("value", option.value)]
        if option.value == value { attributes.append(.init("selected", nil)) }
        label.open("option", attributes)
        label.text(option.title)
        label.close("option")
      }
      label.close("select")
    }
    page.line()
  }

  private func writeRows(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.table(
      id: "viec", caption: frame.say("Các mục", "Items"),
      [
        .init(frame.say("Tiêu chí thành phần", "Item")),
        .init(frame.say("Cơ quan, đơn vị, địa phương", "Unit")),
        .init(frame.say("Tự chấm", "Claimed"), isNumber: true),
        .init(frame.say("Đang tính", "Standing"), isNumber: true),
        .init(frame.say("Có thể đổi", "At stake"), isNumber: true),
        .init(frame.say("Tình trạng", "State")),
      ], name: "items work", isStacked: true, rows: rows
    ) { row, line in
      row.element("th", .scope("row")) { $0.link(to: line.path, text: line.title) }
      row.cell(line.unit)
      row.numberCell("\(line.claimed) / \(line.maximum)")
      row.numberCell(line.standing)
      row.numberCell(line.stake)
      row.element("td") {
        $0.element("span", .class(line.isDone ? "state done" : "state"), text: line.state)
      }
    }
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
