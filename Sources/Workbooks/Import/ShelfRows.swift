internal import Diagnostics
internal import Spreadsheets

/// Reads the documents of the second sheet into the text of the shelf.
struct ShelfRows {
  let found: FormReader.Found
  let reading: CellReading

  /// The file's keys in its order.
  private static let keys: [(column: ShelfColumn, key: String)] = [
    (.id, "id"), (.kind, "kind"), (.number, "number"), (.date, "date"), (.issuer, "issuer"),
    (.title, "title"), (.url, "url"), (.accessed, "accessed"), (.file, "file"),
    (.sha256, "sha256"), (.inPerson, "shown_in_person"),
  ]

  func write(to text: inout TracedText) {
    text.add("format: parindex/evidence@1\n")
    var isFirst = true
    for row in Set(found.sheet.cells.map(\.address.row)).sorted() where row > found.markRow + 1 {
      let parts = ShelfRows.keys.compactMap { column, key in
        value(column, row).map { (key, $0) }
      }
      guard let first = parts.first else { continue }
      text.add(isFirst ? "documents:\n" : "")
      isFirst = false
      text.add("  - {", from: first.1.source)
      for (place, part) in parts.enumerated() {
        text.add("\(place == 0 ? "" : ", ")\(part.0): ")
        text.add(part.1.text, from: part.1.source)
      }
      text.add("}\n")
    }
    if isFirst { text.add("documents: []\n") }
  }

  private func value(_ column: ShelfColumn, _ row: Int) -> TypedValue? {
    let cell = reading.cell(CellAddress(row: row, column: found.columns[column.formColumn] ?? 0))
    let text: String?
    switch column {
    case .date, .accessed:
      text = reading.day(
        cell, takesNone: false,
        expected: Wording(
          vi: "ngày/tháng/năm, như 27/12/2018", en: "a day, like 27/12/2018"))
    case .inPerson: text = reading.truth(cell).flatMap { $0 ? "yes" : nil }
    case .id, .kind, .url, .file, .sha256:
      text = reading.word(cell).map(FlowScalar.text)
    case .number, .issuer, .title:
      text = reading.text(cell).flatMap { $0.isEmpty ? nil : FlowScalar.text($0) }
    }
    return text.map { TypedValue(text: $0, source: reading.source(cell)) }
  }
}
