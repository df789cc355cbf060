internal import CLibYAML
internal import Diagnostics

/// libyaml's marks as positions in the file that a person has open.
///
/// libyaml also ends a line at a lone carriage return, U+0085, U+2028 and U+2029; editors and
/// `SourceText` do not. At the end of a file whose last line does not end, libyaml begins one more.
/// Only such files need the table.
struct PositionMap {
  /// For each of libyaml's lines, where in the file it begins.
  private var starts: [SourcePosition] = []
  private let isDirect: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, hasOddLineEnds: Bool) {
    isDirect = !hasOddLineEnds && (bytes.last ?? 0x0A) == 0x0A
    guard !isDirect else { return }
    var line = 1
    var column = 1
    starts.append(SourcePosition(line: 1, column: 1))
    for index in bytes.indices where !UTF8Bytes.isContinuation(bytes[index]) {
      let byte = bytes[index]
      if byte == 0x0A {
        line += 1
        column = 1
        starts.append(SourcePosition(line: line, column: 1))
        continue
      }
      column += 1
      if Self.endsLine(bytes, at: index) {
        starts.append(SourcePosition(line: line, column: column))
      }
    }
    let end = SourcePosition(line: line, column: column)
    if starts.last != end { starts.append(end) }
  }

  private static func endsLine(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let rest = bytes.count - index
    switch bytes[index] {
    case 0x0D: return rest == 1 || bytes[index + 1] != 0x0A
    case 0xC2: return rest > 1 && bytes[index + 1] == 0x85
    case 0xE2: return rest > 2 && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
    default: return false
    }
  }

  @inline(__always)
  func position(_ mark: yaml_mark_t) -> SourcePosition {
    isDirect
      ? SourcePosition(truncatingLine: mark.line + 1, column: mark.column + 1) : mapped(mark)
  }

  private func mapped(_ mark: yaml_mark_t) -> SourcePosition {
    let start = starts[min(mark.line, starts.count - 1)]
    return SourcePosition(line: Int(start.line), column: Int(start.column) + mark.column)
  }
}
