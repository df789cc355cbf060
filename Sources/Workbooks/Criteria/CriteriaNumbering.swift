/// The number that a line of an annex begins with.
struct CriteriaNumbering: Hashable {
  /// Such as `3.4.1`.
  let id: String
  /// What stands behind it.
  let rest: String

  var depth: Int { id.count { $0 == "." } + 1 }

  /// Reads `3.4.1`, `3.4.1.`, `Lĩnh vực 3: Cải cách thể chế`, `II. Cải cách thể chế`.
  /// - Returns: nil where the text begins with no number.
  init?(_ text: String) {
    var rest = text.trimmed[...]
    for word in ["lĩnh vực", "tiêu chí thành phần", "tiêu chí"]
    where rest.lowercased().hasPrefix(word) {
      rest = rest.dropFirst(word.count).drop { $0 == " " }
      break
    }
    let number = rest.prefix { ($0.isASCII && ($0.isNumber || $0.isLetter)) || $0 == "." }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let last = parts.last ?? ""
    let own = last.isEmpty ? parts.dropLast() : parts[...]
    let behind = rest.dropFirst(number.count).first
    guard let first = own.first, own.allSatisfy({ !$0.isEmpty }),
      behind.map({ " :)-–\n".contains($0) }) ?? true,
      own.allSatisfy({ $0.allSatisfy(\.isNumber) || CriteriaNumbering.isLetter($0) })
    else { return nil }
    // A letter alone could be a word.
    if CriteriaNumbering.isLetter(first), CriteriaNumbering.roman(first) == nil, own.count == 1,
      behind == " "
    {
      return nil
    }
    id = own.map { part in Int(part).map(String.init) ?? String(part) }.joined(separator: ".")
    self.rest = String(rest.dropFirst(number.count).drop { " :.)-–\n".contains($0) })
  }

  private static func isLetter(_ part: Substring) -> Bool {
    part.count == 1 && part.allSatisfy(\.isUppercase) || roman(part) != nil
  }

  /// The number that Roman signs up to 39 stand for.
  static func roman(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.allSatisfy({ "IVX".contains($0) }) else { return nil }
    return (1...39).first { number in
      let tens = String(repeating: "X", count: number / 10)
      let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][number % 10]
      return tens + ones == text
    }
  }

  /// Whether a line is a sum and no item.
  static func isTotal(_ text: String) -> Bool {
    let words = text.folded.trimmed
    return ["tổng cộng", "tổng điểm", "tổng số", "cộng"].contains { words.hasPrefix($0) }
      || words == "tổng"
  }
}
