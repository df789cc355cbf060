internal import Diagnostics
package import DossierCounting
internal import Grading

/// The sheet on which closed figures are handed over and signed for; a Vietnamese page.
package struct HandoverText {
  private let closing: DossierClosing
  private let dossiers: CountedDossiers
  private let sha256: String
  private let words = DossierWords(.vietnamese)

  /// - Parameter sha256: the digest of `closing.yaml`.
  package init(_ closing: DossierClosing, _ dossiers: CountedDossiers, sha256: String) {
    self.closing = closing
    self.dossiers = dossiers
    self.sha256 = sha256
  }

  private func count(_ number: Int) -> String { words.numbers.count(number) }

  package func text() -> String {
    var page = TextPage(isColoured: false)
    writeHead(&page)
    writeExports(&page)
    writeFigures(&page)
    writePrevious(&page)
    writeSignatures(&page)
    return page.text
  }

  private func writeHead(_ page: inout TextPage) {
    page.heading("BIÊN BẢN CHỐT VÀ BÀN GIAO SỐ LIỆU GIẢI QUYẾT HỒ SƠ THỦ TỤC HÀNH CHÍNH")
    if dossiers.records.isIllustrative { page.line("Số liệu minh họa.") }
    page.gap()
    page.field("Tên số liệu", closing.name)
    page.field("Phiên bản", "\(closing.version)")
    page.field("Số liệu", words.through(closing.asOf))
    page.field("Chốt ngày", closing.closedOn.vietnameseText)
    page.field("Người chốt", closing.closedBy)
    let rules = DossierRuleWords(rules: dossiers.rules, words: words)
    page.field("Quy tắc", dossiers.rules.title)
    page.field("Căn cứ", rules.basis)
    page.field("Tính", rules.window)
    page.line("Mã kiểm tra toàn vẹn (SHA-256) của closing.yaml, trong đó có mã của mọi tệp:")
    page.line(sha256, indent: 2)
  }

  private func writeExports(_ page: inout TextPage) {
    page.gap()
    page.heading("1. Dữ liệu bàn giao")
    var table = TextTable(
      [
        TextTable.Column(title: "Tệp", limit: 40), TextTable.Column(title: "Nguồn", limit: 20),
      ]
        + ["Số byte", "Số dòng", "Đọc được", "Không tính được"].map {
          TextTable.Column(title: $0, alignment: .trailing, limit: 14)
        })
    for export in closing.exports {
      table.add(
        [export.file.file, export.source]
          + [export.file.bytes, export.rows, export.counted, export.rejected].map(count))
    }
    page.table(table)
    page.gap()
    page.line("Mã kiểm tra toàn vẹn (SHA-256):")
    for file in closing.exports.map(\.file) + closing.allInputs + closing.files {
      page.verbatim("  \(file.sha256)  \(file.file)")
    }
  }

  private func writeFigures(_ page: inout TextPage) {
    page.gap()
    page.heading("2. Số liệu theo cơ quan, đơn vị, địa phương")
    CountText(dossiers, language: .vietnamese).writeTable(dossiers.count.total, &page)
  }

  private func writePrevious(_ page: inout TextPage) {
    guard let previous = closing.previous else { return }
    page.gap()
    page.heading("3. Thay đổi so với phiên bản \(previous.version)")
    page.line("Mã kiểm tra toàn vẹn của closing.yaml phiên bản \(previous.version):")
    page.line(previous.sha256, indent: 2)
    page.gap()
    let moved = DossierMetric.allCases.filter {
      previous.totals[$0] != nil && previous.totals[$0] != closing.totals[$0]
    }
    if moved.isEmpty {
      page.line("Số liệu chung không đổi.")
    } else {
      var table = TextTable(
        [TextTable.Column(title: "Số hồ sơ")]
          + ["Phiên bản \(previous.version)", "Phiên bản \(closing.version)"].map {
            TextTable.Column(title: $0, alignment: .trailing)
          })
      for metric in moved {
        let values = [previous.totals[metric] ?? 0, closing.totals[metric] ?? 0].map(count)
        table.add([words.metric(metric)] + values)
      }
      page.table(table)
    }
    page.gap()
    guard let changes = previous.changes else {
      return page.line(
        "Không nêu được hồ sơ nào đã thay đổi: hồ sơ của phiên bản trước không còn, hoặc đã khác."
      )
    }
    page.field("Hồ sơ không còn", count(changes.onlyInA))
    page.field("Hồ sơ thêm vào", count(changes.onlyInB))
    page.field("Hồ sơ thay đổi", count(changes.changed))
    page.field("thành trễ hạn", count(changes.turnedLate), indent: 2)
    page.field("hết trễ hạn", count(changes.turnedInTime), indent: 2)
    page.field("thành không tính", count(changes.turnedExcluded), indent: 2)
    page.field("đổi hạn trả", count(changes.dueMoved), indent: 2)
    if changes.differences > 0 {
      page.line("Từng hồ sơ ở tệp \(ClosingFiles.changes).")
    }
  }

  private func writeSignatures(_ page: inout TextPage) {
    page.gap()
    page.line("Hai bên đã đối chiếu mã kiểm tra toàn vẹn và thống nhất số liệu trên đây.")
    page.gap()
    page.verbatim("        BÊN GIAO                                BÊN NHẬN")
    page.verbatim("  (ký, ghi rõ họ tên)                     (ký, ghi rõ họ tên)")
    for _ in 0..<4 { page.verbatim("") }
    page.verbatim("  ……………………………………………                     ……………………………………………")
    page.verbatim("  Ngày …… tháng …… năm ………                Ngày …… tháng …… năm ………")
  }
}
