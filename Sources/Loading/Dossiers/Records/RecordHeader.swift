internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// The header line and the first rows of an export, looked at before anything is counted.
///
/// The export as such is read by the counting engine; what its header lacks is told beforehand.
struct RecordHeader {
  let header: [CSVCell]
  let rows: [CSVRow]
  private let text: SourceText

  /// nil when the file is no CSV, or its beginning cannot be read as a table.
  init?(_ export: RecordExport) {
    guard RecordPaths.isExport(export.path),
      var bytes = FileAccess.head(of: export.path, bytes: Self.most)
    else { return nil }
    // The last line may be cut.
    if bytes.count == Self.most {
      guard let end = bytes.lastIndex(of: CSVByte.lineFeed) else { return nil }
      bytes.removeSubrange((end + 1)...)
    }
    text = SourceText(file: SourceFile(path: export.path), bytes: bytes)
    guard let table = readCSV(text, separator: export.separator).table else { return nil }
    header = table.header
    rows = Array(table.rows.prefix(20))
  }

  private static let most = 64 << 10

  /// Why an export is no text that can be read, told before every row of it is unreadable.
  static func textFault(_ export: RecordExport) -> Diagnostic? {
    FileAccess.head(of: export.path, bytes: 1024).flatMap {
      SourceText(file: SourceFile(path: export.path), bytes: $0).utf16Fault()
    }
  }

  var columns: [String] { header.map(\.text) }

  /// What the header lacks, told where it was declared or in the header line.
  func problems(_ columns: RecordColumns, _ declaration: ExportDeclaration) -> [Diagnostic] {
    // A compressed file's lines are shown from what was unpacked.
    text.annotate(
      columns.faults.map { fault in
        let declared = declaration.columnSpans[fault.field]
        return .header(
          fault, at: declared ?? header.first?.span ?? declaration.fileSpan,
          declared: declared != nil)
      })
  }

  /// In which order the first rows write the day of receipt; nil when they do not show it.
  func dates(_ columns: RecordColumns) -> DateOrder? {
    guard let place = columns[.receivedAt] else { return nil }
    for row in rows {
      let text = row[place].text
      if let order = DateOrder.allCases.first(where: {
        LocalMoment(parsing: text, order: $0) != nil
      }) {
        return order
      }
    }
    return nil
  }
}
