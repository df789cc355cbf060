/// Writes JSON in the order in which it is told, the same bytes for the same calls.
///
///     var json = JSONWriter()
///     json.object {
///       $0.member("unit", "so-y-te")
///       $0.member("areas") { $0.array { $0.number("13.5") } }
///     }
///     let bytes = json.bytes
///
/// Numbers are given as digits: no value passes through binary floating point.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  private var depth = 0
  private var isFirst = true
  private var isBehindKey = false

  /// Starts an empty text, with two spaces a level or all on one line.
  package init(indented: Bool = true) { isIndented = indented }

  /// What was written so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Collections

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    collection("{", "}", members)
  }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    collection("[", "]", elements)
  }

  private mutating func collection(
    _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    beginValue()
    bytes.append(UInt8(ascii: opening))
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    isFirst = false
    bytes.append(UInt8(ascii: closing))
  }

  // MARK: Members

  /// Writes a key; its value is the next thing written.
  package mutating func key(_ name: String) {
    beginValue()
    writeQuoted(name)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    isBehindKey = true
  }

  package mutating func member(_ name: String, _ value: (inout JSONWriter) -> Void) {
    key(name)
    value(&self)
  }

  package mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// Writes the member only when there is a value.
  package mutating func member(_ name: String, ifPresent value: String?) {
    if let value { member(name, value) }
  }

  // MARK: Values

  package mutating func string(_ value: String) {
    beginValue()
    writeQuoted(value)
  }

  package mutating func integer(_ value: Int) { literal(String(value)) }

  /// A number that is already digits, such as `-0.25`.
  package mutating func number(_ digits: String) { literal(digits) }

  package mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  package mutating func null() { literal("null") }

  private mutating func literal(_ text: String) {
    beginValue()
    bytes.append(contentsOf: text.utf8)
  }

  // MARK: Layout

  private mutating func beginValue() {
    if isBehindKey {
      isBehindKey = false
      return
    }
    guard depth > 0 else { return }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(0x0A)
    for _ in 0..<depth * 2 { bytes.append(0x20) }
  }

  // MARK: Escapes

  private mutating func writeQuoted(_ value: String) {
    bytes.append(0x22)
    var value = value
    value.withUTF8 { utf8 in
      var index = 0
      while index < utf8.count {
        let byte = utf8[index]
        switch byte {
        case 0x22, 0x5C: bytes += [0x5C, byte]
        case 0x0A: bytes += [0x5C, UInt8(ascii: "n")]
        case 0x0D: bytes += [0x5C, UInt8(ascii: "r")]
        case 0x09: bytes += [0x5C, UInt8(ascii: "t")]
        case 0x00...0x1F, 0x7F: writeEscape(UInt32(byte))
        case 0xC2 where utf8[index + 1] < 0xA0:
          // U+0080–U+009F: control characters that terminals obey.
          writeEscape(UInt32(utf8[index + 1]))
          index += 1
        case 0xE2 where utf8[index + 1] == 0x80 && utf8[index + 2] & 0xFE == 0xA8:
          // U+2028 and U+2029 end a line in JavaScript.
          writeEscape(0x2000 | UInt32(utf8[index + 2] & 0x3F))
          index += 2
        default: bytes.append(byte)
        }
        index += 1
      }
    }
    bytes.append(0x22)
  }

  private mutating func writeEscape(_ code: UInt32) {
    let digits = String(code, radix: 16)
    bytes += "\\u".utf8
    bytes += String(repeating: "0", count: 4 - digits.utf8.count).utf8
    bytes += digits.utf8
  }
}
