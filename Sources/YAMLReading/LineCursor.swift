internal import Diagnostics

/// Finds the bytes of a line, moving forward through the file once.
struct LineCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var line = 1
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The offset of the first byte of a line; lines must be asked for in ascending order.
  mutating func offset(ofLine wanted: Int) -> Int {
    if wanted < line { (line, offset) = (1, 0) }
    while line < wanted, offset < bytes.count {
      let next = bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      (line, offset) = (line + 1, next)
    }
    return offset
  }

  /// The bytes from the beginning of a line to the end of the file.
  mutating func bytes(fromLine line: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    bytes[offset(ofLine: line)...]
  }

  /// The place behind the last visible character before a position, not before `start`.
  ///
  /// libyaml ends a block scalar where the next token begins, blank lines included.
  mutating func trimmingBlank(from end: SourcePosition, notBefore start: SourcePosition)
    -> SourcePosition
  {
    var index = offset(ofLine: Int(end.line))
    var column = 1
    while column < Int(end.column), index < bytes.count {
      index += 1
      while index < bytes.count, UTF8Bytes.isContinuation(bytes[index]) { index += 1 }
      column += 1
    }
    var line = Int(end.line)
    while index > 0 {
      let byte = bytes[index - 1]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D else { break }
      if byte == 0x0A { line -= 1 }
      index -= 1
    }
    var scalars = 0
    while index > 0, bytes[index - 1] != 0x0A {
      index -= 1
      if !UTF8Bytes.isContinuation(bytes[index]) { scalars += 1 }
    }
    return max(SourcePosition(line: line, column: scalars + 1), start)
  }
}
