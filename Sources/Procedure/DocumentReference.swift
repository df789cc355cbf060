internal import Grading

/// What words say of a document: whether they hold a number and a date, however they are put
/// (`141/QĐ-UBND ngày 19/01/2018`, `Quyết định số 141, ngày 19 tháng 01 năm 2018`).
package struct DocumentReference: Hashable, Sendable {
  package let hasNumber: Bool
  package let hasDate: Bool

  package var isWhole: Bool { hasNumber && hasDate }

  package init(_ text: String) {
    let numbers = DocumentReference.numbers(in: text.lowercased())
    let date = numbers.indices.dropLast(2).last { place in
      DocumentReference.isDate(numbers[place...(place + 2)])
    }
    hasDate = date != nil
    // "số 141", "QĐ 141", "141/QĐ-UBND", "141-QĐ/TU": not any digits that happen to stand there.
    hasNumber = text.lowercased().contains(#/(số|qđ|nq|ct|kh|tb)\s*[0-9]|[0-9][\/\-]\p{L}/#)
  }

  /// Digits, with what stands between them and the ones before.
  private struct Number {
    var digits: String
    let before: String

    var value: Int { Int(digits) ?? 0 }
  }

  private static func numbers(in text: String) -> [Number] {
    var numbers: [Number] = []
    var between = ""
    var isInside = false
    for letter in text {
      if letter.isASCII, letter.isNumber {
        if isInside {
          numbers[numbers.count - 1].digits.append(letter)
        } else {
          numbers.append(Number(digits: String(letter), before: between))
        }
        isInside = true
      } else {
        if isInside { between = "" }
        between.append(letter)
        isInside = false
      }
    }
    return numbers
  }

  /// `19/01/2018`, `19.1.2018`, `2018-01-19`, `19 tháng 01 năm 2018`.
  private static func isDate(_ numbers: ArraySlice<Number>) -> Bool {
    let parts = Array(numbers)
    let between = parts.dropFirst().map { $0.before.filter { !$0.isWhitespace } }
    guard parts.allSatisfy({ $0.digits.count <= 4 }),
      between == ["tháng", "năm"]
        || between[0] == between[1] && ["/", ".", "-"].contains(between[0])
    else { return false }
    let values = parts.map(\.value)
    if parts[2].digits.count == 4 {
      return CalendarDay(year: values[2], month: values[1], day: values[0]) != nil
    }
    return parts[0].digits.count == 4
      && CalendarDay(year: values[0], month: values[1], day: values[2]) != nil
  }
}
