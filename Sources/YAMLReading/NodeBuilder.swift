package import Diagnostics

/// Makes nodes of what another kind of file says, so that it is read and checked as YAML is.
///
/// Every node lies on the line that was last begun; columns are not told.
package struct NodeBuilder {
  private let file: SourceFile
  private var records: [NodeRecord] = []
  private var scalarBytes: [UInt8] = []
  /// Collections that are not ended, the innermost last.
  private var open: [Int] = []
  private var place = SourcePosition(line: 1, column: 1)
  private var endOfPlace = SourcePosition(line: 1, column: 2)

  package init(file: SourceFile) { self.file = file }

  /// Says on which line the nodes that follow lie.
  package mutating func move(to line: Int) {
    place = SourcePosition(line: line, column: 1)
    endOfPlace = SourcePosition(line: line, column: 2)
  }

  /// Begins a sequence or a mapping; what follows is in it until `end`.
  package mutating func begin(_ kind: YAMLKind) {
    count()
    open.append(records.count)
    records.append(NodeRecord(opening: kind, start: place, end: endOfPlace))
  }

  /// Ends the innermost collection.
  package mutating func end() {
    guard let index = open.popLast() else { return }
    records[index].close(before: records.count)
  }

  /// Adds a scalar.
  /// - Parameter isQuoted: whether it is words, never a number, a date or a missing value.
  package mutating func scalar(_ text: String, isQuoted: Bool = false) {
    count()
    let start = scalarBytes.count
    scalarBytes.append(contentsOf: text.utf8)
    records.append(
      NodeRecord(
        scalar: start..<scalarBytes.count, isQuoted: isQuoted, start: place, end: endOfPlace))
  }

  /// Adds an entry of a mapping whose value is a scalar; none without a text.
  package mutating func entry(_ key: String, _ text: String?, isQuoted: Bool = false) {
    guard let text else { return }
    scalar(key)
    scalar(text, isQuoted: isQuoted)
  }

  private mutating func count() {
    if let parent = open.last { records[parent].length += 1 }
  }

  /// The document, once its outermost collection was ended.
  package consuming func document() -> YAMLDocument {
    YAMLDocument(file: file, records: records, scalarBytes: scalarBytes)
  }
}
