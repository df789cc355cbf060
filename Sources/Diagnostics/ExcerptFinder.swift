/// Cuts out the lines that diagnostics point at, in one pass over a file.
///
/// A line can be the whole of a hostile file: of a long one only the neighbourhood is kept.
struct ExcerptFinder {
  /// A line, or a part of one that begins at `column`.
  struct Excerpt {
    let text: String
    let column: Int
  }

  /// Lines up to this many bytes are given whole.
  private static let wholeLine = 2000
  /// How many scalars of a longer line are given before a place, and behind it.
  private static let around = 400

  private let bytes: [UInt8]
  private let start: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The excerpts around places in ascending order; none for a line that is not there.
  func excerpts(around places: [SourcePosition]) -> [SourcePosition: Excerpt] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [SourcePosition: Excerpt] = [:]
      var line = 1
      var lineStart = start
      var lineEnd = Self.end(of: lineStart, in: bytes)
      var cursor = (offset: lineStart, column: 1)
      for place in places {
        while line < Int(place.line), lineEnd < bytes.count {
          line += 1
          lineStart = lineEnd + 1
          lineEnd = Self.end(of: lineStart, in: bytes)
          cursor = (lineStart, 1)
        }
        guard line == Int(place.line) else { continue }
        var visibleEnd = lineEnd
        if visibleEnd > lineStart, bytes[visibleEnd - 1] == 0x0D { visibleEnd -= 1 }
        if visibleEnd - lineStart <= Self.wholeLine {
          found[place] = Excerpt(text: Self.text(bytes[lineStart..<visibleEnd]), column: 1)
        } else {
          let from = max(1, Int(place.column) - Self.around)
          Self.advance(&cursor, to: from, before: visibleEnd, in: bytes)
          var end = cursor
          Self.advance(&end, to: from + 2 * Self.around, before: visibleEnd, in: bytes)
          found[place] = Excerpt(
            text: Self.text(bytes[cursor.offset..<end.offset]), column: cursor.column)
        }
      }
      return found
    }
  }

  private static func end(of lineStart: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
  }

  private static func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func advance(
    _ cursor: inout (offset: Int, column: Int), to column: Int, before end: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) {
    while cursor.column < column, cursor.offset < end {
      cursor.offset += 1
      while cursor.offset < end, bytes[cursor.offset] & 0xC0 == 0x80 { cursor.offset += 1 }
      cursor.column += 1
    }
  }
}
