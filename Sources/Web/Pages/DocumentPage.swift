internal import HTMLWriting
internal import Reports

/// One document of a unit's shelf, to be mended or taken off.
struct DocumentPage: Hashable, Sendable {
  let unit: String
  let unitName: String
  let id: String
  let sources: [ShelfPage.Row.Source]
  /// Of its file, whole.
  let digest: String?
  let items: [ShelfPage.Item]
  var fields: DocumentFields
  let version: Int
  /// Why nothing can be changed now; nil: it can.
  let refusal: String?

  private var path: String { WebPath.document(id, of: unit) }

  func html(_ frame: PageFrame, notice: String? = nil, isBad: Bool = false) -> [UInt8] {
    let trail = [
      PageFrame.Entry(path: WebPath.unit(unit), title: unitName),
      PageFrame.Entry(
        path: WebPath.shelf(unit), title: frame.say("Tài liệu kiểm chứng", "Evidence")),
    ]
    return frame.page(id, trail: trail) { page in
      if let notice { frame.notice(notice, isBad: isBad, &page) }
      writeFacts(frame, &page)
      if let refusal { return frame.notice(refusal, isBad: true, &page) }
      frame.form(path, &page) { form in
        writeVersion(&form)
        fields.write(frame, &form)
        form.element("div", .class("actions")) {
          $0.element("button", text: frame.say("Lưu", "Save"))
        }
      }
      writeRemoval(frame, &page)
    }
  }

  private func writeVersion(_ form: inout HTMLWriter) {
    form.empty(
      "input", .init("type", "hidden"), .init("name", "version"), .init("value", String(version)))
  }

  private func writeFacts(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("dl", .class("list")) { list in
      list.element("dt", text: frame.say("Tệp, đường dẫn", "File, link"))
      list.element("dd") { text in
        for (place, source) in sources.enumerated() {
          if place > 0 { text.text("; ") }
          source.write(frame, &text)
        }
      }
      if let digest {
        list.element("dt", text: frame.say("Mã kiểm tra toàn vẹn (SHA-256)", "Digest (SHA-256)"))
        list.element("dd") { $0.element("code", .class("digest"), text: digest) }
      }
      list.element("dt", text: frame.say("Dẫn ở mục", "Cited by"))
      list.element("dd") { text in
        for (place, item) in items.enumerated() {
          if place > 0 { text.text(", ") }
          text.link(to: item.path, text: item.id)
        }
        if items.isEmpty { text.text("–") }
      }
    }
    page.line()
  }

  private func writeRemoval(_ frame: PageFrame, _ page: inout HTMLWriter) {
    page.element("h2", text: frame.say("Bỏ khỏi danh mục", "Take it off the shelf"))
    page.line()
    guard items.isEmpty else {
      page.element(
        "p",
        text: frame.say(
          "Tài liệu đang được dẫn; bỏ dẫn ở các mục nêu trên trước.",
          "It is cited; remove the references in the items above first."))
      return page.line()
    }
    frame.form(path, &page) { form in
      writeVersion(&form)
      form.element("div", .class("actions")) {
        $0.element(
          "button", .class("second"), .init("name", "act"), .init("value", "remove"),
          text: frame.say("Bỏ tài liệu này", "Take this document off"))
      }
    }
  }
}
