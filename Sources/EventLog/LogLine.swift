internal import Diagnostics

/// One line of a log as it was read, for problems that point into it.
struct LogLine {
  let file: SourceFile
  /// From 1; the number that its event must have.
  let number: Int
  /// Without the line feed.
  let bytes: [UInt8]

  /// The stretch of a line between two places in its bytes.
  func span(_ place: Range<Int>) -> SourceSpan {
    let start = column(place.lowerBound)
    let end = max(start + 1, column(place.upperBound))
    return SourceSpan(
      file: file, start: SourcePosition(line: number, column: start),
      end: SourcePosition(line: number, column: end))
  }

  /// The beginning of a line.
  var span: SourceSpan { span(0..<0) }

  /// Where the value of a key stands; the beginning of a line that has none.
  func span(of key: EventKey) -> SourceSpan {
    let members = (try? LineParser.members(of: bytes)) ?? []
    return members.first { $0.key == key.rawValue }.map { span($0.place) } ?? span
  }

  /// A problem with the excerpts that this line can give.
  func shown(_ diagnostic: Diagnostic) -> Diagnostic {
    var shown = diagnostic
    fill(&shown.primary)
    for index in shown.secondary.indices { fill(&shown.secondary[index]) }
    return shown
  }

  private func column(_ offset: Int) -> Int {
    bytes.prefix(offset).count { $0 & 0xC0 != 0x80 } + 1
  }

  private func fill(_ label: inout SourceLabel) {
    guard label.excerpt == nil, label.span.file == file, Int(label.span.start.line) == number else {
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.count > LogLine.wholeLine else {
      label.excerpt = text
      return
    }
    // A broken byte is one scalar in the text and one column here; others agree.
    let first = max(1, Int(label.span.start.column) - LogLine.around)
    let scalars = text.unicodeScalars.dropFirst(first - 1).prefix(2 * LogLine.around)
    label.excerpt = String(String.UnicodeScalarView(scalars))
    label.excerptColumn = first
  }

  /// Lines up to this many bytes are shown whole; of longer ones so many scalars on both sides.
  private static let wholeLine = 2000
  private static let around = 400
}
