internal import CLibYAML

/// libyaml's event parser over bytes that somebody else keeps alive.
///
/// One event is current at a time; the next call to `advance` frees it.
struct LibYAMLParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let current: UnsafeMutablePointer<yaml_event_t>
  private var holdsEvent = false

  /// Nil when there is no memory for a parser.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) != 0 else {
      parser.deallocate()
      return nil
    }
    let current = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
    current.initialize(to: yaml_event_t())
    // Told the encoding, libyaml does not guess UTF-16 from a byte-order mark.
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // libyaml asserts that there is an address even for no bytes at all.
    let nowhere = UnsafeRawPointer(current).assumingMemoryBound(to: UInt8.self)
    yaml_parser_set_input_string(parser, bytes.baseAddress ?? nowhere, bytes.count)
    self.parser = parser
    self.current = current
  }

  deinit {
    if holdsEvent { yaml_event_delete(current) }
    yaml_parser_delete(parser)
    current.deallocate()
    parser.deallocate()
  }

  /// Parses one event; false when the text is not YAML, see `failure`.
  mutating func advance() -> Bool {
    if holdsEvent { yaml_event_delete(current) }
    holdsEvent = yaml_parser_parse(parser, current) != 0
    return holdsEvent
  }

  /// The event that `advance` found.
  var event: UnsafeMutablePointer<yaml_event_t> { current }

  /// Why `advance` failed, in libyaml's words and with its two marks.
  var failure: YAMLFailure {
    let parser = parser.pointee
    let stage: YAMLFailure.Stage =
      switch parser.error {
      case YAML_READER_ERROR: .reader(offset: parser.problem_offset)
      case YAML_SCANNER_ERROR: .scanner
      case YAML_PARSER_ERROR: .parser
      default: .memory
      }
    let hasContext = parser.context != nil
    return YAMLFailure(
      stage: stage, problem: parser.problem.map { String(cString: $0) } ?? "",
      context: parser.context.map { String(cString: $0) } ?? "", problemMark: parser.problem_mark,
      contextMark: hasContext ? parser.context_mark : parser.problem_mark)
  }
}

/// A syntax error as libyaml tells it.
struct YAMLFailure {
  enum Stage {
    /// Bytes that are not characters, at this offset in bytes.
    case reader(offset: Int)
    /// Characters that are no token: the context mark is where to look first.
    case scanner
    /// Tokens in the wrong place: the problem mark is where to look first.
    case parser
    case memory
  }

  let stage: Stage
  let problem: String
  let context: String
  let problemMark: yaml_mark_t
  let contextMark: yaml_mark_t
}
