/// The bytes of a file while they are at hand, with its lines found on demand.
package struct SourceText: Sendable {
  package let file: SourceFile
  package let bytes: [UInt8]

  package init(file: SourceFile, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  package init(path: String, _ text: String) {
    self.init(file: SourceFile(path: path), bytes: Array(text.utf8))
  }

  /// The line with this number (from 1), without its line end; broken UTF-8 is shown as U+FFFD.
  package func line(_ number: Int) -> String? {
    var current = 1
    var start = 0
    while current < number {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
      start = end + 1
      current += 1
    }
    guard start <= bytes.count else { return nil }
    var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    // A line can be the whole of a hostile file: show the beginning only.
    return String(decoding: bytes[start..<min(end, start + 4096)], as: UTF8.self)
  }

  /// Fills in the excerpts of all labels that point into this text.
  package func annotate(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      var annotated = diagnostic
      annotated.primary = annotate(diagnostic.primary)
      annotated.secondary = diagnostic.secondary.map(annotate)
      return annotated
    }
  }

  private func annotate(_ label: SourceLabel) -> SourceLabel {
    guard label.excerpt == nil, label.span.file == file else { return label }
    var annotated = label
    annotated.excerpt = line(Int(label.span.start.line))
    return annotated
  }
}
