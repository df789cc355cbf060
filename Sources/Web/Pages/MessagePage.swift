internal import HTMLWriting

/// A page that says one thing, and where to go from there.
struct MessagePage {
  let title: String
  let lines: [String]
  var link: PageFrame.Entry?

  func html(_ frame: PageFrame) -> [UInt8] {
    frame.page(title) { page in
      for line in lines { page.element("p", text: line) }
      if let link { page.element("p") { $0.link(to: link.path, text: link.title) } }
      page.line()
    }
  }
}
