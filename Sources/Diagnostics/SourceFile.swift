/// The name of a file as people see it: relative to where the command was started.
///
/// It holds no bytes, so spans can outlive the text they point into.
package final class SourceFile: Sendable, Hashable {
  package let path: String
  /// The sheet of a workbook; lines are its rows and columns its columns then, both from 1.
  package let sheet: String?

  package init(path: String, sheet: String? = nil) {
    self.path = path
    self.sheet = sheet
  }

  package static func == (left: SourceFile, right: SourceFile) -> Bool {
    left.path == right.path && left.sheet == right.sheet
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(sheet)
  }
}

/// A place in a file: line and column from 1, the column counted in Unicode scalars.
package struct SourcePosition: Hashable, Comparable, BitwiseCopyable {
  package var line: UInt32
  package var column: UInt32

  package init(line: Int, column: Int) {
    self.line = UInt32(clamping: line)
    self.column = UInt32(clamping: column)
  }

  /// For readers that make millions of positions: numbers beyond 32 bits lose their high bits.
  @inlinable
  package init(truncatingLine line: Int, column: Int) {
    self.line = UInt32(truncatingIfNeeded: line)
    self.column = UInt32(truncatingIfNeeded: column)
  }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a file; `end` is the position just behind its last scalar.
package struct SourceSpan: Hashable, Sendable {
  package let file: SourceFile
  package let start: SourcePosition
  package let end: SourcePosition

  package init(file: SourceFile, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = end
  }

  /// The whole file, for problems that have no line: it is missing, too large or unreadable.
  package init(whole file: SourceFile) {
    self.init(
      file: file, start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 1)
    )
  }

  /// Whether this stands for the file as such; see `init(whole:)`.
  package var isWholeFile: Bool {
    let first = SourcePosition(line: 1, column: 1)
    return start == first && end == first
  }

  /// `Bảng điểm!C7`, where this is a cell of a workbook, or the sheet's name.
  package var cell: String? {
    guard let sheet = file.sheet else { return nil }
    guard !isWholeFile else { return sheet }
    var rest = Int(start.column)
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return "\(sheet)!\(String(decoding: letters.reversed(), as: UTF8.self))\(start.line)"
  }

  /// `path:line`, as explanations cite it.
  package var citation: String { "\(file.path):\(start.line)" }
}
