internal import CLibYAML
internal import Diagnostics

/// Builds the flat table of a document from libyaml's events.
///
/// Open collections are a stack of indices into the table; no node is an object.
struct TableBuilder {
  /// A sequence or mapping that is not closed yet.
  struct Frame {
    let record: Int
    let isMapping: Bool
    /// Where this mapping's keys begin in the list of open keys.
    let firstKey: Int
    var children = 0
    /// Where the last child ended: block collections end there, not where libyaml says.
    var lastEnd: SourcePosition
  }

  let file: SourceFile
  let limits: YAMLLimits
  let positions: PositionMap
  var lines: LineCursor
  var problems: ProblemList

  var records: [NodeRecord] = []
  var scalarBytes: [UInt8] = []
  /// The innermost open collection; around the root a list that is never closed.
  var current: Frame
  /// The open collections around it.
  var outer: [Frame] = []
  /// The keys of all open mappings, the innermost's last.
  var keys: [KeyMark] = []
  /// Kept from mapping to mapping.
  var keySlots: [UInt32] = []
  var anchors: [String: Int] = [:]
  var aliasNodes = 0
  var hasDropped = false

  init(
    file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, limits: YAMLLimits, positions: PositionMap
  ) {
    self.file = file
    self.limits = limits
    self.positions = positions
    lines = LineCursor(bytes)
    problems = ProblemList()
    current = Frame(
      record: 0, isMapping: false, firstKey: 0, lastEnd: SourcePosition(line: 1, column: 1))
    // A node takes eight bytes or more of most files; untouched room costs no memory.
    records.reserveCapacity(min(bytes.count / 8 + 16, limits.nodes + 1))
    scalarBytes.reserveCapacity(bytes.count)
    adviseLargePages(&records)
    adviseLargePages(&scalarBytes)
  }

  func span(_ start: SourcePosition, _ end: SourcePosition) -> SourceSpan {
    SourceSpan(file: file, start: start, end: end)
  }

  /// The span between an event's two marks.
  func span(of event: yaml_event_t) -> SourceSpan {
    span(positions.position(event.start_mark), positions.position(event.end_mark))
  }

  // MARK: Events

  /// Adds a scalar; false when the file is to be read no further.
  mutating func scalar(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
    let start = positions.position(event.pointee.start_mark)
    var end = positions.position(event.pointee.end_mark)
    let scalar = event.pointee.data.scalar
    var isQuoted = scalar.style != YAML_PLAIN_SCALAR_STYLE
    if scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE {
      end = lines.trimmingBlank(from: end, notBefore: start)
    }
    guard hasRoom(for: 1, at: start, end) else { return false }
    if let tag = scalar.tag {
      if KnownTag.isString(tag) {
        isQuoted = true
      } else {
        problems.add(.unknownTag(String(cString: tag), at: span(start, end)))
      }
    }
    if let anchor = scalar.anchor {
      guard define(anchor, records.count, at: span(start, end)) else { return false }
    }
    let offset = scalarBytes.count
    append(UnsafeBufferPointer(start: scalar.value, count: scalar.length))
    add(
      NodeRecord(
        scalar: offset..<scalarBytes.count, isQuoted: isQuoted, start: start, end: end))
    return true
  }

  /// Adds a scalar's record.
  mutating func add(_ scalar: NodeRecord) {
    if isAtKey { noteKey(scalar) }
    records.append(scalar)
    closeChild(scalar.end)
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if Normalisation.mayNeedComposing(bytes) {
      scalarBytes.append(contentsOf: Normalisation.composed(bytes).utf8)
    } else {
      scalarBytes.append(contentsOf: bytes)
    }
  }

  /// Opens a sequence or mapping; false when the file is to be read no further.
  mutating func open(
    _ kind: YAMLKind, _ event: UnsafeMutablePointer<yaml_event_t>,
    tag: UnsafeMutablePointer<yaml_char_t>?, anchor: UnsafeMutablePointer<yaml_char_t>?
  ) -> Bool {
    let start = positions.position(event.pointee.start_mark)
    let end = positions.position(event.pointee.end_mark)
    guard hasRoom(for: 1, at: start, end) else { return false }
    guard outer.count < limits.depth else {
      problems.add(.tooDeep(limit: limits.depth, at: span(start, end)))
      return false
    }
    if let tag, !KnownTag.isCollection(tag, kind) {
      problems.add(.unknownTag(String(cString: tag), at: span(start, end)))
    }
    let index = records.count
    if let anchor {
      guard define(anchor, index, at: span(start, end)) else { return false }
    }
    var record = NodeRecord(opening: kind, start: start, end: end)
    if isAtKey {
      problems.add(.keyIsNoScalar(kind, at: span(start, end)))
      record.isDropped = true
      hasDropped = true
    }
    records.append(record)
    outer.append(current)
    current = Frame(
      record: index, isMapping: kind == .mapping, firstKey: keys.count, lastEnd: end)
    return true
  }

  /// Closes the innermost collection.
  mutating func close(_ event: UnsafeMutablePointer<yaml_event_t>) {
    guard let around = outer.popLast() else { return }
    let closed = current
    // A flow collection's closing bracket is a token with a width; a block's end has none.
    let mark = event.pointee.end_mark
    let isFlow = mark.index > event.pointee.start_mark.index
    let end = isFlow ? positions.position(mark) : closed.lastEnd
    records[closed.record].end = end
    records[closed.record].length = closed.children
    records[closed.record].close(before: records.count)
    if closed.isMapping {
      if keys.count > closed.firstKey + 1 { findDuplicateKeys(from: closed.firstKey) }
      keys.removeLast(keys.count - closed.firstKey)
    }
    current = around
    closeChild(end)
  }

  // MARK: Parts

  /// Whether the next node is the key of a mapping.
  var isAtKey: Bool { current.isMapping && current.children & 1 == 0 }

  /// Counts a finished node as a child of the innermost open collection.
  mutating func closeChild(_ end: SourcePosition) {
    current.children += 1
    current.lastEnd = end
  }

  /// Whether this many more nodes fit; if not, that is a problem.
  mutating func hasRoom(for count: Int, at start: SourcePosition, _ end: SourcePosition) -> Bool {
    guard records.count + count > limits.nodes else { return true }
    problems.add(.tooManyNodes(limit: limits.nodes, at: span(start, end)))
    return false
  }
}
