/// A workbook as it was read: XLSX of any program, with shared and inline strings, hidden sheets
/// and merged cells; formulas are not calculated but have what they last came to.
package struct SpreadsheetFile: Sendable {
  package let sheets: [ReadSheet]
  /// Whether any cell has a comment, of the old kind or in a thread.
  package let hasComments: Bool

  /// Reads a whole file.
  package init(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(ReadingFailure) {
    let container = try ContainerReader(bytes, limits)
    let root = try SpreadsheetFile.relations(of: "", container, limits)
    let book = root.byType["officeDocument"] ?? "xl/workbook.xml"
    let list = WorkbookHandler()
    try XMLReader.read(book, of: container, list, limits)
    guard list.isWorkbook else { throw .missingPart("workbook") }
    let related = try SpreadsheetFile.relations(of: book, container, limits)
    let strings = SharedStringHandler(limits)
    if let part = related.byType["sharedStrings"] {
      try XMLReader.read(part, of: container, strings, limits)
    }
    let styles = StyleHandler()
    if let part = related.byType["styles"] {
      try XMLReader.read(part, of: container, styles, limits)
    }
    var sheets: [ReadSheet] = []
    var count = 0
    for listed in list.sheets {
      guard let part = related.targets[listed.relation] else {
        throw .missingPart(listed.name)
      }
      // A sheet that is a chart has no cells and another relation.
      guard !part.contains("chartsheets/") else { continue }
      let cells = SheetHandler(
        strings.strings, styles.showsDays, countsFrom1904: list.countsFrom1904, count: count,
        limits)
      try XMLReader.read(part, of: container, cells, limits)
      count = cells.count
      sheets.append(
        ReadSheet(
          name: listed.name, isHidden: listed.isHidden, countsFrom1904: list.countsFrom1904,
          cells: cells.cells, merges: cells.merges))
    }
    self.sheets = sheets
    hasComments = container.hasPart {
      $0.hasPrefix("xl/comments") || $0.hasPrefix("xl/threadedcomments")
    }
  }

  private static func relations(
    of part: String, _ container: ContainerReader, _ limits: ReadingLimits
  ) throws(ReadingFailure) -> RelationHandler {
    let handler = RelationHandler(of: part)
    try XMLReader.read(
      part.isEmpty ? "_rels/.rels" : RelationHandler.place(of: part), of: container, handler,
      limits)
    return handler
  }

  /// The sheet of this name.
  package subscript(name: String) -> ReadSheet? { sheets.first { $0.name == name } }
}
