import Testing

@testable import Typesetting

/// What no paper may hold.
struct PaperRunTests {
  @Test(arguments: [
    ("a\u{0}b\u{1F}c", "a\u{FFFD}b\u{FFFD}c"), ("một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn"),
    ("tab\tđứng", "tab\tđứng"), ("\u{202E}txt.exe", "\u{FFFD}txt.exe"),
    ("\u{FFFF}\u{1FFFE}\u{85}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("Ủy ban nhân dân", "Ủy ban nhân dân"),
  ])
  func `control characters and signs that turn the direction are shown as such`(
    _ texts: (given: String, clean: String)
  ) {
    #expect(Array(PaperRun(texts.given).text.utf8) == Array(texts.clean.utf8))
  }
}
