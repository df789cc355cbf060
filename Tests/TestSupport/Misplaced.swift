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

  /// Whether both ends are on lines that exist, not more than one column behind them.
  package func hold(_ span: SourceSpan) -> Bool {
    span.start <= span.end && holds(span.start) && holds(span.end)
  }

  private func holds(_ place: SourcePosition) -> Bool {
    let (line, column) = (Int(place.line), Int(place.column))
    guard line >= 1, line <= widths.count else { return false }
    return column >= 1 && column <= widths[line - 1] + 1
  }
}
