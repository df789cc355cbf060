internal import Diagnostics
internal import Grading
internal import Loading
internal import Spreadsheets

/// Takes values out of the cells of one sheet, as files write them; what cannot be taken is told.
final class CellReading {
  let path: String
  let sheet: ReadSheet
  let problems: DiagnosticCollector

  init(_ path: String, _ sheet: ReadSheet, _ problems: DiagnosticCollector) {
    self.path = path
    self.sheet = sheet
    self.problems = problems
  }

  func source(_ cell: ReadCell) -> CellSource {
    CellSource(
      file: path, sheet: sheet.name, address: cell.address,
      shown: cell.formula.map { "=\($0)" } ?? cell.value.shown)
  }

  /// The cell, with a word where it holds a formula.
  func cell(_ address: CellAddress) -> ReadCell {
    let cell = sheet[address]
    guard cell.formula != nil else { return cell }
    let isKnown = cell.value != .blank
    problems.add(.formulaInInput(source(cell), shown: isKnown ? cell.value.shown : nil))
    return cell
  }

  /// A text; numbers as people see them.
  func text(_ cell: ReadCell) -> String? {
    switch cell.value {
    case .blank: return nil
    case .text(let text): return text
    case .number(let number): return number.text
    case .boolean(let value): return value ? InputCell.yes : InputCell.no
    case .date(let date):
      problems.add(.dayForText(source(cell), date.shown))
      return nil
    case .error(let text):
      problems.add(.errorInCell(source(cell), text))
      return nil
    }
  }

  /// A text without blanks around it; nil where nothing is left.
  func word(_ cell: ReadCell) -> String? {
    guard let text = text(cell)?.trimmed, !text.isEmpty else { return nil }
    return text
  }

  /// A number as files write it.
  func number(_ cell: ReadCell, expected: Wording) -> String? {
    switch cell.value {
    case .blank: return nil
    case .number(let number):
      // Beyond any figure of a province, or with more digits than a cell can hold: a slip.
      guard number.isWhole ? number.text.utf8.count <= 15 : !number.text.contains("E") else {
        break
      }
      return number.text
    case .text(let text):
      if text.trimmed.isEmpty { return nil }
      switch TypedNumber(text.trimmed) {
      case .value(let value): return value
      case .ambiguous(let readings):
        problems.add(.numberUnclear(source(cell), readings))
        return nil
      case nil: break
      }
    // A day that a program made of a typed "1/5" is no figure.
    case .date, .boolean: break
    case .error(let text):
      problems.add(.errorInCell(source(cell), text))
      return nil
    }
    problems.add(.valueUnfit(source(cell), expected: expected))
    return nil
  }

  /// A day, with the time where there is one, as files write it.
  func day(_ cell: ReadCell, takesNone: Bool, expected: Wording) -> String? {
    switch cell.value {
    case .blank: return nil
    case .date(let date): return date.iso
    case .number(let number):
      // A serial number that lost its style: days from 2000 to 2099.
      if let days = number.text.split(separator: ".").first.flatMap({ Int($0) }),
        (36_526...73_050).contains(days),
        let date = CellDate(serial: number, countsFrom1904: sheet.countsFrom1904)
      {
        return date.iso
      }
    case .text(let text):
      let word = text.trimmed
      if word.isEmpty { return nil }
      if takesNone, [InputCell.noDate, "none", "khong co"].contains(word.folded) { return "none" }
      if let iso = TypedDay.iso(word), LocalMoment(parsing: iso) != nil { return iso }
    case .boolean: break
    case .error(let text):
      problems.add(.errorInCell(source(cell), text))
      return nil
    }
    problems.add(.valueUnfit(source(cell), expected: expected))
    return nil
  }

  /// Yes or no.
  func truth(_ cell: ReadCell) -> Bool? {
    switch cell.value {
    case .blank: return nil
    case .boolean(let value): return value
    case .text(let text):
      switch text.trimmed.folded {
      case "": return nil
      case "có", "co", "yes", "true", "đúng": return true
      case "không", "khong", "no", "false", "sai": return false
      default: break
      }
    case .number, .date: break
    case .error(let text):
      problems.add(.errorInCell(source(cell), text))
      return nil
    }
    problems.add(
      .valueUnfit(
        source(cell), expected: Wording(vi: "“Có” hoặc “Không”", en: "“Có” (yes) or “Không” (no)")))
    return nil
  }
}

extension CellDate {
  /// As files write it; seconds are left out.
  fileprivate var iso: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = "\(year)-\(two(month))-\(two(self.day))"
    return isDay ? day : "\(day)T\(two(hour)):\(two(minute))"
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// In lower case and composed, for comparing.
  var folded: String {
    var copy = lowercased()
    return copy.withUTF8 { Normalisation.composed($0) }
  }
}
