package import Diagnostics
internal import YAMLReading

/// An ordinary CSV file: a header line and rows with as many cells.
///
/// Rows and cells are light views into one buffer; text is made only when it is asked for.
package struct CSVTable: Sendable {
  let buffer: CSVBuffer

  package var file: SourceFile { buffer.file }
  /// The bytes that spans point into, for excerpts.
  package var text: SourceText { SourceText(file: buffer.file, bytes: buffer.bytes) }
  package var header: [CSVCell] {
    (0..<buffer.columns).map { CSVCell(buffer: buffer, row: 0, column: $0) }
  }
  /// The rows behind the header, without empty ones and those reported as faulty.
  package var rows: CSVRows { CSVRows(buffer: buffer) }

  /// The sign between cells; a comma where there is one column.
  var separator: UInt8 {
    guard buffer.columns > 1 else { return UInt8(ascii: ",") }
    let between = buffer.cell(row: 0, column: 0).end..<buffer.cell(row: 0, column: 1).start
    return buffer.bytes[between].first { ",;\t".utf8.contains($0) } ?? UInt8(ascii: ",")
  }

  /// Whether the file begins with a byte-order mark.
  var isMarked: Bool { buffer.bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// The place of the column with exactly this name (NFC, without blanks around it).
  package func column(_ name: String) -> Int? {
    header.firstIndex { cell in cell.withUTF8 { $0.elementsEqual(name.utf8) } }
  }
}

/// All rows of a table, header excluded.
package struct CSVRows: RandomAccessCollection, Sendable {
  let buffer: CSVBuffer

  package var startIndex: Int { 0 }
  package var endIndex: Int { buffer.rows.count - 1 }
  package subscript(index: Int) -> CSVRow { CSVRow(buffer: buffer, row: index + 1) }
}

/// One row.
package struct CSVRow: Sendable {
  let buffer: CSVBuffer
  let row: Int

  /// The line on which the row begins.
  package var line: Int { Int(buffer.rows[row].line) }
  package var count: Int { buffer.columns }

  /// The cell in a column; an empty one for a column that is not there.
  package subscript(column: Int) -> CSVCell { CSVCell(buffer: buffer, row: row, column: column) }

  /// From the first cell to the last.
  package var span: SourceSpan {
    let (first, last) = (self[0].span, self[count - 1].span)
    return SourceSpan(file: first.file, start: first.start, end: last.end)
  }
}

/// One cell.
package struct CSVCell: Sendable {
  let buffer: CSVBuffer
  let row: Int
  let column: Int

  private var place: CSVCellPlace { buffer.cell(row: row, column: column) }

  /// The text without quotes and blanks around it, in NFC, line breaks as `\n`.
  package var text: String { withUTF8 { String(decoding: $0, as: UTF8.self) } }

  package var isEmpty: Bool { withUTF8 { $0.isEmpty } }

  /// Whether the cell stands in quotes.
  package var isQuoted: Bool { place.isQuoted }

  /// Where the cell stands, quotes included.
  package var span: SourceSpan { buffer.span(place.start, place.end, row: row) }

  /// The bytes of `text`, mostly without making a string.
  package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let place = place
    if place.hasEscapes {
      let plain = buffer.unescaped(place)
      return plain.withUnsafeBufferPointer { composing($0, body) }
    }
    return buffer.bytes.withUnsafeBufferPointer {
      composing(UnsafeBufferPointer(rebasing: $0[buffer.content(place)]), body)
    }
  }

  private func composing<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard buffer.mayNeedComposing, Normalisation.mayNeedComposing(bytes) else { return body(bytes) }
    return Array(Normalisation.composed(bytes).utf8).withUnsafeBufferPointer(body)
  }
}
