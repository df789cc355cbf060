import Diagnostics
import Grading
import HTMLWriting
import Testing

@testable import Site

/// What comes from files never becomes markup.
struct HTMLWriterTests {
  private func written(_ write: (inout HTMLWriter) -> Void) -> String {
    var writer = HTMLWriter(root: "../")
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"'", "&quot;&#39;"),
    ("&lt;", "&amp;lt;"), ("một\u{0}hai\u{1B}", "một\u{FFFD}hai\u{FFFD}"),
    ("một\r\nhai\t", "một\n\nhai\t"), ("Đường ư ơ", "Đường ư ơ"),
  ])
  func `text is escaped in elements and in attributes`(_ text: (given: String, shown: String)) {
    #expect(written { $0.element("p", text: text.given) } == "<p>\(text.shown)</p>")
    #expect(
      written { $0.element("p", .class(text.given)) { _ in } }
        == "<p class=\"\(text.shown)\"></p>")
  }

  @Test
  func `links start at the root of the site`() {
    #expect(
      written { $0.link(to: "co-quan/a.html", text: "A") }
        == "<a href=\"../co-quan/a.html\">A</a>")
  }

  @Test(arguments: [
    ("so-y-te", "so-y-te"), ("1.1", "1.1"), ("..", "_2e_."), ("../x", "_2e_._2f_x"), ("", "_"),
    ("A", "_41_"), (".htaccess", "_2e_htaccess"), ("a_p2", "a_5f_p2"), ("ký", "k_c3__bd_"),
  ])
  func `file names are safe and tell ids apart`(_ name: (id: String, file: String)) {
    #expect(SitePath.name(name.id) == name.file)
  }

  @Test
  func `no hostile name of a round becomes markup`() throws {
    let round = try SmallSite.round {
      $0.publicParts.names = true
      $0.publicParts.notes = true
      $0.publicParts.evidence = true
      $0.publicParts.gaps = true
      $0.title = "</title><script>alert(2)</script>"
    }
    for page in Site(round, .vietnamese, earlier: [round]).pages {
      let text = String(decoding: page.render(), as: UTF8.self)
      #expect(text.matches(of: /<script/).count == 1, "\(page.path)")
      for markup in ["<b>", "<img", "<năm", "href=\"javascript"] {
        #expect(!text.contains(markup), "\(page.path): \(markup)")
      }
    }
  }
}
