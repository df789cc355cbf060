internal import CExpat

/// What is told of an XML part while it is read.
protocol XMLHandler: AnyObject {
  /// Names are without a prefix.
  func start(_ element: String, _ attributes: XMLAttributes)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  func end(_ element: String)
  /// What was found to be too much; reading ends there.
  var excess: ReadingLimit? { get }
}

/// The attributes of an element.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?

  /// The value of an attribute by its name without a prefix.
  subscript(name: String) -> String? {
    var place = list
    while let pair = place, let key = pair[0], let value = pair[1] {
      if XMLReader.localName(key) == name { return String(cString: value) }
      place = pair + 2
    }
    return nil
  }
}

/// Reads one XML part through expat; a document type is refused, so no entity is ever expanded.
final class XMLReader {
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let part: String
  private let depthLimit: Int
  private var depth = 0
  private var declaresType = false
  private var isTooDeep = false

  static func read(
    _ part: String, of container: ContainerReader, _ handler: any XMLHandler,
    _ limits: ReadingLimits
  ) throws(ReadingFailure) {
    guard let reader = XMLReader(part, handler, limits) else { throw .system(12) }
    try container.read(part) { (bytes, isLast) throws(ReadingFailure) in
      try reader.feed(bytes, isLast: isLast)
    }
  }

  private init?(_ part: String, _ handler: any XMLHandler, _ limits: ReadingLimits) {
    guard let parser = XML_ParserCreate(nil) else { return nil }
    self.parser = parser
    self.part = part
    self.handler = handler
    depthLimit = limits.depth
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, list in
        guard let data, let name else { return }
        XMLReader.own(data).start(name, list)
      },
      { data, name in
        guard let data, let name else { return }
        XMLReader.own(data).end(name)
      })
    XML_SetCharacterDataHandler(parser) { data, bytes, count in
      guard let data, let bytes else { return }
      XMLReader.own(data).text(bytes, Int(count))
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let data else { return }
      XMLReader.own(data).stopAtType()
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func own(_ data: UnsafeMutableRawPointer) -> XMLReader {
    Unmanaged<XMLReader>.fromOpaque(data).takeUnretainedValue()
  }

  /// A name without its prefix.
  fileprivate static func localName(_ name: UnsafePointer<XML_Char>) -> String {
    let whole = String(cString: name)
    return whole.lastIndex(of: ":").map { String(whole[whole.index(after: $0)...]) } ?? whole
  }

  private func start(
    _ name: UnsafePointer<XML_Char>, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    depth += 1
    if depth > depthLimit {
      isTooDeep = true
      XML_StopParser(parser, 0)
      return
    }
    handler.start(XMLReader.localName(name), XMLAttributes(list: list))
    if handler.excess != nil { XML_StopParser(parser, 0) }
  }

  private func end(_ name: UnsafePointer<XML_Char>) {
    depth -= 1
    handler.end(XMLReader.localName(name))
    if handler.excess != nil { XML_StopParser(parser, 0) }
  }

  private func text(_ bytes: UnsafePointer<XML_Char>, _ count: Int) {
    bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
      handler.text(UnsafeBufferPointer(start: $0, count: count))
    }
    if handler.excess != nil { XML_StopParser(parser, 0) }
  }

  private func stopAtType() {
    declaresType = true
    XML_StopParser(parser, 0)
  }

  private func feed(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(ReadingFailure) {
    let status = bytes.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
    }
    guard status != XML_STATUS_OK else { return }
    if declaresType { throw .documentType(part: part) }
    if isTooDeep { throw .tooMuch(.depth, part: part) }
    if let excess = handler.excess { throw .tooMuch(excess, part: part) }
    throw .brokenXML(part: part, line: Int(XML_GetCurrentLineNumber(parser)))
  }
}
