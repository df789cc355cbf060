/// A page while it is written: the only place where text becomes HTML.
///
/// Names of elements and attributes are literals of the program; whatever else comes in is text and
/// is escaped, so that nothing a file says can become markup.
package struct HTMLWriter {
  package private(set) var bytes: [UInt8] = []
  /// The titles of the columns of the table that is written, where its cells say them; nil: they do
  /// not.
  var columns: [String]?
  /// How many columns the row that is written has filled.
  private var column = 0
  /// From the page to the site's root: "", "../".
  package let root: String

  package init(root: String = "") { self.root = root }

  /// An attribute; its value is text.
  package struct Attribute {
    package let name: StaticString
    /// nil: the attribute has no value.
    package let value: String?

    package init(_ name: StaticString, _ value: String?) {
      self.name = name
      self.value = value
    }

    package static func `class`(_ name: String) -> Attribute { Attribute("class", name) }
    package static func id(_ id: String) -> Attribute { Attribute("id", id) }
    package static func scope(_ scope: String) -> Attribute { Attribute("scope", scope) }
    /// What a table is sorted by where the cell itself is no number.
    package static func key(_ key: String) -> Attribute { Attribute("data-v", key) }
    /// The language of what a file says, where the page is in another.
    package static func lang(_ language: String) -> Attribute { Attribute("lang", language) }
  }

  // MARK: Elements

  /// An element with what is in it.
  package mutating func element(
    _ name: StaticString, _ attributes: Attribute..., content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// An element that holds a text.
  package mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// An element that holds nothing: `meta`, `link`, an empty cell.
  package mutating func empty(_ name: StaticString, _ attributes: Attribute..., isVoid: Bool = true)
  {
    open(name, attributes)
    if !isVoid { close(name) }
  }

  /// A link to another page of the site, by its path from the root.
  package mutating func link(to path: String, _ attributes: Attribute..., text: String) {
    open("a", [Attribute("href", root + path)] + attributes)
    self.text(text)
    close("a")
  }

  package mutating func open(_ name: StaticString, _ attributes: [Attribute] = []) {
    literal("<")
    literal(name)
    for attribute in attributes { write(attribute) }
    if columns != nil { label(name, attributes) }
    literal(">")
  }

  private mutating func write(_ attribute: Attribute) {
    literal(" ")
    literal(attribute.name)
    if let value = attribute.value {
      literal("=\"")
      text(value)
      literal("\"")
    }
  }

  /// A cell of a table whose cells stand below each other on a narrow screen says its column.
  private mutating func label(_ name: StaticString, _ attributes: [Attribute]) {
    switch "\(name)" {
    case "tr": column = 0
    case "td", "th":
      if let columns, columns.indices.contains(column), "\(name)" == "td" {
        write(Attribute("data-l", columns[column]))
      }
      let span = attributes.first { "\($0.name)" == "colspan" }?.value.flatMap(Int.init)
      column += span ?? 1
    default: break
    }
  }

  package mutating func close(_ name: StaticString) {
    literal("</")
    literal(name)
    literal(">")
  }

  package mutating func line() { literal("\n") }

  // MARK: Text

  /// Text of any origin: markup and quotes are escaped; what no page may hold becomes U+FFFD.
  package mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): literal("&amp;")
      case UInt8(ascii: "<"): literal("&lt;")
      case UInt8(ascii: ">"): literal("&gt;")
      case UInt8(ascii: "\""): literal("&quot;")
      case UInt8(ascii: "'"): literal("&#39;")
      case 0x09, 0x0A: bytes.append(byte)
      case 0x0D: bytes.append(0x0A)
      case 0..<0x20, 0x7F: literal("\u{FFFD}")
      default: bytes.append(byte)
      }
    }
  }

  /// A literal of the program itself: `<!doctype html>`, a stroke of a drawing.
  package mutating func literal(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
