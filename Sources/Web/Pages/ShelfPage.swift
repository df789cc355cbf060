internal import Grading
internal import HTMLWriting
internal import Reports

/// A unit's shelf: its documents, which items cite them, and a form for one more.
struct ShelfPage: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    enum Source: Hashable, Sendable {
      case file(path: String, size: String, digest: String)
      case fileProblem(String)
      case link(String)
      case shown
      case none
    }

    let id: String
    /// Where it is changed; nil: whoever looks may not.
    let path: String?
    /// "kế hoạch 12/KH-SYT".
    let name: String
    let title: String
    let date: String
    let issuer: String
    let sources: [Source]
    let items: [Item]
    let isChanged: Bool
  }

  struct Item: Hashable, Sendable {
    let id: String
    let path: String
  }

  let unit: String
  let unitName: String
  let rows: [Row]
  /// nil: nobody adds anything here.
  var form: DocumentFields?
  /// What is taken.
  let fileHint: String
  /// Why nothing can be added now.
  let refusal: String?
  /// The item that somebody came from, and goes back to.
  var item: String?

  func html(_ frame: PageFrame, notice: String? = nil, isBad: Bool = false) -> [UInt8] {
    let trail =
      form == nil && refusal == nil
      ? [PageFrame.Entry(path: WebPath.sheet(unit), title: unitName)]
      : [PageFrame.Entry(path: WebPath.unit(unit), title: unitName)]
    return frame.page(
      frame.say("Tài liệu kiểm chứng", "Evidence"), trail: trail,
      script: form == nil ? nil : WebPath.uploadScript
    ) { page in
      if let notice { frame.notice(notice, isBad: isBad, &page) }
      writeFaults(frame, &page)
      if form != nil, rows.count > 5 {
        page.element("p") {
          $0.element(
            "a", .init("href", "#them"), text: frame.say("Thêm tài liệu", "Add a document"))
        }
        page.line()
      }
      writeRows(frame, &page)
      if let refusal { frame.notice(refusal, isBad: true, &page) }
      writeForm(frame, &page)
    }
  }

  /// What is wrong with what was typed, above a list that may be long.
  private func writeFaults(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard let faults = form?.faults, !faults.isEmpty else { return }
    page.element("div", .class("notice bad"), .init("role", "alert")) { box in
      box.element("ul") { list in
        for (field, fault) in faults.sorted(by: { $0.key < $1.key }) {
          list.element("li") {
            $0.element("a", .init("href", "#\(field)"), text: frame.sentence(fault))
          }
        }
      }
    }
    page.line()
  }

  private func writeRows(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard !rows.isEmpty else {
      page.element(
        "p",
        text: frame.say("Chưa có tài liệu nào.", "There are no documents yet."))
      return page.line()
    }
    page.table(
      id: "danh-muc", caption: frame.say("Danh mục (\(rows.count))", "Documents (\(rows.count))"),
      [
        .init(frame.say("Mã", "Id")), .init(frame.say("Tài liệu", "Document")),
        .init(frame.say("Ngày", "Dated")), .init(frame.say("Cơ quan ban hành", "Issued by")),
        .init(frame.say("Tệp", "File")), .init(frame.say("Dẫn ở mục", "Cited by")),
      ], name: "items wide", isStacked: true
    ) { table in
      table.element("tbody") { body in
        for row in rows { write(row, frame, &body) }
      }
    }
  }

  private func write(_ row: Row, _ frame: PageFrame, _ page: inout HTMLWriter) {
    page.row { cells in
      cells.element("td") { cell in
        if let path = row.path { cell.link(to: path, text: row.id) } else { cell.text(row.id) }
      }
      cells.element("th", .scope("row")) { cell in
        cell.text(row.title.isEmpty ? row.name : "\(row.name): \(row.title)")
        if row.isChanged {
          cell.text(" ")
          cell.element(
            "span", .class("state"), text: frame.say("chưa nộp", "not handed in"))
        }
      }
      cells.cell(row.date)
      cells.cell(row.issuer)
      cells.element("td") { cell in
        for (place, source) in row.sources.enumerated() {
          if place > 0 { cell.text("; ") }
          source.write(frame, &cell)
        }
      }
      cells.element("td") { cell in
        for (place, item) in row.items.enumerated() {
          if place > 0 { cell.text(", ") }
          cell.link(to: item.path, text: item.id)
        }
        if row.items.isEmpty { cell.text("–") }
      }
    }
  }

  private func writeForm(_ frame: PageFrame, _ page: inout HTMLWriter) {
    guard let form else { return }
    page.element("h2", .id("them"), text: frame.say("Thêm tài liệu", "Add a document"))
    page.line()
    frame.form(WebPath.shelf(unit), &page, hasFile: true, pieces: WebPath.pieces(unit)) { writer in
      if let item {
        writer.empty(
          "input", .init("type", "hidden"), .init("name", "item"), .init("value", item))
      }
      form.write(frame, &writer)
      form.writeFile(frame, fileHint, &writer)
      // What the script says of a file on its way.
      writer.element("p", .id("tai-len"), .class("dim"), .init("role", "status")) { _ in }
      writer.element("div", .class("actions")) {
        $0.element("button", text: frame.say("Thêm vào danh mục", "Add"))
      }
    }
  }
}

extension ShelfPage.Row.Source {
  func write(_ frame: PageFrame, _ page: inout HTMLWriter) {
    switch self {
    case .file(let path, let size, let digest):
      page.link(to: path, text: frame.say("mở tệp (\(size))", "open (\(size))"))
      page.text(" ")
      page.text(frame.say("mã kiểm tra toàn vẹn (SHA-256) ", "digest (SHA-256) "))
      page.element("code", text: "\(digest.prefix(12))…")
    case .fileProblem(let text): page.element("span", .class("fault"), text: text)
    case .link(let url):
      page.element(
        "a", .init("href", url), .init("rel", "noopener noreferrer nofollow"), text: url)
    case .shown: page.text(frame.say("xuất trình trực tiếp", "shown in person"))
    case .none: page.element("span", .class("fault"), text: frame.say("chưa có", "none"))
    }
  }
}
