/// The bytes of a file while they are at hand.
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

  /// The line with this number (from 1), without its line end and a byte-order mark.
  ///
  /// Broken UTF-8 is shown as U+FFFD. Of a very long line only the beginning is given.
  package func line(_ number: Int) -> String? {
    let place = SourcePosition(line: number, column: 1)
    return ExcerptFinder(bytes).excerpts(around: [place])[place]?.text
  }

  /// Fills in the excerpts of all labels that point into this text, in one pass over it.
  package func annotate(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var places: Set<SourcePosition> = []
    for diagnostic in diagnostics {
      for label in [diagnostic.primary] + diagnostic.secondary where lacksExcerpt(label) {
        places.insert(label.span.start)
      }
    }
    guard !places.isEmpty else { return diagnostics }
    let found = ExcerptFinder(bytes).excerpts(around: places.sorted())
    func annotate(_ label: SourceLabel) -> SourceLabel {
      guard lacksExcerpt(label), let excerpt = found[label.span.start] else { return label }
      var annotated = label
      annotated.excerpt = excerpt.text
      annotated.excerptColumn = excerpt.column
      return annotated
    }
    return diagnostics.map { diagnostic in
      var annotated = diagnostic
      annotated.primary = annotate(diagnostic.primary)
      annotated.secondary = diagnostic.secondary.map(annotate)
      return annotated
    }
  }

  private func lacksExcerpt(_ label: SourceLabel) -> Bool {
    label.excerpt == nil && label.span.file == file && !label.span.isWholeFile
  }
}
