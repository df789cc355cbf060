internal import Diagnostics
internal import YAMLReading

/// Cuts the bytes of a CSV file into records, one after another.
struct CSVParser {
  /// One record, as far as it could be cut.
  struct Record {
    let offset: Int
    let line: Int
    var cells: [CSVCellPlace] = []
    /// Whether a fault of it was reported, so that its cells may be shifted.
    var isFaulty = false
  }

  let file: SourceFile
  let bytes: [UInt8]
  let separator: UInt8
  let limits: CSVLimits
  private(set) var index: Int
  private(set) var line: Int
  /// Whether the rest of the file cannot be read.
  private(set) var isStuck = false
  var problems = ProblemList()

  init(
    file: SourceFile, bytes: [UInt8], separator: UInt8, limits: CSVLimits, index: Int, line: Int
  ) {
    self.file = file
    self.bytes = bytes
    self.separator = separator
    self.limits = limits
    self.index = index
    self.line = line
  }

  /// The next record; nil at the end of the file and where nothing more can be read.
  mutating func next() -> Record? {
    guard index < bytes.count, !isStuck else { return nil }
    var record = Record(offset: index, line: line)
    while true {
      guard let cell = cell(of: &record) else { return nil }
      record.cells.append(cell)
      guard index < bytes.count else { return record }
      let byte = bytes[index]
      index += 1
      if byte == CSVByte.lineFeed {
        line += 1
        return record
      }
      // A separator; at the end of the file an empty cell follows it.
      if index == bytes.count {
        record.cells.append(CSVCellPlace(index, index))
        return record
      }
    }
  }

  /// Reads up to a separator, a line end or the end of the file.
  private mutating func cell(of record: inout Record) -> CSVCellPlace? {
    let start = index
    while index < bytes.count, isBlank(bytes[index]) { index += 1 }
    if index < bytes.count, bytes[index] == CSVByte.quote { return quoted(of: &record) }
    while index < bytes.count, bytes[index] != separator, bytes[index] != CSVByte.lineFeed {
      index += 1
    }
    guard isShort(record) else { return nil }
    let text = CSVBlanks.trimmed(start..<index, of: bytes)
    return text.isEmpty
      ? CSVCellPlace(start, start) : CSVCellPlace(text.lowerBound, text.upperBound)
  }

  private mutating func quoted(of record: inout Record) -> CSVCellPlace? {
    let start = index
    var hasEscapes = false
    var lines = 0
    index += 1
    while index < bytes.count, index - record.offset <= limits.rowBytes {
      let byte = bytes[index]
      index += 1
      switch byte {
      case CSVByte.lineFeed: lines += 1
      case CSVByte.carriageReturn: hasEscapes = true
      case CSVByte.quote where index < bytes.count && bytes[index] == CSVByte.quote:
        hasEscapes = true
        index += 1
      case CSVByte.quote:
        line += lines
        let cell = CSVCellPlace(start, index, isQuoted: true, hasEscapes: hasEscapes)
        skipBehindQuote(of: &record)
        return isShort(record) ? cell : nil
      default: break
      }
    }
    problems.add(.unclosedQuote(at: span(start, start + 1, record)))
    isStuck = true
    return nil
  }

  /// Only blanks may stand between a closing quote and the next separator.
  private mutating func skipBehindQuote(of record: inout Record) {
    while index < bytes.count, isBlank(bytes[index]) || isLineEnd(index) { index += 1 }
    let start = index
    while index < bytes.count, bytes[index] != separator, bytes[index] != CSVByte.lineFeed {
      index += 1
    }
    guard start < index else { return }
    record.isFaulty = true
    guard !problems.onlyCounts else { return problems.count() }
    let text = CSVBlanks.trimmed(start..<index, of: bytes)
    problems.add(
      .textBehindQuote(
        String(decoding: bytes[text], as: UTF8.self),
        at: span(text.lowerBound, text.upperBound, record)))
  }

  /// A row longer than any real one ends the reading: a quote or a line end is amiss.
  private mutating func isShort(_ record: Record) -> Bool {
    guard index - record.offset > limits.rowBytes else { return true }
    problems.add(
      .rowTooLong(limit: limits.rowBytes, at: span(record.offset, record.offset + 1, record)))
    isStuck = true
    return false
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == CSVByte.space || (byte == CSVByte.tab && separator != CSVByte.tab)
  }

  /// Whether a carriage return stands here that belongs to a line end.
  private func isLineEnd(_ index: Int) -> Bool {
    bytes[index] == CSVByte.carriageReturn
      && (index + 1 == bytes.count || bytes[index + 1] == CSVByte.lineFeed)
  }

  /// The span of bytes of a record.
  func span(_ start: Int, _ end: Int, _ record: Record) -> SourceSpan {
    CSVPosition.span(start, end, in: bytes, file: file, from: record.offset, line: record.line)
  }
}
