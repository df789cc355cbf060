internal import HTMLWriting

/// A page beside another: one item after the other, one part of a list after the other.
struct Neighbour: Hashable, Sendable {
  let path: String
  let title: String
}

extension PageFrame {
  /// Links to the page before and the page after; nothing where there is neither.
  /// - Parameter keys: whether the keys `p` and `n` lead there too.
  func neighbours(
    _ label: String, _ previous: Neighbour?, _ next: Neighbour?, keys: Bool = false,
    _ page: inout HTMLWriter
  ) {
    guard previous != nil || next != nil else { return }
    page.element("nav", .class("next"), .init("aria-label", label)) { nav in
      let links = [
        previous.map { ($0.path, "prev", "p", "← " + $0.title) },
        next.map { ($0.path, "next", "n", $0.title + " →") },
      ]
      for (path, rel, key, text) in links.compactMap(\.self) {
        if keys {
          nav.link(to: path, .init("rel", rel), .init("accesskey", key), text: text)
        } else {
          nav.link(to: path, .init("rel", rel), text: text)
        }
      }
    }
    page.line()
  }

  /// The same between the parts of a long list.
  /// - Parameter path: where a part stands, by its number from 1.
  func pager(
    _ number: Int, of count: Int, _ page: inout HTMLWriter, _ path: (Int) -> String
  ) {
    func part(_ other: Int, _ title: String) -> Neighbour? {
      (1...max(1, count)).contains(other) ? Neighbour(path: path(other), title: title) : nil
    }
    neighbours(
      say("Các trang", "Pages"), part(number - 1, say("Trang trước", "Page before")),
      part(number + 1, say("Trang sau", "Next page")), &page)
  }
}
