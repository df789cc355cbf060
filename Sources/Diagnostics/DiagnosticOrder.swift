extension Sequence<Diagnostic> {
  /// In the order in which people read them: by file, place, severity, code and wording.
  ///
  /// The order is total, so the order in which problems were found does not show.
  package func sorted() -> [Diagnostic] { sorted(by: Diagnostic.precedes) }
}

extension Diagnostic {
  fileprivate static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let (one, other) = (left.primary.span, right.primary.span)
    if one.file.path != other.file.path { return one.file.path < other.file.path }
    if one.file.sheet != other.file.sheet {
      return (one.file.sheet ?? "") < (other.file.sheet ?? "")
    }
    if one.start != other.start { return one.start < other.start }
    if left.severity != right.severity { return left.severity > right.severity }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    if left.message != right.message {
      return (left.message.vietnamese, left.message.english)
        < (right.message.vietnamese, right.message.english)
    }
    if one.end != other.end { return one.end < other.end }
    return left.details.lexicographicallyPrecedes(right.details)
  }

  /// What tells apart two diagnostics that say the same of the same place.
  private var details: [String] {
    [expected?.vietnamese ?? "", help?.vietnamese ?? ""]
      + secondary.map { label in
        "\(label.span.file.path):\(label.span.start.line):\(label.span.start.column)"
      }
  }
}
