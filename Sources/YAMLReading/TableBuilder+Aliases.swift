internal import CLibYAML
internal import Diagnostics

extension TableBuilder {
  /// Remembers a node under its anchor; false when there are more anchors than allowed.
  mutating func define(
    _ anchor: UnsafeMutablePointer<yaml_char_t>, _ index: Int, at span: SourceSpan
  ) -> Bool {
    guard anchors.count < limits.aliasNodes else {
      problems.add(.tooManyAnchors(limit: limits.aliasNodes, at: span))
      return false
    }
    anchors[String(cString: anchor)] = index
    return true
  }

  /// Puts a copy of the anchored nodes in the place of an alias; false when the file is to be
  /// read no further.
  ///
  /// The copy's outermost node has the alias's span, the nodes inside keep their own.
  mutating func alias(_ event: UnsafeMutablePointer<yaml_event_t>) -> Bool {
    let start = positions.position(event.pointee.start_mark)
    let end = positions.position(event.pointee.end_mark)
    let place = span(start, end)
    guard let anchor = event.pointee.data.alias.anchor else { return true }
    let name = String(cString: anchor)
    guard let source = anchors[name] else {
      problems.add(.unknownAlias(name, known: anchors.keys, at: place))
      return addNothing(start, end)
    }
    let behind = records[source].next(at: source)
    // An open collection has no end yet: the alias stands inside what it names.
    guard behind > source else {
      let anchorSpan = span(records[source].start, records[source].end)
      problems.add(.recursiveAlias(name, at: place, anchor: anchorSpan))
      return addNothing(start, end)
    }
    let count = behind - source
    aliasNodes += count
    guard aliasNodes <= limits.aliasNodes else {
      problems.add(.aliasExpansion(name, limit: limits.aliasNodes, at: place))
      return false
    }
    guard hasRoom(for: count, at: start, end) else { return false }
    guard outer.count + height(of: source) <= limits.depth else {
      problems.add(.tooDeep(limit: limits.depth, at: place))
      return false
    }
    copy(source..<behind, start, end)
    return true
  }

  private mutating func copy(_ source: Range<Int>, _ start: SourcePosition, _ end: SourcePosition) {
    var outermost = records[source.lowerBound]
    outermost.start = start
    outermost.end = end
    outermost.isDropped = false
    guard outermost.kind != .scalar else { return add(outermost) }
    if isAtKey {
      problems.add(.keyIsNoScalar(outermost.kind, at: span(start, end)))
      outermost.isDropped = true
      hasDropped = true
    }
    let copied = records.count
    let shift = copied - source.lowerBound
    for index in source {
      var record = index == source.lowerBound ? outermost : records[index]
      if record.kind != .scalar { record.close(before: record.next(at: index) + shift) }
      records.append(record)
    }
    closeChild(end)
  }

  /// Keeps keys and values paired where an alias names nothing.
  private mutating func addNothing(_ start: SourcePosition, _ end: SourcePosition) -> Bool {
    guard hasRoom(for: 1, at: start, end) else { return false }
    add(NodeRecord(scalar: 0..<0, isQuoted: false, start: start, end: end))
    return true
  }

  /// How many collections are nested in a finished node, itself included.
  private func height(of source: Int) -> Int {
    var open: [Int] = []
    var height = 0
    for index in source..<records[source].next(at: source) {
      while let last = open.last, last <= index { open.removeLast() }
      guard records[index].kind != .scalar else { continue }
      open.append(records[index].next(at: index))
      height = max(height, open.count)
    }
    return height
  }
}
