internal import Diagnostics
internal import HTMLWriting
internal import Store

/// What stands around every page, and the words of its language.
struct PageFrame: Sendable {
  struct Entry: Hashable, Sendable {
    let path: String
    let title: String
    var isCurrent = false
  }

  let language: Language
  /// Of the round; empty where there is none.
  var roundTitle = ""
  /// Who is signed in, and what their forms carry.
  var account: Account?
  var formToken = ""
  var navigation: [Entry] = []
  /// How many notices the account has not read; nil: it is not known.
  var unread: Int?
  /// What every page has to say of itself: illustrative figures, a clock of another year.
  var marks: [String] = []

  func say(_ vietnamese: String, _ english: String) -> String {
    language == .vietnamese ? vietnamese : english
  }

  /// The language of what files say, where the page's is another.
  var authored: HTMLWriter.Attribute? { language == .vietnamese ? nil : .lang("vi") }

  /// - Parameter script: where what the page does more is, where scripts run; nil: nothing.
  func page(
    _ title: String, trail: [Entry] = [], script: String? = nil,
    _ content: (inout HTMLWriter) -> Void
  ) -> [UInt8] {
    var page = HTMLWriter(root: "/")
    page.literal("<!doctype html>\n")
    page.open("html", [.lang(language.rawValue)])
    writeHead(title, script, &page)
    page.open("body")
    page.element("a", .class("skip"), .init("href", "#noi-dung")) {
      $0.text(say("Đến nội dung chính", "Skip to the content"))
    }
    page.line()
    writeHeader(&page)
    page.open("main", [.id("noi-dung")])
    writeTrail(trail, &page)
    page.element("h1", text: title)
    page.line()
    content(&page)
    page.close("main")
    page.line()
    page.close("body")
    page.close("html")
    page.line()
    return page.bytes
  }

  private func writeHead(_ title: String, _ script: String?, _ page: inout HTMLWriter) {
    page.open("head")
    page.empty("meta", .init("charset", "utf-8"))
    page.empty(
      "meta", .init("name", "viewport"),
      .init("content", "width=device-width, initial-scale=1"))
    page.empty("meta", .init("name", "robots"), .init("content", "noindex"))
    page.element("title", text: roundTitle.isEmpty ? title : "\(title) · \(roundTitle)")
    page.empty("link", .init("rel", "icon"), .init("href", "data:,"))
    page.empty("link", .init("rel", "stylesheet"), .init("href", page.root + WebPath.style))
    if let script {
      page.element("script", .init("src", page.root + script), .init("defer", nil)) { _ in }
    }
    page.close("head")
    page.line()
  }

  private func writeHeader(_ page: inout HTMLWriter) {
    page.element("header") { header in
      header.open("div")
      header.element("div", .class("top")) { top in
        top.element("p", .class("site")) { line in
          line.link(
            to: "", text: roundTitle.isEmpty ? say("Chỉ số CCHC", "PAR Index") : roundTitle)
        }
        if let account { writeAccount(account, &top) }
      }
      if !navigation.isEmpty {
        header.element("nav", .init("aria-label", say("Các phần", "Sections"))) { nav in
          nav.element("ul") { list in
            for entry in navigation {
              list.element("li") { item in
                if entry.isCurrent {
                  item.link(to: entry.path, .init("aria-current", "page"), text: entry.title)
                } else {
                  item.link(to: entry.path, text: entry.title)
                }
              }
            }
          }
        }
      }
      header.close("div")
      for mark in marks { header.element("p", .class("mark"), text: mark) }
    }
    page.line()
  }

  private func writeAccount(_ account: Account, _ page: inout HTMLWriter) {
    page.element("div", .class("account")) { box in
      box.link(to: WebPath.account, text: account.name)
      if let unread {
        let count = unread == 0 ? "" : " (\(unread))"
        box.link(to: WebPath.notices, text: say("Thông báo", "Notices") + count)
      }
      form(WebPath.language, &box) { form in
        let other = language == .vietnamese ? Language.english : .vietnamese
        form.empty(
          "input", .init("type", "hidden"), .init("name", "lang"), .init("value", other.rawValue))
        form.element(
          "button", .class("plain"), .lang(other.rawValue),
          text: other == .english ? "English" : "Tiếng Việt")
      }
      form(WebPath.signOut, &box) {
        $0.element("button", .class("plain"), text: say("Đăng xuất", "Sign out"))
      }
    }
  }

  private func writeTrail(_ trail: [Entry], _ page: inout HTMLWriter) {
    guard !trail.isEmpty else { return }
    page.element("p", .class("path")) { line in
      for (place, step) in trail.enumerated() {
        if place > 0 { line.text(" › ") }
        line.link(to: step.path, text: step.title)
      }
    }
    page.line()
  }

  /// A form that the application knows again as its own.
  /// - Parameters:
  ///   - savesItself: whether it is saved while somebody types, where scripts run.
  ///   - hasFile: whether a file is sent with it.
  ///   - pieces: where a large file goes in pieces first, where scripts run.
  func form(
    _ path: String, _ page: inout HTMLWriter, name: String = "", savesItself: Bool = false,
    hasFile: Bool = false, pieces: String? = nil, _ content: (inout HTMLWriter) -> Void
  ) {
    var attributes: [HTMLWriter.Attribute] = [
      .init("method", "post"), .init("action", page.root + path),
    ]
    if !name.isEmpty { attributes.append(.class(name)) }
    if hasFile { attributes.append(.init("enctype", "multipart/form-data")) }
    if savesItself { attributes.append(.init("data-owner", account?.login ?? "")) }
    if let pieces { attributes.append(.init("data-pieces", page.root + pieces)) }
    page.open("form", attributes)
    if !formToken.isEmpty {
      page.empty(
        "input", .init("type", "hidden"), .init("name", "token"), .init("value", formToken))
    }
    content(&page)
    page.close("form")
    page.line()
  }

  /// With a capital and a full stop.
  func sentence(_ text: String) -> String {
    text.isEmpty ? "" : text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// A message of files and commands for who sees neither: ids behind names and those of rules are
  /// left out, others become the names that they stand for, where there are any.
  func plain(_ text: String, _ names: [String: String]) -> String {
    let said = text.replacing(#/ \((?:quy tắc |rule )?`[^`]*`(?:, `[^`]*`)*\)/#, with: "")
    return said.replacing(#/`([^`]*)`/#) { match in
      let id = String(match.output.1)
      return "“\(names[id] ?? field(id) ?? id)”"
    }
  }

  /// What a form calls a key of events; nil: no form has it.
  private func field(_ key: String) -> String? {
    switch key {
    case "basis": say("Văn bản, cơ sở pháp lý", "Legal basis")
    case "ground": say("Căn cứ", "Ground")
    case "text": say("Lý do, nội dung", "Reason")
    case "beyond_rule": say("Điểm ngoài khung của cách chấm", "Points beyond the rule")
    case "vote": say("Biểu quyết", "Vote")
    default: nil
    }
  }

  func text(of refusal: ActRefusal, _ names: [String: String]) -> String {
    sentence(plain(refusal.wording[language], names))
  }

  /// A message that is read out as soon as the page is there.
  func notice(_ text: String, isBad: Bool = false, _ page: inout HTMLWriter) {
    page.element(
      "p", .class(isBad ? "notice bad" : "notice"), .init("role", isBad ? "alert" : "status"),
      text: text)
    page.line()
  }
}
