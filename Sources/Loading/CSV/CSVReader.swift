package import Diagnostics
internal import YAMLReading

/// How much of a CSV file is read before it is refused.
package struct CSVLimits: Sendable {
  /// The largest file, in bytes.
  package var bytes = 32 << 20
  package var rows = 500_000
  package var columns = 1000
  /// The longest row, in bytes.
  package var rowBytes = 1 << 20

  package init() {}
}

/// Reads an ordinary CSV file: the only reader of such files.
///
/// UTF-8 with a byte-order mark or without; comma, semicolon or tab, whichever the header line
/// uses; RFC 4180 quotes; lines that end with LF, CR LF or CR. Rows without any text are skipped.
/// Faulty rows are reported and left out; there is no table when no row could be read.
/// - Parameter separator: the sign between cells when it is known; nil: as the header line has it.
package func readCSV(
  _ text: SourceText, limits: CSVLimits = CSVLimits(), separator: UInt8? = nil
) -> (table: CSVTable?, diagnostics: [Diagnostic]) {
  let limit = min(limits.bytes, Int(Int32.max))
  guard text.bytes.count <= limit else {
    return (nil, [.fileTooLarge(text.file, bytes: text.bytes.count, limit: limit)])
  }
  let (start, fault) = text.checked()
  if let fault { return (nil, text.annotate([fault])) }
  let text = SourceText(file: text.file, bytes: withSingleLineEnds(text.bytes))
  let (table, diagnostics) = read(text, from: start, limits, separator)
  return (table, text.annotate(diagnostics))
}

/// The bytes with a line feed for every carriage return that has none behind it.
func withSingleLineEnds(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.contains(CSVByte.carriageReturn) else { return bytes }
  var changed = bytes
  for index in bytes.indices where bytes[index] == CSVByte.carriageReturn {
    if index + 1 == bytes.count || bytes[index + 1] != CSVByte.lineFeed {
      changed[index] = CSVByte.lineFeed
    }
  }
  return changed
}

private func read(
  _ text: SourceText, from start: Int, _ limits: CSVLimits, _ declared: UInt8?
) -> (table: CSVTable?, diagnostics: [Diagnostic]) {
  let (file, bytes) = (text.file, text.bytes)
  let (index, line) = firstLine(bytes, from: start)
  guard index < bytes.count else { return (nil, [.csvEmpty(file)]) }
  guard let separator = declared ?? CSVSeparator.found(in: bytes, from: index, limits) else {
    return (nil, [.separatorUnclear(at: lineSpan(bytes, index, line, file))])
  }
  var parser = CSVParser(
    file: file, bytes: bytes, separator: separator, limits: limits, index: index, line: line)
  guard let header = parser.next() else { return (nil, parser.problems.all) }
  let columns = header.cells.count
  guard columns <= limits.columns else {
    let cell = header.cells[limits.columns]
    parser.problems.add(
      .tooManyColumns(columns, limit: limits.columns, at: parser.span(cell.start, cell.end, header))
    )
    return (nil, parser.problems.all)
  }
  var rows = [CSVBuffer.RowPlace(offset: UInt32(header.offset), line: UInt32(header.line))]
  var cells = header.cells
  while let record = parser.next() {
    guard !isBlank(record, bytes), !record.isFaulty else { continue }
    guard record.cells.count == columns else {
      parser.reportCount(of: record, columns: columns)
      continue
    }
    guard rows.count <= limits.rows else {
      let first = record.cells[0]
      parser.problems.add(
        .tooManyRows(limit: limits.rows, at: parser.span(first.start, first.end, record)))
      break
    }
    rows.append(.init(offset: UInt32(record.offset), line: UInt32(record.line)))
    cells.append(contentsOf: record.cells)
  }
  let buffer = CSVBuffer(
    file: file, bytes: bytes, columns: columns, rows: rows, cells: cells,
    mayNeedComposing: bytes.withUnsafeBufferPointer(Normalisation.mayNeedComposing))
  let table = CSVTable(buffer: buffer)
  checkHeader(table, into: &parser.problems)
  return (table, parser.problems.all)
}

/// The first line with any text on it.
private func firstLine(_ bytes: [UInt8], from start: Int) -> (index: Int, line: Int) {
  var (index, line, lineStart) = (start, 1, start)
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    if byte == CSVByte.lineFeed {
      line += 1
      lineStart = index
    } else if byte != CSVByte.space, byte != CSVByte.tab, byte != CSVByte.carriageReturn {
      return (lineStart, line)
    }
  }
  return (bytes.count, line)
}

private func lineSpan(_ bytes: [UInt8], _ start: Int, _ line: Int, _ file: SourceFile)
  -> SourceSpan
{
  let end = bytes[start...].firstIndex(of: CSVByte.lineFeed) ?? bytes.count
  let text = CSVBlanks.trimmed(start..<end, of: bytes)
  return CSVPosition.span(
    text.lowerBound, text.upperBound, in: bytes, file: file, from: start, line: line)
}

private func isBlank(_ record: CSVParser.Record, _ bytes: [UInt8]) -> Bool {
  record.cells.allSatisfy { cell in
    cell.isQuoted
      ? CSVBlanks.trimmed(cell.start + 1..<cell.end - 1, of: bytes).isEmpty
      : cell.start == cell.end
  }
}

private func checkHeader(_ table: CSVTable, into problems: inout ProblemList) {
  var first: [String: CSVCell] = [:]
  for cell in table.header {
    let name = cell.text
    if name.isEmpty {
      problems.add(.columnWithoutName(cell.column + 1, at: cell.span))
    } else if let earlier = first[name] {
      problems.add(.columnTwice(name, at: cell.span, first: earlier.span))
    } else {
      first[name] = cell
    }
  }
}

extension CSVParser {
  /// Says where a row has a cell too many, or ends too soon.
  fileprivate mutating func reportCount(of record: Record, columns: Int) {
    guard !problems.onlyCounts else { return problems.count() }
    let cell = record.cells.count > columns ? record.cells[columns] : record.cells.last
    let start = cell?.start ?? record.offset
    let end = cell?.end ?? record.offset
    let isShort = record.cells.count < columns
    problems.add(
      .cellCount(
        record.cells.count, columns: columns, separator: separator,
        at: span(isShort ? end : start, end, record)))
  }
}

/// Finding out what separates the cells.
enum CSVSeparator {
  /// The separator that the header line uses most; a comma when it has a single cell; nil when two
  /// are used equally often.
  static func found(in bytes: [UInt8], from start: Int, _ limits: CSVLimits) -> UInt8? {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes[start..<min(bytes.count, start + limits.rowBytes)] {
      switch byte {
      case CSVByte.quote: isQuoted.toggle()
      case CSVByte.lineFeed where !isQuoted: return most(counts)
      case CSVByte.comma where !isQuoted, CSVByte.semicolon where !isQuoted,
        CSVByte.tab where !isQuoted:
        counts[byte, default: 0] += 1
      default: break
      }
    }
    return most(counts)
  }

  private static func most(_ counts: [UInt8: Int]) -> UInt8? {
    guard let most = counts.values.max() else { return CSVByte.comma }
    let best = counts.filter { $0.value == most }
    return best.count == 1 ? best.first?.key : nil
  }
}
