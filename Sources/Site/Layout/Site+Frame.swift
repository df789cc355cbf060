internal import Diagnostics
internal import Grading
internal import HTMLWriting
internal import Reports

/// What stands around every page: head, navigation, marks, foot.
extension Site {
  /// The parts of the site that the navigation leads to.
  enum Section: CaseIterable {
    case rankings
    case years
    case units
    case criteria
    case method
    case downloads
  }

  func page(
    _ path: String, title: String, section: Section, trail: [(path: String, title: String)] = [],
    content: @escaping @Sendable (inout HTMLWriter) -> Void
  ) -> SitePage {
    SitePage(path: path) {
      var page = HTMLWriter(root: SitePath.root(from: path))
      writeHead(title, &page)
      page.open("body")
      page.element("a", .class("skip"), .init("href", "#noi-dung")) {
        $0.text(say("Đến nội dung chính", "Skip to the content"))
      }
      page.line()
      writeHeader(path, section, &page)
      page.open("main", [.id("noi-dung")])
      writeTrail(trail, &page)
      authored("h1", title, &page)
      page.line()
      content(&page)
      page.close("main")
      page.line()
      writeFooter(&page)
      page.close("body")
      page.close("html")
      page.line()
      return page.bytes
    }
  }

  private func writeHead(_ title: String, _ page: inout HTMLWriter) {
    page.literal("<!doctype html>\n")
    page.open("html", [.lang(language.rawValue)])
    page.open("head")
    page.empty("meta", .init("charset", "utf-8"))
    page.empty(
      "meta", .init("name", "viewport"),
      .init("content", "width=device-width, initial-scale=1"))
    page.empty("meta", .init("name", "generator"), .init("content", "PARIndex"))
    if isDraft { page.empty("meta", .init("name", "robots"), .init("content", "noindex")) }
    let whole = "\(title) · \(round.plan.title)"
    page.element("title", text: isDraft ? "\(say("Dự thảo", "Draft")): \(whole)" : whole)
    page.empty("link", .init("rel", "icon"), .init("href", "data:,"))
    page.empty("link", .init("rel", "stylesheet"), .init("href", page.root + SitePath.style))
    page.element("script", .init("src", page.root + SitePath.script), .init("defer", nil)) { _ in }
    page.close("head")
    page.line()
  }

  private func writeHeader(_ path: String, _ section: Section, _ page: inout HTMLWriter) {
    page.element("header") { header in
      header.open("div")
      header.element("p", .class("site")) { authored(round.plan.title, to: SitePath.overview, &$0) }
      header.element("nav", .init("aria-label", say("Các phần của trang", "Parts of the site"))) {
        $0.element("ul") { list in
          for part in Section.allCases where part != .years || years != nil {
            let (target, title) = link(part)
            list.element("li") { entry in
              if part == section {
                entry.link(
                  to: target, .init("aria-current", target == path ? "page" : "true"), text: title)
              } else {
                entry.link(to: target, text: title)
              }
            }
          }
        }
      }
      header.close("div")
      for mark in marks(path) {
        header.element("p", .class("mark")) { line in
          if let word = mark.word {
            line.element("strong", text: word)
            line.text(". ")
          }
          line.text(mark.text)
        }
      }
    }
    page.line()
  }

  /// What every page has to say of itself: a draft, figures that are made up; the first page says
  /// which.
  private func marks(_ path: String) -> [(word: String?, text: String)] {
    var marks: [(word: String?, text: String)] = []
    if isDraft { marks.append((say("Dự thảo", "Draft"), words.notPublished)) }
    if path == SitePath.overview, let text = words.roundIllustration {
      marks.append((nil, text))
    } else if words.isIllustrative {
      marks.append(
        (
          nil,
          say("Có sử dụng số liệu minh họa.", "Made with illustrative data (số liệu minh họa).")
        ))
    }
    return marks
  }

  private func link(_ section: Section) -> (path: String, title: String) {
    switch section {
    case .rankings: (SitePath.overview, say("Xếp hạng", "Rankings"))
    case .years: (SitePath.years, say("So với năm trước", "Year over year"))
    case .units: (SitePath.units, say("Cơ quan, đơn vị, địa phương", "Units"))
    case .criteria: (SitePath.criteria, say("Tiêu chí", "Criteria"))
    case .method: (SitePath.method, say("Cách chấm điểm", "Method"))
    case .downloads: (SitePath.downloads, say("Tải về", "Downloads"))
    }
  }

  private func writeTrail(_ trail: [(path: String, title: String)], _ page: inout HTMLWriter) {
    guard !trail.isEmpty else { return }
    page.element("p", .class("path")) { line in
      for (place, step) in trail.enumerated() {
        if place > 0 { line.text(" › ") }
        authored(step.title, to: step.path, &line)
      }
    }
    page.line()
  }

  private func writeFooter(_ page: inout HTMLWriter) {
    page.element("footer") { footer in
      footer.open("div")
      footer.element("p") { line in
        if let decision = words.publicationDecision, !isDraft { line.text(decision + " ") }
        if let moment = round.plan.asOf {
          line.text(
            say(
              "Theo nhật ký đến \(moment.words[language]): \(moment.events) sự kiện. ",
              "As of \(moment.words[language]): \(moment.events) events. "))
        }
        line.text(
          say(
            "Mọi điểm số tính lại được từ bộ tiêu chí và dữ liệu; ",
            "Every figure can be computed again from the criteria and the data; "))
        line.link(to: SitePath.downloads, text: say("tải về và kiểm tra", "download and verify"))
        line.text(".")
      }
      footer.close("div")
    }
    page.line()
  }

  // MARK: What files say

  /// Text in the language of the files, which is Vietnamese whatever the page's is.
  func authored(_ element: StaticString, _ text: String, _ page: inout HTMLWriter) {
    if language == .vietnamese {
      page.element(element, text: text)
    } else {
      page.element(element, .lang("vi"), text: text)
    }
  }

  func authored(_ text: String, to path: String, _ page: inout HTMLWriter) {
    if language == .vietnamese {
      page.link(to: path, text: text)
    } else {
      page.link(to: path, .lang("vi"), text: text)
    }
  }

  // MARK: Long lists

  /// A list cut into pages of `rowLimit` rows; at least one.
  func chunks(_ rows: [Int]) -> [[Int]] {
    guard rows.count > rowLimit else { return [rows] }
    return stride(from: 0, to: rows.count, by: rowLimit).map {
      Array(rows[$0..<min($0 + rowLimit, rows.count)])
    }
  }

  /// Links between the parts of a long list, and where the whole one is.
  func writeParts(
    _ number: Int, of count: Int, _ path: String, _ page: inout HTMLWriter,
    file: SiteFile = .rankings
  ) {
    guard count > 1 else { return }
    page.element("nav", .init("aria-label", say("Các trang của bảng", "Pages of the table"))) {
      $0.element("ul", .class("parts")) { list in
        for place in 0..<count {
          let title = say("Trang \(place + 1)", "Page \(place + 1)")
          list.element("li") { entry in
            if place == number {
              entry.element("strong", .init("aria-current", "page"), text: title)
            } else {
              entry.link(to: SitePath.part(place, of: path), text: title)
            }
          }
        }
      }
    }
    page.element("p", .class("dim")) { line in
      line.text(say("Cả bảng trong một tệp: ", "The whole table in one file: "))
      line.link(to: file.path, text: file.path)
      line.text(".")
    }
    page.line()
  }
}
