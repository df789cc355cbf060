import Diagnostics

/// Labels that point at no line of a file, or behind its end: what no diagnostic may do.
package func misplaced(_ diagnostics: [Diagnostic], in bytes: [UInt8]) -> [String] {
  let lines = LineWidths(bytes)
  return diagnostics.flatMap { diagnostic in
    ([diagnostic.primary] + diagnostic.secondary).compactMap { label in
      label.span.isWholeFile || lines.hold(label.span)
        ? nil
        : "\(diagnostic.code.rawValue) at \(label.span.start.line):\(label.span.start.column)"
          + "-\(label.span.end.line):\(label.span.end.column)"
    }
  }
}

/// How many columns each line of a file has, as an editor counts them.
package struct LineWidths {
  private var widths: [Int] = [0]

  package init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for byte in bytes[start...] {
      if byte == 0x0A {
        widths.append(0)
      } else if byte & 0xC0 != 0x80 {
        widths[widths.count - 1] += 1
      }
    }
  }

  /// Whether both ends are on lines that exist, the beginning not more than one column behind its
  /// line; what is pointed at there is one column wide.
  package func hold(_ span: SourceSpan) -> Bool {
    let (start, end) = (span.start, span.end)
    guard start <= end, let first = width(start), let last = width(end) else { return false }
    let isPoint = start.line == end.line && end.column == start.column + 1
    return Int(start.column) <= first + 1 && (isPoint || Int(end.column) <= last + 1)
  }

  private func width(_ place: SourcePosition) -> Int? {
    let line = Int(place.line)
    return line >= 1 && line <= widths.count && place.column >= 1 ? widths[line - 1] : nil
  }
}
