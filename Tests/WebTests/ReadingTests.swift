import Diagnostics
import Grading
import Testing

@testable import Web

/// What comes in is text within its bounds, or nothing.
@Suite struct ReadingTests {
  private func fields(_ text: String) -> [String: String]? {
    FormReading.fields(Array(text.utf8))?.values
  }

  @Test func `a form is read as browsers send it`() {
    #expect(fields("") == [:])
    #expect(fields("a=1&b=S%E1%BB%9F+Y+t%E1%BA%BF&c") == ["a": "1", "b": "Sở Y tế", "c": ""])
    #expect(fields("a=1&a=2") == ["a": "2"])
    #expect(fields("a=+x%0D%0Ay+") == ["a": "x\ny"], "ends trimmed, lines ended as files end them")
    #expect(fields("a=Sơ%CC%89") == ["a": "Sở"], "composed")
    #expect(fields("a=%3Cb%3E%26") == ["a": "<b>&"])
    #expect(fields("a=b=c") == ["a": "b=c"])
  }

  @Test(arguments: [
    "a=%", "a=%4", "a=%GG", "a=%FF", "a=%C3%28", "a=%ED%A0%80", "a=%00", "a=%1B", "a=%C2%85",
    "%FF=1",
  ])
  func `what is no text is no form`(_ text: String) { #expect(fields(text) == nil) }

  @Test func `a form has bounds`() {
    let longest = FormReading.longest
    #expect(fields("a=" + String(repeating: "x", count: longest)) != nil)
    #expect(fields("a=" + String(repeating: "x", count: longest + 1)) == nil)
    let pairs = (0..<FormReading.mostFields).map { "a\($0)=1" }.joined(separator: "&")
    #expect(fields(pairs)?.count == FormReading.mostFields)
    #expect(fields(pairs + "&b=1") == nil)
  }

  @Test(arguments: [
    "/don-vi/../xep-hang", "/don-vi/..%2f..", "/don-vi/so-y-te/muc/..", "//", "/don-vi//muc",
    "/don-vi/so%20y", "/don-vi/só", "/don-vi/a\\b", "/don-vi", "/xep-hang/a/b", "dang-nhap", "",
    "/giao-dien/../parindex.sqlite", "/giao-dien/trang.css/x", "/nhat-ky/x", "/.",
    "/don-vi/" + String(repeating: "a", count: 400),
  ])
  func `a path that is no page leads nowhere`(_ path: String) { #expect(Route(path) == nil) }

  @Test func `a path names its page`() {
    #expect(Route("/") == .home)
    #expect(Route("/don-vi/so-y-te/muc/1.1.3") == .item(unit: "so-y-te", item: "1.1.3"))
    #expect(Route("/don-vi/so-y-te/nop") == .check(unit: "so-y-te"))
    #expect(Route("/xep-hang/so") == .rankings(block: "so"))
  }

  @Test(arguments: [
    ("98,5", "98.5"), ("0,125", "0.125"), ("1,604", "1,604"), ("1.604", "1.604"),
    ("1.234,5", "1234.5"), ("19 20", "19 20"), ("87,5%", "87.5%"), ("1 234,5", "1234.5"),
    (",5", ",5"),
    ("-0,5", "-0.5"),
    ("1,2,3", "1,2,3"), ("abc", "abc"), ("12", "12"), ("4,", "4,"),
  ])
  func `a decimal comma is read only where it can be nothing else`(_ typed: String, _ filed: String)
  {
    #expect(TypedValue.number(typed) == filed)
  }

  @Test(arguments: [
    ("31/01/2017", "2017-01-31"), ("1/2/2017", "2017-02-01"),
    ("31/01/2017 16:30", "2017-01-31T16:30"), ("không", "none"), ("Không có", "none"),
    ("2017-01-31", "2017-01-31"), ("31/1/17", "31/1/17"), ("31-01-2017", "2017-01-31"),
    ("//2017", "//2017"), ("hôm qua", "hôm qua"),
  ])
  func `days are typed as people write them`(_ typed: String, _ filed: String) {
    #expect(TypedValue.date(typed) == filed)
  }

  @Test func `what a file says is shown so that typing it again says the same`() {
    for (filed, type) in [
      ("98.5", InputType.number), ("87.5%", .rate), ("0.125", .number), ("2017-01-31", .date),
      ("2017-01-31T16:30", .date), ("none", .date), ("17", .count), ("yes", .yesNo),
    ] {
      for language in Language.allCases {
        let shown = TypedValue.shown(filed, as: type, language)
        #expect(TypedValue.filed(shown, as: type) == filed, "\(shown)")
      }
    }
    #expect(TypedValue.shown("2017-01-31T16:30", as: .date, .vietnamese) == "31/01/2017 16:30")
  }

  @Test func `another site's post is known by what browsers say of it`() {
    func request(_ headers: [String: String]) -> Bool {
      WebRequest(.post, "/", headers: headers).isFromElsewhere
    }
    #expect(!request(["host": "a.vn"]))
    #expect(!request(["host": "a.vn", "origin": "https://a.vn"]))
    #expect(request(["host": "a.vn", "origin": "https://b.vn"]))
    #expect(request(["host": "a.vn", "origin": "null"]))
    #expect(request(["host": "a.vn", "origin": "https://a.vn.evil.vn"]))
    #expect(request(["origin": "https://a.vn"]))
    #expect(request(["host": "a.vn", "sec-fetch-site": "cross-site"]))
    #expect(request(["host": "a.vn", "sec-fetch-site": "same-site"]))
    #expect(!request(["host": "a.vn", "sec-fetch-site": "same-origin"]))
  }
}
