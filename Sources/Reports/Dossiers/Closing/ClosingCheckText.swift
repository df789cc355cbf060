package import Diagnostics
package import DossierCounting

/// What `parindex dossiers verify` says: whether closed data are as they were.
package struct ClosingCheckText {
  private let closing: DossierClosing
  private let sha256: String
  private let same: Int
  private let isIntact: Bool
  private let words: DossierWords

  package init(
    _ closing: DossierClosing, sha256: String, same: Int, isIntact: Bool, language: Language
  ) {
    self.closing = closing
    self.sha256 = sha256
    self.same = same
    self.isIntact = isIntact
    words = DossierWords(language)
  }

  package func text() -> String {
    var page = TextPage(isColoured: false)
    page.heading(closing.name)
    page.field(words.say("Phiên bản", "Version"), "\(closing.version)")
    page.field(words.say("Số liệu", "Figures"), words.through(closing.asOf))
    page.field(words.say("Chốt ngày", "Closed on"), words.numbers.date(closing.closedOn))
    page.field(
      words.say("Mã kiểm tra toàn vẹn của closing.yaml", "Digest of closing.yaml"), sha256)
    page.line(
      isIntact
        ? words.say(
          "\(words.numbers.count(same)) tệp đúng như khi chốt.",
          "\(words.numbers.count(same)) files are as they were at closing.")
        : words.say(
          "Số liệu không còn như khi chốt.", "The data are not as they were at closing."))
    return page.text
  }
}
