internal import Diagnostics
internal import Grading
internal import YAMLReading

/// Sentences about single cells.
extension Diagnostic {
  static func cell(_ fault: CellReader.Fault, _ cell: CSVCell, _ reader: CellReader) -> Diagnostic {
    let text = shortened(cell.text)
    switch fault {
    case .wrongType:
      return Diagnostic(
        .csvValue, at: cell.span,
        Wording(
          vi: "cột `\(reader.column)` không thể là `\(text)`",
          en: "the column `\(reader.column)` cannot be `\(text)`"),
        expected: reader.expected,
        help: NearestName.help(for: text, among: reader.options.map(\.id)))
    case .rateOutOfRange:
      return Diagnostic(
        .rateOutOfRange, at: cell.span,
        Wording(
          vi: "tỷ lệ `\(text)` ở cột `\(reader.column)` nằm ngoài khoảng từ 0% đến 100%",
          en: "the rate `\(text)` in the column `\(reader.column)` is not between 0% and 100%"),
        expected: reader.expected,
        help: reader.isPercent || text.hasSuffix("%")
          ? nil
          : Wording(
            vi: "ghi dấu % sau số, hoặc khai `percent: yes` cho cột này",
            en: "put a % behind the number, or declare `percent: yes` for the column"))
    case .ambiguous(let decimal, let thousands):
      return Diagnostic(
        .ambiguousNumber, at: cell.span,
        Wording(
          vi:
            "số `\(text)` ở cột `\(reader.column)` đọc được hai cách: \(decimal.vietnameseText) hoặc \(thousands.vietnameseText)",
          en:
            "the number `\(text)` in the column `\(reader.column)` can be read in two ways: \(decimal.canonicalText) or \(thousands.canonicalText)"
        ),
        help: Wording(
          vi:
            "khai `numbers: {decimal: \",\", thousands: \".\"}` hoặc `numbers: {decimal: \".\"}` cho tệp này",
          en:
            "declare `numbers: {decimal: \",\", thousands: \".\"}` or `numbers: {decimal: \".\"}` for this file"
        ))
    }
  }
}

extension Exact {
  /// With a decimal comma.
  fileprivate var vietnameseText: String { canonicalText.replacing(".", with: ",") }
}

extension CellReader {
  /// What the column's cells look like.
  fileprivate var expected: Wording {
    switch type {
    case .count:
      number(
        vi: "một số nguyên không âm, như 12", en: "a whole number that is not negative, like 12")
    case .number: number(vi: "một số, như 12 hoặc \(half)", en: "a number, like 12 or \(half)")
    case .rate:
      number(
        vi: "một tỷ lệ, như \(half)%, hoặc phân số từ 0 đến 1",
        en: "a rate, like \(half)%, or a fraction from 0 to 1")
    case .date:
      Wording(
        vi: "một ngày có thật, như 20/12/2017 hoặc 2017-12-20; `none` khi không có văn bản",
        en: "a real day, like 20/12/2017 or 2017-12-20; `none` when there is no document")
    case .yesNo: Wording(vi: "`có` hoặc `không`", en: "`yes` or `no`")
    case .choice, .text:
      Wording(
        vi: "một trong " + options.map { "`\($0.id)`" }.joined(separator: ", "),
        en: "one of " + options.map { "`\($0.id)`" }.joined(separator: ", "))
    }
  }

  /// A number with decimals as the file writes it.
  private var half: String { signs.decimal == .comma ? "87,5" : "87.5" }

  /// With the signs that the file declares.
  private func number(vi: String, en: String) -> Wording {
    guard let decimal = signs.decimal?.text else { return Wording(vi: vi, en: en) }
    guard let thousands = signs.thousands?.text else {
      return Wording(
        vi: vi + "; dấu thập phân là `\(decimal)`", en: en + "; the decimal sign is `\(decimal)`")
    }
    return Wording(
      vi: vi + "; dấu thập phân là `\(decimal)`, dấu ngăn hàng nghìn là `\(thousands)`",
      en: en + "; the decimal sign is `\(decimal)`, the thousands sign `\(thousands)`")
  }
}

extension NumberSigns.Sign {
  fileprivate var text: String {
    switch self {
    case .point: "."
    case .comma: ","
    case .space: " "
    }
  }
}
