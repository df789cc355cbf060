internal import HTMLWriting

extension SetupPage {
  func html(_ frame: PageFrame, notice: String? = nil, isBad: Bool = false) -> [UInt8] {
    frame.page(frame.say("Kỳ đánh giá", "The round")) { page in
      if let notice { frame.notice(notice, isBad: isBad, &page) }
      trial?.write(frame, &page)
      deadlines?.section?.write(frame, &page)
      page.element("dl", .class("facts")) { list in
        for (title, text) in facts { list.fact(title, text) }
      }
      page.element("div", .class("actions")) { actions in
        for (path, title) in OverviewPage.links(frame) where path != WebPath.setup {
          actions.link(to: path, text: title)
        }
      }
      page.line()
      writeSets(frame, &page)
      page.element(
        "h2", text: frame.say("Kiểm tra các tệp của kỳ đánh giá", "Checking the round's files"))
      findings.write(frame, &page)
      if ofUnits > 0 {
        page.element(
          "p", .class("dim"),
          text: frame.say(
            "Ngoài ra có \(ofUnits) mục trong tệp do các cơ quan, đơn vị, địa phương nộp.",
            "\(ofUnits) more are in files that units handed in."))
      }
      writeStages(frame, &page)
      deadlines?.write(frame, &page)
      writeDuties(frame, &page)
      writeForm(frame, &page)
    }
  }

  private func writeSets(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.table(
      id: "bo-tieu-chi", caption: frame.say("Bộ tiêu chí", "Criteria"),
      [
        .init(frame.say("Bộ tiêu chí", "Set")), .init(frame.say("Tệp", "File")),
        .init(frame.say("Áp dụng cho", "Units"), isNumber: true),
        .init(frame.say("Số TCTP", "Items"), isNumber: true),
        .init(frame.say("Tổng điểm", "Points"), isNumber: true),
        .init(frame.say("Điểm từng lĩnh vực", "Points of each area")),
        .init(frame.say("Lỗi", "Errors"), isNumber: true),
        .init(frame.say("Cảnh báo", "Warnings"), isNumber: true),
      ], name: "wide", isStacked: true, rows: sets
    ) { row, set in
      row.element("th", .scope("row"), text: set.title)
      row.cell(set.file)
      row.numberCell(String(set.units))
      row.numberCell(String(set.items))
      row.numberCell(set.maximum)
      row.cell(set.areas.joined(separator: "; "))
      row.numberCell(String(set.errors))
      row.numberCell(String(set.warnings))
    }
  }

  private func writeStages(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.table(
      id: "cac-buoc", caption: frame.say("Các bước và thời hạn", "Stages and deadlines"),
      [
        .init(frame.say("Bước", "Stage")), .init(frame.say("Loại", "Kind")),
        .init(frame.say("Từ", "From")), .init(frame.say("Đến", "To")),
        .init(frame.say("Tình trạng", "State")),
      ], name: "items", isStacked: true, rows: stages
    ) { row, stage in
      row.element("th", .scope("row"), text: stage.title)
      row.cell(stage.kind)
      row.cell(stage.opens)
      row.cell(stage.deadline)
      row.element("td") {
        $0.element("span", .class(stage.isOpen ? "state done" : "state"), text: stage.state)
      }
    }
  }

  private func writeDuties(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.table(
      id: "phan-cong", caption: frame.say("Ai làm việc gì", "Who does what"),
      [
        .init(frame.say("Nhiệm vụ", "Duty")), .init(frame.say("Người thực hiện", "People")),
        .init(frame.say("Còn thiếu", "Lacking")),
      ], name: "items", isStacked: true, rows: duties
    ) { row, duty in
      row.element("th", .scope("row"), text: duty.title)
      row.cell(duty.people)
      row.element("td") { cell in
        guard duty.isVacant else { return }
        cell.element(
          "span", .class("due"), text: duty.lacking ?? frame.say("chưa có ai", "nobody"))
      }
    }
  }

  private func writeForm(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !files.isEmpty else { return }
    page.element("h2", .id("thu-tep"), text: frame.say("Thử một tệp đã sửa", "Try a changed file"))
    page.element(
      "p", .class("dim"),
      text: frame.say(
        "Thử thì không ghi gì: trang cho biết lỗi trong tệp và, nếu không có lỗi, điểm, thứ hạng nào sẽ đổi.",
        "Trying writes nothing: the page tells the file's faults and, where there are none, whose points and places would change."
      ))
    frame.form(WebPath.setup, &page, hasFile: true) { form in
      field(
        SetupPage.file, frame.say("Thay cho tệp", "In the place of"), "", .choice(files)
      ).write(&form)
      form.element("div", .class("field")) { box in
        box.element(
          "label", .init("for", SetupPage.upload), text: frame.say("Tệp đã sửa", "The changed file")
        )
        box.empty(
          "input", .init("type", "file"), .id(SetupPage.upload), .init("name", SetupPage.upload),
          .init("required", nil))
      }
      form.element("div", .class("actions")) {
        $0.element(
          "button", .init("name", AppraisalForm.step),
          .init("value", AppraisalStep.preview.rawValue),
          text: frame.say("Thử tệp này", "Try it"))
      }
      if let refusal {
        form.element("p", .class("notice"), text: refusal)
        guard replacesRegisters else { return }
      }
      field(
        AppraisalForm.basis, frame.say("Văn bản làm căn cứ thay tệp", "Document"),
        frame.say("bắt buộc khi thay, như 15/BC-SNV ngày 05/01/2018", "wanted to replace it")
      ).write(&form)
      field(
        AppraisalForm.reason, frame.say("Lý do thay tệp", "Reason"),
        frame.say("bắt buộc khi thay", "wanted to replace it"), .text
      ).write(&form)
      form.element("div", .class("actions")) {
        $0.element(
          "button", .class("second"), .init("name", AppraisalForm.step),
          .init("value", AppraisalStep.record.rawValue),
          text: frame.say("Thay tệp và ghi nhật ký", "Replace it and record that"))
      }
    }
  }

  private func field(
    _ name: String, _ title: String, _ hint: String, _ kind: ItemPage.Field.Kind = .line
  ) -> ItemPage.Field {
    ItemPage.Field(
      name: name, title: title, hint: hint, kind: kind, value: typed[name] ?? "", problems: [])
  }
}
