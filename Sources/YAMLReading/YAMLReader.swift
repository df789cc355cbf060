internal import CLibYAML
package import Diagnostics

/// How much of a file is read before it is refused; each bound is a diagnostic of its own.
package struct YAMLLimits: Sendable {
  /// The largest file, in bytes.
  package var bytes = 32 << 20
  /// The deepest nesting of sequences and mappings.
  package var depth = 64
  /// The most nodes of a file, aliases expanded.
  package var nodes = 4_000_000
  /// The most nodes that aliases may add.
  package var aliasNodes = 100_000

  package init() {}
}

/// What reading a file gave: a document unless it is unusable, and every problem found.
package struct YAMLReadingResult: Sendable {
  package var document: YAMLDocument?
  package var diagnostics: [Diagnostic]

  package init(document: YAMLDocument?, diagnostics: [Diagnostic]) {
    self.document = document
    self.diagnostics = diagnostics
  }
}

/// Reads one YAML file: libyaml's events become nodes with both ends.
///
/// Duplicate keys are errors that keep the first value. Diagnostics carry their excerpts.
/// There is no document after a syntax error or beyond a limit; problems found before are told.
package func readYAML(_ source: SourceText, limits: YAMLLimits = YAMLLimits()) -> YAMLReadingResult
{
  // Escapes can make a scalar longer than it is written, by half at most.
  let mostBytes = min(limits.bytes, NodeRecord.longestScalar / 2)
  guard source.bytes.count <= mostBytes else {
    return YAMLReadingResult(
      document: nil,
      diagnostics: [.fileTooLarge(source.file, bytes: source.bytes.count, limit: mostBytes)])
  }
  var reading = source.bytes.withUnsafeBufferPointer { bytes in
    let check = TextCheck(bytes)
    if let fault = check.fault {
      return YAMLReadingResult(document: nil, diagnostics: [.textFault(fault, in: source)])
    }
    return read(
      UnsafeBufferPointer(rebasing: bytes[check.start...]), check, source.file, limits)
  }
  reading.diagnostics = source.annotate(reading.diagnostics)
  return reading
}

private func read(
  _ bytes: UnsafeBufferPointer<UInt8>, _ check: TextCheck, _ file: SourceFile, _ limits: YAMLLimits
) -> YAMLReadingResult {
  guard check.directiveLines <= YAMLDirectives.most else {
    return YAMLReadingResult(document: nil, diagnostics: [.tooManyDirectives(in: file)])
  }
  let positions = PositionMap(bytes, hasOddLineEnds: check.hasOddLineEnds)
  guard var parser = LibYAMLParser(bytes) else {
    return YAMLReadingResult(document: nil, diagnostics: [.noMemory(for: file)])
  }
  var builder = TableBuilder(file: file, bytes: bytes, limits: limits, positions: positions)
  let isComplete = consume(&parser, into: &builder, bytes)
  if isComplete, builder.isEmpty {
    builder.problems.add(.fileEmpty(file))
    return YAMLReadingResult(document: nil, diagnostics: builder.problems.all)
  }
  builder.removeDropped()
  return YAMLReadingResult(
    document: isComplete
      ? YAMLDocument(file: file, records: builder.records, scalarBytes: builder.scalarBytes) : nil,
    diagnostics: builder.problems.all)
}

/// Feeds events to the builder until the document ends; false when it is unusable.
private func consume(
  _ parser: inout LibYAMLParser, into builder: inout TableBuilder,
  _ bytes: UnsafeBufferPointer<UInt8>
) -> Bool {
  var documents = 0
  while parser.advance() {
    let event = parser.event
    let goesOn: Bool
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      goesOn = builder.scalar(event)
    case YAML_MAPPING_START_EVENT:
      let start = event.pointee.data.mapping_start
      goesOn = builder.open(.mapping, event, tag: start.tag, anchor: start.anchor)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.pointee.data.sequence_start
      goesOn = builder.open(.sequence, event, tag: start.tag, anchor: start.anchor)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      builder.close(event)
      goesOn = true
    case YAML_ALIAS_EVENT:
      goesOn = builder.alias(event)
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      goesOn = true
      if documents > 1 {
        builder.problems.add(.severalDocuments(at: builder.span(of: event.pointee)))
        return true
      }
    case YAML_STREAM_END_EVENT:
      return true
    default:
      goesOn = true
    }
    guard goesOn else { return false }
  }
  builder.problems.add(
    .syntax(parser.failure, in: builder.file, bytes, positions: builder.positions))
  return false
}

/// `%YAML` and `%TAG` lines.
enum YAMLDirectives {
  /// More than this no file needs, and libyaml compares each with all others.
  static let most = 64
}

extension TableBuilder {
  /// Whether the file holds nothing but comments and blank lines.
  var isEmpty: Bool {
    guard let root = records.first else { return true }
    return records.count == 1 && root.kind == .scalar && !root.isQuoted && root.length == 0
  }
}
