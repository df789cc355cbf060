package import Diagnostics

/// What a YAML node is.
package enum YAMLKind: UInt8, Sendable {
  case scalar
  case sequence
  case mapping
}

/// A YAML file as one flat table of nodes; every key and value has a start and an end.
///
/// Nodes stand in document order, children right behind their parent; a node's subtree is
/// `index ..< next(index)`. Scalars are bytes in one shared buffer, so reading a large
/// file makes no object per node.
package final class YAMLDocument: Sendable {
  package let file: SourceFile
  let records: [NodeRecord]
  let scalarBytes: [UInt8]

  init(file: SourceFile, records: [NodeRecord], scalarBytes: [UInt8]) {
    self.file = file
    self.records = records
    self.scalarBytes = scalarBytes
  }

  /// The index just behind a node's subtree.
  func next(_ index: Int) -> Int { records[index].next(at: index) }

  /// The outermost node.
  package var root: YAMLNode { YAMLNode(document: self, index: 0) }
}

/// One node of a document: a light view, as cheap to copy as an index.
package struct YAMLNode: Sendable {
  package let document: YAMLDocument
  let index: Int

  init(document: YAMLDocument, index: Int) {
    self.document = document
    self.index = index
  }

  private var record: NodeRecord { document.records[index] }

  package var kind: YAMLKind { record.kind }
  package var isQuoted: Bool { record.isQuoted }
  package var span: SourceSpan {
    let record = record
    return SourceSpan(file: document.file, start: record.start, end: record.end)
  }
  package var line: Int { Int(record.start.line) }

  /// The scalar's text, in NFC; nil for sequences and mappings.
  package var text: String? {
    guard kind == .scalar else { return nil }
    return withUTF8 { String(decoding: $0, as: UTF8.self) }
  }

  /// A plain scalar that YAML reads as "no value": empty, `~` or `null`.
  package var isNull: Bool {
    guard kind == .scalar, !isQuoted else { return false }
    return withUTF8 { bytes in
      bytes.isEmpty || (bytes.count == 1 && bytes[0] == 0x7E)
        || (bytes.count == 4 && bytes.elementsEqual("null".utf8))
    }
  }

  /// The scalar's bytes without making a string; empty for collections.
  package func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let record = record
    guard record.kind == .scalar else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    return document.scalarBytes.withUnsafeBufferPointer { bytes in
      body(
        UnsafeBufferPointer(
          rebasing: bytes[record.bytes]))
    }
  }

  /// The number of elements of a sequence or of entries of a mapping; 0 for a scalar.
  package var count: Int {
    switch kind {
    case .scalar: 0
    case .sequence: Int(record.length)
    case .mapping: Int(record.length) / 2
    }
  }

  /// The elements of a sequence; empty for anything else.
  package var elements: YAMLChildren {
    YAMLChildren(
      document: document, index: index + 1,
      end: kind == .sequence ? document.next(index) : index + 1)
  }

  /// The keys and values of a mapping, in the file's order; empty for anything else.
  package var entries: YAMLEntries {
    YAMLEntries(
      children: YAMLChildren(
        document: document, index: index + 1,
        end: kind == .mapping ? document.next(index) : index + 1))
  }

  /// The value of a key; nil when this is no mapping or the key is not there.
  package subscript(key: String) -> YAMLNode? {
    for entry in entries where entry.key.matches(key) { return entry.value }
    return nil
  }

  /// Whether the scalar is exactly this text.
  package func matches(_ text: String) -> Bool {
    withUTF8 { $0.elementsEqual(text.utf8) }
  }
}

/// The children of a collection, one after another.
package struct YAMLChildren: Sequence, IteratorProtocol, Sendable {
  let document: YAMLDocument
  var index: Int
  let end: Int

  package mutating func next() -> YAMLNode? {
    guard index < end else { return nil }
    defer { index = document.next(index) }
    return YAMLNode(document: document, index: index)
  }
}

/// The entries of a mapping, one after another.
package struct YAMLEntries: Sequence, IteratorProtocol, Sendable {
  var children: YAMLChildren

  package mutating func next() -> (key: YAMLNode, value: YAMLNode)? {
    guard let key = children.next(), let value = children.next() else { return nil }
    return (key, value)
  }
}
