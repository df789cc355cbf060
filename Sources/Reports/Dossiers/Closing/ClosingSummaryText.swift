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
    let count = words.numbers.count
    page.line(
      words.say(
        "Đã chốt “\(closing.name)”, phiên bản \(closing.version), vào \(folder).",
        "Closed “\(closing.name)”, version \(closing.version), into \(folder)."))
    let shown: [DossierMetric] = [.received, .resolved, .late, .unresolved, .excluded]
    page.line(
      shown.map { "\(words.metric($0)) \(count(closing.totals[$0] ?? 0))" }
        .joined(separator: "; "), indent: 2)
    if let changes = closing.previous?.changes {
      page.line(
        words.say(
          "so với phiên bản trước: không còn \(count(changes.onlyInA)), thêm "
            + "\(count(changes.onlyInB)), thay đổi \(count(changes.changed))",
          "since the previous version: gone \(count(changes.onlyInA)), added "
            + "\(count(changes.onlyInB)), changed \(count(changes.changed))"), indent: 2)
    }
    page.line(
      words.say(
        "Biên bản để ký: \(folder)/\(ClosingFiles.handover)",
        "The sheet to sign: \(folder)/\(ClosingFiles.handover)"))
    return page.text
  }
}
