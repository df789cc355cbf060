internal import Diagnostics
internal import Grading

/// Parts of an explanation for pages that lay them out themselves.
extension ExplanationText {
  /// A line that is not wrapped yet.
  package struct Line: Hashable, Sendable {
    package let text: String
    /// How far it belongs under the one before: 0 or 1.
    package let depth: Int

    package init(text: String, depth: Int) {
      self.text = text
      self.depth = depth
    }
  }

  /// A document that the item cites.
  package struct CitedDocument: Hashable, Sendable {
    package let id: String
    package let text: String
    /// Where it stands in the web, where the unit gave a link.
    package let url: String?
    /// Whether its file is in the unit's folder.
    package let hasFile: Bool
    package let isRejected: Bool
  }

  /// Everything that the item reads, value by value, each with where it comes from.
  package func data(unit: Int, item: Int) -> [Line] {
    guard let trace = last(unit, item) else { return [] }
    var page = TextPage(isColoured: false, columns: 1_000_000)
    writeData(unit, trace, &page)
    // The first is the heading.
    return page.text.split(separator: "\n").dropFirst().map { line in
      let content = line.drop { $0 == " " }
      let indent = line.utf8.count - content.utf8.count
      return Line(
        text: String(content.hasPrefix("- ") ? content.dropFirst(2) : content),
        depth: indent > 2 ? 1 : 0)
    }
  }

  /// The documents that the item cites, with what is wrong about them.
  package func evidence(unit: Int, item: Int) -> [CitedDocument] {
    guard let trace = last(unit, item) else { return [] }
    return trace.evidence.map { evidence in
      let url = evidence.document.url.flatMap { url in
        url.hasPrefix("https://") || url.hasPrefix("http://") ? url : nil
      }
      let hasFile = if case .present = evidence.document.state { true } else { false }
      return CitedDocument(
        id: evidence.document.id, text: text(evidence), url: url, hasFile: hasFile,
        isRejected: evidence.isRejected)
    }
  }

  private func last(_ unit: Int, _ item: Int) -> ItemTrace? {
    round.layers.indices.last.map { round.trace(unit: unit, item: item, layer: $0) }
  }
}
