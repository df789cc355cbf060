internal import Diagnostics
package import DossierCounting
internal import Grading

/// A ledger as a page, for Excel or for programs, a stretch of rows at a time.
package struct LedgerPages: Sendable {
  private let words: LedgerWords

  package init(_ words: LedgerWords) { self.words = words }

  /// Rows of one table on the page: the columns line up within it.
  package static let stretch = 2000

  // MARK: Text

  /// What stands above the page.
  /// - Parameter unit: the unit whose dossiers alone are shown.
  package func head(unit: String?, isColoured: Bool) -> String {
    var page = TextPage(isColoured: isColoured)
    words.ruleWords.writeHead(of: words.records, &page)
    page.field(
      words.say("Cơ quan, đơn vị, địa phương", "Unit"), unit.map { words.unit($0) })
    words.ruleWords.writeCounting(of: words.records, &page)
    return page.text
  }

  package func text(_ entries: [LedgerEntry], isColoured: Bool) -> String {
    var table = TextTable([
      .init(title: words.say("Hồ sơ", "Dossier"), limit: 30),
      .init(title: words.say("Cơ quan, đơn vị, địa phương", "Unit"), limit: 30),
      .init(title: words.say("Tính là", "Counts as"), limit: 20),
      .init(title: words.say("Hẹn trả", "Due"), limit: 16),
      .init(title: words.say("Xong", "Finished"), limit: 16),
      .init(
        title: words.say("Quy tắc, danh sách, phải xem lại", "Rule, lists, worth a look"), limit: 44
      ),
      .init(title: words.say("Dòng", "Line"), alignment: .trailing),
    ])
    for entry in entries {
      table.add([
        entry.dossier, words.unit(entry), words.outcome(entry), words.time(entry.due),
        words.time(entry.finished), words.reasons(entry), words.place(entry),
      ])
    }
    var page = TextPage(isColoured: isColoured)
    page.table(table)
    return page.text
  }

  /// What closes the page.
  package func end(_ count: Int) -> String {
    let number = words.words.numbers.count(count)
    return words.say("\(number) hồ sơ trong sổ chi tiết.", "\(number) dossiers in the ledger.")
      + "\n"
  }

  // MARK: Excel

  package func csvHead() -> [UInt8] {
    var csv = CSVText(words.words.language)
    csv.row(words.titles)
    return csv.bytes
  }

  package func csv(_ entries: [LedgerEntry]) -> [UInt8] {
    var csv = CSVText(words.words.language, isWhole: false)
    for entry in entries { csv.row(words.cells(entry)) }
    return csv.bytes
  }

  // MARK: Programs

  /// One object a line.
  package func json(_ entries: [LedgerEntry]) -> String {
    entries.map { entry in
      var json = JSONWriter(indented: false)
      json.object { json in
        json.member("dossier", entry.dossier)
        json.member("unit", entry.unit)
        json.member("counts_as", entry.outcome?.rawValue ?? "excluded")
        json.member("exclusion", ifPresent: entry.exclusion)
        json.member("lists") { $0.array { json in entry.lists.forEach { json.string($0) } } }
        json.member("findings") { json in
          json.array { json in entry.findings.forEach { json.string($0.rawValue) } }
        }
        for (key, time) in [
          ("received_at", entry.received), ("due_at", entry.due), ("ready_at", entry.ready),
          ("returned_at", entry.returned), ("finished_at", entry.finished),
        ] { json.member(key, ifPresent: time?.isoText) }
        if let outage = entry.outage {
          json.member("clock", words.rules.clock.rawValue)
          json.member("outage_minutes", outage.minutes)
          json.member("of_minutes", outage.of)
        }
        json.member("file", words.file(entry))
        json.member("line", entry.line)
      }
      return json.text
    }.joined(separator: ",\n")
  }
}
