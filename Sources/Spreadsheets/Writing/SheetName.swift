/// The name of a sheet, such as all programs take.
package struct SheetName: Hashable, Sendable {
  package let text: String

  /// The longest name, in the units of UTF-16.
  private static let length = 31

  /// A name as near as possible to what is wanted: without the signs that names cannot have, cut
  /// where it is too long.
  package init(_ wanted: String) {
    var text = String(
      wanted.unicodeScalars.map { scalar -> Character in
        switch scalar {
        case "[", "]", ":", "*", "?", "/", "\\": "-"
        case "\0"..." ", "\u{7F}": " "
        default: Character(scalar)
        }
      })
    while text.first == "'" || text.first == " " { text.removeFirst() }
    text = CellPrompt.cut(text, to: SheetName.length)
    while text.last == "'" || text.last == " " { text.removeLast() }
    self.text = text.isEmpty ? "-" : text
  }

  /// Names for several sheets of one workbook: one that is taken, in whatever case, gets a number.
  package static func distinct(_ wanted: [String]) -> [SheetName] {
    var taken: Set<String> = []
    return wanted.map { wish in
      let base = SheetName(wish)
      var name = base
      var number = 1
      while !taken.insert(name.text.lowercased()).inserted {
        number += 1
        let tail = " (\(number))"
        name = SheetName(CellPrompt.cut(base.text, to: length - tail.utf16.count) + tail)
      }
      return name
    }
  }

  /// As formulas write it: `'Bảng điểm'!`.
  package var inFormula: String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'!"
  }
}
