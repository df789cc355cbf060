internal import HTMLWriting
internal import Reports

/// The fields of a document in a form, with what is wrong about each.
struct DocumentFields: Hashable, Sendable {
  /// As typed.
  var values: [String: String] = [:]
  var faults: [String: String] = [:]
  /// What kinds the unit's items ask for.
  var kinds: [String] = []
  /// Whether a file has come already: then it is neither chosen anew nor shown in person.
  var hasFile = false

  func write(_ frame: PageFrame, _ form: inout HTMLWriter) {
    line(
      ShelfForm.kind, frame.say("Loại tài liệu", "Kind"),
      frame.say(
        "như kế hoạch, báo cáo, quyết định, ảnh, đường dẫn", "as kế hoạch, báo cáo, ảnh, đường dẫn"),
      &form)
    if !kinds.isEmpty {
      form.element("datalist", .id("loai")) { list in
        for kind in kinds { list.empty("option", .init("value", kind)) }
      }
    }
    line(
      ShelfForm.number, frame.say("Số, ký hiệu", "Number"),
      frame.say("như 12/KH-SYT; ảnh, bảng, đường dẫn thì không cần", "as 12/KH-SYT"), &form)
    line(
      ShelfForm.date, frame.say("Ngày văn bản", "Dated"),
      frame.say("như 31/01/2017", "as 2017-01-31"), &form)
    line(ShelfForm.issuer, frame.say("Cơ quan ban hành", "Issued by"), "", &form)
    line(ShelfForm.title, frame.say("Trích yếu, tên gọi", "Title"), "", &form)
    line(
      ShelfForm.url, frame.say("Đường dẫn", "Link"),
      frame.say("khi tài liệu ở trên mạng: https://…", "where it is on the web: https://…"), &form)
    line(
      ShelfForm.accessed, frame.say("Ngày truy cập đường dẫn", "Link looked at on"), "", &form)
    if !hasFile { writeShown(frame, &form) }
  }

  private func line(
    _ name: String, _ title: String, _ hint: String, _ form: inout HTMLWriter
  ) {
    form.element("div", .class("field")) { box in
      box.element("label", .init("for", name), text: title)
      let described = writeHint(name, hint, &box)
      var attributes: [HTMLWriter.Attribute] = [
        .id(name), .init("name", name), .init("type", "text"),
        .init("value", values[name] ?? ""), .init("autocomplete", "off"),
        .init("maxlength", name == ShelfForm.title || name == ShelfForm.url ? "500" : "100"),
      ]
      if name == ShelfForm.title || name == ShelfForm.url { attributes.append(.class("wide")) }
      if name == ShelfForm.kind, !kinds.isEmpty { attributes.append(.init("list", "loai")) }
      box.open("input", attributes + described)
      writeFault(name, &box)
    }
    form.line()
  }

  private func writeShown(_ frame: PageFrame, _ form: inout HTMLWriter) {
    let name = ShelfForm.shown
    form.element("div", .class("field")) { box in
      box.element("label", .class("check")) { label in
        var attributes: [HTMLWriter.Attribute] = [
          .id(name), .init("name", name), .init("type", "checkbox"), .init("value", "1"),
        ]
        if values[name]?.isEmpty == false { attributes.append(.init("checked", nil)) }
        label.open("input", attributes + described(name, hasHint: false))
        label.text(
          " "
            + frame.say(
              "Xuất trình trực tiếp (tài liệu mật, không tải lên)",
              "Shown in person (classified, never uploaded)"))
      }
      writeFault(name, &box)
    }
    form.line()
  }

  /// The field for the file itself.
  func writeFile(_ frame: PageFrame, _ hint: String, _ form: inout HTMLWriter) {
    let name = ShelfForm.file
    form.element("div", .class("field")) { box in
      box.element("label", .init("for", name), text: frame.say("Tệp", "File"))
      let described = writeHint(name, hint, &box)
      box.open("input", [.id(name), .init("name", name), .init("type", "file")] + described)
      writeFault(name, &box)
    }
    form.line()
  }

  private func writeHint(
    _ name: String, _ hint: String, _ box: inout HTMLWriter
  ) -> [HTMLWriter.Attribute] {
    if !hint.isEmpty { box.element("span", .class("hint"), .id("\(name)-h"), text: hint) }
    return described(name, hasHint: !hint.isEmpty)
  }

  private func described(_ name: String, hasHint: Bool) -> [HTMLWriter.Attribute] {
    var ids = hasHint ? ["\(name)-h"] : []
    if faults[name] != nil { ids.append("\(name)-f") }
    guard !ids.isEmpty else { return [] }
    let described = HTMLWriter.Attribute("aria-describedby", ids.joined(separator: " "))
    return faults[name] == nil ? [described] : [described, .init("aria-invalid", "true")]
  }

  private func writeFault(_ name: String, _ box: inout HTMLWriter) {
    guard let fault = faults[name] else { return }
    box.element("span", .class("fault"), .id("\(name)-f"), text: fault)
  }
}
