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
    let scalars = Array(source.unicodeScalars)
    var tokens: [ExpressionToken] = []
    var index = 0
    func text(_ start: Int, _ end: Int) -> String {
      String(String.UnicodeScalarView(scalars[start..<end]))
    }
    while index < scalars.count {
      let scalar = scalars[index]
      let start = index
      if scalar == " " || scalar == "\n" || scalar == "\t" {
        index += 1
        continue
      }
      if isDigit(scalar) {
        while index < scalars.count, isDigit(scalars[index]) || scalars[index] == "." { index += 1 }
        if index < scalars.count, scalars[index] == "%" { index += 1 }
        tokens.append(.init(kind: .number(text(start, index)), start: start, end: index))
      } else if isLetter(scalar) {
        while index < scalars.count,
          isLetter(scalars[index]) || isDigit(scalars[index])
            || (scalars[index] == "." && index + 1 < scalars.count
              && (isLetter(scalars[index + 1]) || isDigit(scalars[index + 1])))
        { index += 1 }
        tokens.append(.init(kind: .name(text(start, index)), start: start, end: index))
      } else if scalar == "'" {
        index += 1
        while index < scalars.count, scalars[index] != "'" { index += 1 }
        guard index < scalars.count else { return (tokens, start) }
        index += 1
        tokens.append(.init(kind: .text(text(start + 1, index - 1)), start: start, end: index))
      } else {
        let pair = index + 1 < scalars.count ? text(index, index + 2) : ""
        let symbol = ["<=", ">=", "!="].contains(pair) ? pair : text(index, index + 1)
        guard "+-*/()=<>,".contains(symbol) || symbol.count == 2 else { return (tokens, start) }
        index += symbol.unicodeScalars.count
        tokens.append(.init(kind: .symbol(symbol), start: start, end: index))
      }
    }
    tokens.append(.init(kind: .end, start: scalars.count, end: scalars.count))
    return (tokens, nil)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
  }
}
