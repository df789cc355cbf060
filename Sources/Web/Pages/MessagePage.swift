internal import HTMLWriting

/// A page that says one thing, and where to go from there.
struct MessagePage {
  let title: String
  let lines: [String]
  var link: PageFrame.Entry?
  /// What somebody typed that was not kept, to be copied from here.
  var typed: [String] = []

  func html(_ frame: PageFrame) -> [UInt8] {
    frame.page(title) { page in
      for line in lines { page.element("p", text: line) }
      for text in typed { page.element("pre", .class("typed"), text: text) }
      if let link { page.element("p") { $0.link(to: link.path, text: link.title) } }
      page.line()
    }
  }
}
