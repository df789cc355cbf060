/// A word of an expression, with its place in the text counted in Unicode scalars.
struct ExpressionToken {
  enum Kind: Equatable {
    case number(String)
    case name(String)
    case text(String)
    case symbol(String)
    case end
  }

  /// The most words of one expression.
  static let most = 500

  let kind: Kind
  let start: Int
  let end: Int

  /// The text as written, for messages.
  var written: String {
    switch kind {
    case .number(let text), .name(let text), .symbol(let text): text
    case .text(let text): "'\(text)'"
    case .end: ""
    }
  }

  /// Cuts an expression into words; the place of a sign that means nothing when there is one.
  static func all(of source: String) -> (tokens: [ExpressionToken], bad: Int?) {
    let bytes = Array(source.utf8)
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    var tokens: [ExpressionToken] = []
    var index = 0
    func text(_ start: Int, _ end: Int) -> String {
      String(decoding: bytes[start..<end], as: UTF8.self)
    }
    /// How many scalars stand before a byte.
    func place(_ index: Int) -> Int {
      isASCII ? index : bytes[..<index].count { $0 & 0xC0 != 0x80 }
    }
    func add(_ kind: Kind, from start: Int) {
      tokens.append(.init(kind: kind, start: place(start), end: place(index)))
    }
    while index < bytes.count {
      let byte = bytes[index]
      let start = index
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") {
        index += 1
      } else if isDigit(byte) {
        while index < bytes.count, isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ".") {
          index += 1
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: "%") { index += 1 }
        add(.number(text(start, index)), from: start)
      } else if isLetter(byte) {
        while index < bytes.count,
          isLetter(bytes[index]) || isDigit(bytes[index])
            || (bytes[index] == UInt8(ascii: ".") && index + 1 < bytes.count
              && (isLetter(bytes[index + 1]) || isDigit(bytes[index + 1])))
        { index += 1 }
        add(.name(text(start, index)), from: start)
      } else if byte == UInt8(ascii: "'") {
        guard let end = bytes[(index + 1)...].firstIndex(of: byte) else {
          return (tokens, place(start))
        }
        index = end + 1
        add(.text(text(start + 1, end)), from: start)
      } else {
        let isPair =
          index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "=")
          && "<>!".utf8.contains(byte)
        guard isPair || "+-*/()=<>,".utf8.contains(byte) else { return (tokens, place(start)) }
        index += isPair ? 2 : 1
        add(.symbol(text(start, index)), from: start)
      }
    }
    tokens.append(.init(kind: .end, start: place(bytes.count), end: place(bytes.count)))
    return (tokens, nil)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "_")
  }
}
