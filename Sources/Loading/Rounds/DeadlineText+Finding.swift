internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Where deadlines stand in the text of a round.yaml or records.yaml.
extension DeadlineText {
  typealias Entry = (place: Place, bound: Bound, key: YAMLNode, value: YAMLNode)

  static func entries(of document: YAMLDocument) -> [Entry] {
    let root = document.root
    let stages = (root["stages"].map { Array($0.elements) } ?? []).compactMap { stage in
      stage["id"]?.text.flatMap { entry(.stage($0), in: stage) }
    }
    let named = (root["deadlines"].map { Array($0.entries) } ?? []).compactMap { key, value in
      key.text.flatMap { entry(.named($0), in: value) }
    }
    let own = root[CaseRecords.explanationsUntilKey].flatMap { entry(.ofRecords, in: $0) }
    return stages + named + (own.map { [$0] } ?? [])
  }

  private static func entry(_ place: Place, in node: YAMLNode) -> Entry? {
    for (key, value) in node.entries {
      if let bound = key.text.flatMap(Bound.init), value.kind == .scalar, !value.isNull {
        return (place, bound, key, value)
      }
    }
    return nil
  }

  /// Where a scalar's very text stands, inside of its quotes; nil: it is written otherwise.
  func range(of node: YAMLNode) -> Range<Int>? {
    let span = node.span
    guard let start = offset(of: span.start), let end = offset(of: span.end), start <= end else {
      return nil
    }
    var range = start..<end
    if node.isQuoted {
      guard range.count >= 2 else { return nil }
      range = (start + 1)..<(end - 1)
    }
    return node.withUTF8 { $0.elementsEqual(text.bytes[range]) } ? range : nil
  }

  private func offset(of position: SourcePosition) -> Int? {
    var place = text.checked().start
    for _ in 1..<max(1, Int(position.line)) {
      guard let end = text.bytes[place...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      place = end + 1
    }
    // Columns count characters, not bytes.
    var column = 1
    while column < Int(position.column) {
      guard place < text.bytes.count else { return nil }
      place += 1
      while place < text.bytes.count, text.bytes[place] & 0xC0 == 0x80 { place += 1 }
      column += 1
    }
    return place
  }

  /// How many scalars of two trees are others; those of which one has more than the other count, too.
  static func differences(_ left: YAMLNode, _ right: YAMLNode) -> Int {
    guard left.kind == right.kind, left.count == right.count else { return 1_000_000 }
    switch left.kind {
    case .scalar: return left.text == right.text ? 0 : 1
    case .sequence:
      return zip(left.elements, right.elements).reduce(0) { $0 + differences($1.0, $1.1) }
    case .mapping:
      return zip(left.entries, right.entries).reduce(0) {
        $0 + differences($1.0.key, $1.1.key) + differences($1.0.value, $1.1.value)
      }
    }
  }
}
