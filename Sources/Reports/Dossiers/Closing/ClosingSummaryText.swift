package import Diagnostics
package import DossierCounting

/// What `parindex dossiers close` says when the folder is there.
package struct ClosingSummaryText {
  private let closing: DossierClosing
  private let folder: String
  private let words: DossierWords

  package init(_ closing: DossierClosing, folder: String, _ language: Language) {
    self.closing = closing
    self.folder = folder
    words = DossierWords(language)
  }

  package func text() -> String {
    var page = TextPage(isColoured: false)
    page.line(
      words.say(
        "Đã chốt “\(closing.name)”, phiên bản \(closing.version), vào \(folder).",
        "Closed “\(closing.name)”, version \(closing.version), into \(folder)."))
    let said = ClosingWords(words.language)
    page.line(said.totals(closing), indent: 2)
    if let changes = closing.previous?.changes {
      page.line(
        words.say("so với phiên bản trước: ", "since the previous version: ")
          + said.changes(changes), indent: 2)
    }
    page.line(
      words.say(
        "Biên bản để ký: \(folder)/\(ClosingFiles.handover)",
        "The sheet to sign: \(folder)/\(ClosingFiles.handover)"))
    return page.text
  }
}
