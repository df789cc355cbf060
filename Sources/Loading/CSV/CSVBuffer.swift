internal import Diagnostics

/// Where a cell stands in the file: a stretch of bytes, quotes included.
struct CSVCellPlace: Sendable {
  private let first: UInt32
  private let behind: UInt32
  private static let flag: UInt32 = 1 << 31

  init(_ start: Int, _ end: Int, isQuoted: Bool = false, hasEscapes: Bool = false) {
    first = UInt32(start) | (isQuoted ? Self.flag : 0)
    behind = UInt32(end) | (hasEscapes ? Self.flag : 0)
  }

  var start: Int { Int(first & ~Self.flag) }
  var end: Int { Int(behind & ~Self.flag) }
  var isQuoted: Bool { first & Self.flag != 0 }
  /// Whether quotes are doubled inside, or lines end with two characters.
  var hasEscapes: Bool { behind & Self.flag != 0 }
}

/// The bytes of a CSV file and where its cells are.
final class CSVBuffer: Sendable {
  /// Where a row begins: always the beginning of a line.
  struct RowPlace: Sendable {
    let offset: UInt32
    let line: UInt32
  }

  let file: SourceFile
  let bytes: [UInt8]
  let columns: Int
  /// The header is row 0.
  let rows: [RowPlace]
  private let cells: [CSVCellPlace]
  /// Whether any text of the file could be in another form than NFC.
  let mayNeedComposing: Bool

  init(
    file: SourceFile, bytes: [UInt8], columns: Int, rows: [RowPlace], cells: [CSVCellPlace],
    mayNeedComposing: Bool
  ) {
    self.file = file
    self.bytes = bytes
    self.columns = columns
    self.rows = rows
    self.cells = cells
    self.mayNeedComposing = mayNeedComposing
  }

  /// A cell; behind the last column an empty one at the row's end.
  func cell(row: Int, column: Int) -> CSVCellPlace {
    guard (0..<columns).contains(column) else {
      let last = cells[(row + 1) * columns - 1]
      return CSVCellPlace(last.end, last.end)
    }
    return cells[row * columns + column]
  }

  /// The bytes of a cell's text, without quotes and blanks around it.
  func content(_ place: CSVCellPlace) -> Range<Int> {
    let inside = place.isQuoted ? place.start + 1..<place.end - 1 : place.start..<place.end
    return CSVBlanks.trimmed(inside, of: bytes)
  }

  /// The text of a cell with doubled quotes and two-character line ends made single.
  func unescaped(_ place: CSVCellPlace) -> [UInt8] {
    var plain: [UInt8] = []
    let range = content(place)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      if byte == CSVByte.carriageReturn, next == CSVByte.lineFeed {
        index += 1
        continue
      }
      plain.append(byte)
      index += byte == CSVByte.quote && next == CSVByte.quote ? 2 : 1
    }
    return plain
  }

  func span(_ start: Int, _ end: Int, row: Int) -> SourceSpan {
    CSVPosition.span(
      start, end, in: bytes, file: file, from: Int(rows[row].offset), line: Int(rows[row].line))
  }
}

/// Counting lines and columns.
enum CSVPosition {
  /// The span of a stretch of bytes, counted from the beginning of a line at or above it.
  static func span(
    _ start: Int, _ end: Int, in bytes: [UInt8], file: SourceFile, from offset: Int, line: Int
  ) -> SourceSpan {
    var line = line
    var column = 1
    var first = SourcePosition(line: line, column: column)
    for index in offset..<max(end, offset) {
      if index == start { first = SourcePosition(line: line, column: column) }
      if bytes[index] == CSVByte.lineFeed {
        line += 1
        column = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
    let last = SourcePosition(line: line, column: column)
    return SourceSpan(file: file, start: start < end ? first : last, end: last)
  }
}

/// The bytes that mean something in CSV.
enum CSVByte {
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let quote: UInt8 = 0x22
  static let space: UInt8 = 0x20
  static let tab: UInt8 = 0x09
  static let comma: UInt8 = 0x2C
  static let semicolon: UInt8 = 0x3B
}

/// Blanks around a cell's text, the invisible ones of office programs included.
enum CSVBlanks {
  static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let length = blank(bytes, at: start, before: end)
      guard length > 0 else { break }
      start += length
    }
    while start < end {
      let length = [1, 2, 3].first {
        $0 <= end - start && blank(bytes, at: end - $0, before: end) == $0
      }
      guard let length else { break }
      end -= length
    }
    return start..<end
  }

  /// The bytes of the blank at this index, 0 when there is none.
  private static func blank(_ bytes: [UInt8], at index: Int, before end: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    // No-break space; zero-width space; byte-order mark.
    case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: 2
    case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x8B: 3
    case 0xEF where index + 2 < end && bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF: 3
    default: 0
    }
  }
}
