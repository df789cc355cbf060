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
    if let function = OutsideCall.called(in: code) {
      self = .function(function)
      return
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

  /// The first of the functions that a name before a bracket calls, with or without a prefix such as
  /// `_XLFN.`; in one pass.
  private static func called(in code: String) -> String? {
    var name: [UInt8] = []
    var isEnded = false
    for byte in code.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
        if isEnded { name = [] }
        isEnded = false
        name.append(byte)
      case 0x20, 0x09, 0x0A, 0x0D: isEnded = true
      case UInt8(ascii: "("):
        let found = functions.first { function in
          name.elementsEqual(function.utf8)
            || (name.count > function.utf8.count
              && name.suffix(function.utf8.count)
                .elementsEqual(function.utf8)
              && name[name.count - function.utf8.count - 1] == UInt8(ascii: "."))
        }
        if let found { return found }
        name = []
        isEnded = false
      default:
        name = []
        isEnded = false
      }
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
