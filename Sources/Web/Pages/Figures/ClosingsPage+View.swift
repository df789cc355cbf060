internal import HTMLWriting

extension ClosingsPage {
  func html(_ frame: PageFrame, notice: String? = nil, isBad: Bool = false) -> [UInt8] {
    frame.page(
      frame.say("Chốt số liệu hồ sơ", "Closing the dossiers"),
      trail: [.init(path: WebPath.registers, title: frame.say("Sổ, số liệu", "Registers"))]
    ) { page in
      if let notice { frame.notice(notice, isBad: isBad, &page) }
      if let running { frame.notice(running, &page) }
      if let findings {
        page.element(
          "h2", text: frame.say("Tìm thấy trong dữ liệu hồ sơ", "What was found in the records"))
        findings.write(frame, &page)
      }
      page.element("dl", .class("facts")) { list in
        list.fact(frame.say("Dữ liệu hồ sơ", "Records"), "\(title) (\(declaration))")
        list.fact(frame.say("Nơi giữ", "Kept by"), keeper)
      }
      page.line()
      writeRows(frame, &page)
      if let hindrance {
        page.element(
          "p",
          text: frame.say("Chưa chốt được ở đây: ", "Not to be closed here: ") + hindrance + ".")
        page.line()
      }
      if closes { writeForm(frame, &page) }
    }
  }

  private func writeRows(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !rows.isEmpty else {
      page.element("p", text: frame.say("Chưa chốt lần nào.", "Nothing has been closed yet."))
      return page.line()
    }
    page.table(
      id: "cac-lan-chot",
      caption: frame.say("Các lần chốt, mới nhất đứng trước", "Closings, newest first"),
      [
        .init(frame.say("Số", "No."), isNumber: true), .init(frame.say("Tên số liệu", "Name")),
        .init(frame.say("Số hồ sơ", "Dossiers")), .init(frame.say("Chốt ngày", "Closed on")),
        .init(frame.say("Hồ sơ thay đổi", "Changed dossiers")),
        .init(frame.say("Còn nguyên như khi chốt", "As it was closed")),
        .init(frame.say("Tải về", "Download")),
      ], name: "wide", isStacked: true, rows: rows
    ) { cells, row in
      cells.numberCell(String(row.number))
      writeSaid(row, frame, &cells)
      cells.element("td") { writeState(row, frame, &$0) }
      cells.element("td") { cell in
        for (place, file) in row.files.enumerated() {
          if place > 0 { cell.text(" · ") }
          cell.link(to: file.path, .init("download", nil), text: file.name)
        }
      }
    }
    page.element("p") {
      $0.link(
        to: "\(WebPath.closings)?kiem-tra=1",
        text: frame.say("Kiểm tra lại mọi tệp", "Check every file again"))
    }
    page.line()
  }

  private func writeSaid(_ row: Row, _ frame: PageFrame, _ cells: inout HTMLWriter) {
    guard let said = row.said else {
      cells.element("th", .scope("row"), text: frame.say("không đọc được", "cannot be read"))
      for _ in 0..<3 { cells.cell("–") }
      return
    }
    cells.element("th", .scope("row")) { cell in
      cell.text(said.name)
      cell.element(
        "span", .class("hint"),
        text: frame.say("phiên bản \(said.version)", "version \(said.version)"))
    }
    cells.element("td") { cell in
      cell.text(said.totals)
      cell.element("span", .class("hint"), text: said.asOf)
    }
    cells.element("td") { cell in
      cell.text(said.closedOn)
      cell.element("span", .class("hint"), text: said.by)
    }
    cells.element("td") { cell in
      cell.text(said.changed)
      if !said.changes.isEmpty { cell.element("span", .class("hint"), text: said.changes) }
    }
  }

  private func writeState(_ row: Row, _ frame: PageFrame, _ cell: inout HTMLWriter) {
    cell.element(
      "span", .class(row.isIntact ? "state done" : "state bad"),
      text: row.isIntact
        ? frame.say("còn nguyên \(row.same) tệp", "\(row.same) files as they were")
        : frame.say("không còn như khi chốt", "not as it was closed"))
    if !row.sha256.isEmpty {
      cell.element("span", .class("hint")) { line in
        line.text(frame.say("mã của closing.yaml: ", "digest of closing.yaml: "))
        line.element("code", text: row.sha256)
      }
    }
    for finding in row.findings {
      cell.element("span", .class(finding.isBad ? "fault" : "hint")) { line in
        line.element("code", text: finding.file)
        line.text(" \(finding.message)")
        if !finding.isBad {
          line.text(frame.say("; lần chốt giữ bản sao", "; the closing keeps a copy"))
        }
      }
    }
  }

  private func writeForm(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", .id("chot"), text: frame.say("Chốt số liệu", "Close the figures"))
    page.element(
      "p", .class("dim"),
      text: frame.say(
        "Đếm lại mọi hồ sơ, giữ bản sao, mã kiểm tra toàn vẹn của mọi tệp và lập biên bản bàn giao. Lần chốt trước giữ nguyên; chốt lại thành phiên bản mới, nêu từng hồ sơ đã thay đổi.",
        "All dossiers are counted again; copies and digests of every file are kept, and a sheet to hand over. Earlier closings stay; closing again makes a new version that names every dossier that changed."
      ))
    frame.form(WebPath.closings, &page) { form in
      form.empty(
        "input", .init("type", "hidden"), .init("name", AppraisalForm.seen),
        .init("value", String(seen)))
      field(
        ClosingForm.name, frame.say("Tên của số liệu", "Name of the data"),
        frame.say("như Quý III năm 2019", "like Quý III năm 2019")
      ).write(&form)
      field(
        ClosingForm.asOf, frame.say("Số liệu đến hết ngày", "Figures through"),
        frame.say("để trống: theo dữ liệu hồ sơ", "blank: as the records say")
      ).write(&form)
      field(
        ClosingForm.closedOn, frame.say("Ngày chốt", "Day of closing"),
        frame.say(
          "giải trình, đính chính có sau ngày này không được áp dụng",
          "what was explained or corrected after it does not count")
      ).write(&form)
      field(
        ClosingForm.previous, frame.say("Thay cho lần chốt", "Replaces"),
        frame.say(
          "để trống: lần mới nhất cùng tên, nếu có", "blank: the newest one of that name, if any"),
        .choice(
          [
            .init(
              id: ClosingForm.isNew,
              title: frame.say("không thay lần nào: số liệu mới", "none: new data"))
          ] + replaceable(frame))
      ).write(&form)
      form.element("div", .class("actions")) {
        $0.element("button", text: frame.say("Chốt", "Close"))
      }
    }
  }

  private func field(
    _ name: String, _ title: String, _ hint: String, _ kind: ItemPage.Field.Kind = .line
  ) -> ItemPage.Field {
    ItemPage.Field(
      name: name, title: title, hint: hint, kind: kind, value: typed[name] ?? "",
      problems: problems[name].map { [$0] } ?? [])
  }
}
