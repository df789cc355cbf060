/// What a formula would fetch from, or run, outside its workbook.
package enum OutsideCall: Hashable, Sendable {
  /// A function: `WEBSERVICE`.
  case function(String)
  /// Another file: `[1]Sheet1!A1`, `'C:\[book.xlsx]Sheet1'!A1`, `file:///…`.
  case file
  /// Another program: `cmd|'/c …'!A0`.
  case program

  private static let functions = [
    "WEBSERVICE", "HYPERLINK", "FILTERXML", "IMAGE", "RTD", "DDE", "CALL", "REGISTER.ID",
    "REGISTER",
    "EXEC", "SQL.REQUEST", "IMPORTXML", "IMPORTDATA", "IMPORTHTML", "IMPORTFEED", "IMPORTRANGE",
    "STOCKHISTORY", "FOPEN", "INDIRECT.EXT",
  ]

  /// What a formula, given without `=`, calls; nil where it stays inside its workbook.
  package init?(_ formula: String) {
    let code = OutsideCall.withoutTexts(formula).uppercased()
    for function in OutsideCall.functions {
      var rest = code[...]
      while let place = OutsideCall.find(function, in: rest) {
        let after = rest[place.upperBound...].drop { $0 == " " }
        let before = rest[..<place.lowerBound].last
        let isWhole = before.map { !($0.isLetter || $0.isNumber || $0 == "_") } ?? true
        if isWhole, after.first == "(" {
          self = .function(function)
          return
        }
        rest = rest[place.upperBound...]
      }
    }
    if code.contains("|") {
      self = .program
      return
    }
    if formula.lowercased().contains("file:") || OutsideCall.namesFile(code) {
      self = .file
      return
    }
    return nil
  }

  /// The first place of a word.
  private static func find(_ word: String, in text: Substring) -> Range<Substring.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(word) {
        return start..<text.index(start, offsetBy: word.count)
      }
      start = text.index(after: start)
    }
    return nil
  }

  /// The formula with every text in double quotes left out.
  private static func withoutTexts(_ formula: String) -> String {
    var code = ""
    var isText = false
    for sign in formula {
      if sign == "\"" { isText.toggle() } else if !isText { code.append(sign) }
    }
    return code
  }

  /// `[` that begins the name of a file: not behind a name, as in `Table[Column]`.
  private static func namesFile(_ code: String) -> Bool {
    var before: Character = "="
    var depth = 0
    for sign in code {
      if sign == "[" {
        let isTable = before.isLetter || before.isNumber || before == "_" || depth > 0
        if !isTable { return true }
        depth += 1
      } else if sign == "]" {
        depth -= 1
      }
      before = sign
    }
    return false
  }
}
