/// An XML part while it is written: the only place where text becomes XML.
///
/// Names are literals of the program; whatever else comes in is text and is escaped. Characters that
/// XML cannot hold are gone before: `PaperRun` lets none in.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  init() { literal("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") }

  /// An element with attributes, by name and value, and what is in it.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
    _ content: (inout XMLWriter) -> Void
  ) {
    begin(name, attributes)
    literal(">")
    content(&self)
    literal("</")
    literal(name)
    literal(">")
  }

  /// An element with nothing in it.
  mutating func empty(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]
  ) {
    begin(name, attributes)
    literal("/>")
  }

  private mutating func begin(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>
  ) {
    literal("<")
    literal(name)
    for (key, value) in attributes {
      literal(" ")
      literal(key)
      literal("=\"")
      text(value)
      literal("\"")
    }
  }

  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): literal("&amp;")
      case UInt8(ascii: "<"): literal("&lt;")
      case UInt8(ascii: ">"): literal("&gt;")
      case UInt8(ascii: "\""): literal("&quot;")
      default: bytes.append(byte)
      }
    }
  }

  mutating func literal(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
