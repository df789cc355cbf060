internal import HTMLWriting
internal import Workbooks

extension PartPage {
  func html(_ frame: PageFrame, notice: String? = nil, isBad: Bool = false) -> [UInt8] {
    let trail = [
      PageFrame.Entry(path: WebPath.work, title: frame.say("Thẩm định", "Appraisal"))
    ]
    let title = frame.say("Phần việc dạng bảng tính", "Your part as a workbook")
    return frame.page(title, trail: trail) { page in
      if let notice { frame.notice(notice, isBad: isBad, &page) }
      if let findings {
        page.element(
          "h2", text: frame.say("Những chỗ cần xem trong tệp", "What to look at in the workbook"))
        findings.write(frame, &page)
      }
      if !rows.isEmpty { writePlan(frame, &page) }
      writeUpload(frame, &page)
    }
  }

  private func writePlan(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("section", .class("result trial"), .id("thu"), .init("aria-labelledby", "thu-t")) {
      box in
      box.element(
        "h2", .id("thu-t"), text: frame.say("Nếu ghi (chưa ghi gì)", "If recorded (nothing is yet)")
      )
      box.element(
        "p", .class("points"),
        text: frame.say(
          "\(rows.count) quyết định trong tệp: sẽ ghi \(records), sẽ gửi người thứ hai duyệt \(proposals).",
          "\(rows.count) decisions: to be recorded \(records), for a second approver \(proposals)."
        ))
      writeRows(frame, &box)
      if let trial {
        trial.writeEffect(frame, &box)
        trial.writeRefusals(frame, &box)
      }
      guard let carried else { return }
      frame.form(WebPath.part, &box, hasFile: true) { form in
        form.empty(
          "input", .init("type", "hidden"), .init("name", PartDecisions.field),
          .init("value", carried))
        form.element("div", .class("actions")) {
          $0.element(
            "button", .init("name", AppraisalForm.step),
            .init("value", AppraisalStep.record.rawValue),
            text: records > 0
              ? frame.say("Ghi tất cả", "Record all of them")
              : frame.say("Gửi người duyệt", "Leave it to a second approver"))
        }
      }
    }
    page.line()
  }

  private func writeRows(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.table(
      id: "quyet-dinh", caption: frame.say("Từng quyết định", "Each decision"),
      [
        .init(frame.say("Tiêu chí thành phần", "Item")),
        .init(frame.say("Cơ quan, đơn vị, địa phương", "Unit")),
        .init(frame.say("Nội dung", "What")), .init(frame.say("Kết quả", "Comes to")),
      ], name: "items", rows: rows
    ) { row, line in
      row.element("th", .scope("row")) { $0.link(to: line.path, text: line.item) }
      row.cell(line.unit)
      row.cell(line.what)
      row.element("td") { cell in
        cell.element("span", .class(line.isBad ? "state bad" : "state"), text: line.fate)
        for event in line.newer { cell.element("span", .class("hint"), text: event) }
      }
    }
  }

  private func writeUpload(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", .id("nap"), text: frame.say("Nạp tệp đã điền", "Bring it back"))
    page.element(
      "p", .class("dim"),
      text: frame.say(
        "Tải phần việc về, điền các cột màu vàng bằng Excel hoặc LibreOffice (không cần mạng), rồi nạp lại ở đây. Nạp thì chưa ghi gì: trang cho xem ảnh hưởng và từng quyết định trước. Mỗi lần nhiều nhất \(PartReader.most) quyết định; mục đã có người ghi khác từ khi tải về thì được báo và để nguyên.",
        "Take your part out, fill in the yellow columns with Excel or LibreOffice without a network, and bring it back here. Nothing is recorded before you have seen the effect. At most \(PartReader.most) decisions in one go; what others changed since is shown and left alone."
      ))
    page.line()
    page.element("div", .class("actions")) {
      $0.link(to: WebPath.partFile, text: frame.say("Tải phần việc (Excel)", "Your part (Excel)"))
    }
    page.line()
    frame.form(WebPath.part, &page, hasFile: true) { form in
      form.element("div", .class("field")) { box in
        box.element(
          "label", .init("for", PartPage.upload), text: frame.say("Tệp đã điền", "The workbook"))
        box.empty(
          "input", .init("type", "file"), .id(PartPage.upload), .init("name", PartPage.upload),
          .init("accept", ".xlsx"), .init("required", nil))
      }
      form.element("div", .class("actions")) {
        $0.element(
          "button", .init("name", AppraisalForm.step),
          .init("value", AppraisalStep.preview.rawValue),
          text: frame.say("Xem ảnh hưởng trước khi ghi", "See the effect first"))
      }
    }
  }
}
