internal import Diagnostics
internal import YAMLReading

/// Sentences about CSV files.
extension Diagnostic {
  static func csvEmpty(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileEmpty, at: SourceSpan(whole: file),
      Wording(vi: "tệp không có nội dung", en: "the file has no content"),
      expected: Wording(
        vi: "dòng đầu là tên các cột", en: "a first line with the names of the columns"))
  }

  static func separatorUnclear(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvSyntax, at: span,
      Wording(
        vi: "không rõ dấu nào phân cách các cột trong dòng tiêu đề",
        en: "it is not clear which sign separates the columns of the header line"),
      expected: Wording(
        vi: "một loại dấu: `,`, `;` hoặc tab", en: "one kind of sign: `,`, `;` or a tab"),
      help: Wording(
        vi: "đặt tên cột có dấu `,` hoặc `;` trong dấu nháy kép",
        en: "put names with `,` or `;` in double quotes"))
  }

  static func unclosedQuote(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvSyntax, at: span,
      Wording(
        vi: "dấu nháy kép mở ở đây không được đóng, phần từ đây trở đi không được đọc",
        en: "the quote opened here is never closed, and the file is not read from here on"),
      help: Wording(
        vi: "thêm dấu nháy đóng; dấu nháy bên trong ô viết hai lần: `\"\"`",
        en: "close it; inside a cell write a quote twice: `\"\"`"))
  }

  static func textBehindQuote(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvSyntax, at: span,
      Wording(
        vi: "có chữ `\(shortened(text))` sau dấu nháy đóng",
        en: "the text `\(shortened(text))` stands behind a closing quote"),
      expected: Wording(
        vi: "dấu phân cách hoặc hết dòng", en: "a separator or the end of the line"),
      help: Wording(
        vi: "dấu nháy bên trong ô viết hai lần: `\"\"`",
        en: "inside a cell write a quote twice: `\"\"`"))
  }

  static func rowTooLong(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvSyntax, at: span,
      Wording(
        vi: "dòng dài hơn \(limit) byte, phần từ đây trở đi không được đọc",
        en: "the row is longer than \(limit) bytes, and the file is not read from here on"),
      help: Wording(
        vi: "kiểm tra dấu nháy kép và chỗ xuống dòng", en: "check the quotes and line ends"))
  }

  static func cellCount(_ count: Int, columns: Int, separator: UInt8, at span: SourceSpan)
    -> Diagnostic
  {
    let sign = separator == CSVByte.tab ? "tab" : "`\(Character(Unicode.Scalar(separator)))`"
    return Diagnostic(
      .csvSyntax, at: span,
      Wording(
        vi: "dòng có \(count) ô, dòng tiêu đề có \(columns)",
        en: "the row has \(count) \(count == 1 ? "cell" : "cells"), the header \(columns)"),
      expected: Wording(
        vi: "\(columns) ô, ngăn bằng dấu \(sign)", en: "\(columns) cells, separated by \(sign)"),
      help: count > columns
        ? Wording(
          vi: "đặt ô có chứa dấu \(sign) trong dấu nháy kép",
          en: "put a cell that holds \(sign) in double quotes")
        : Wording(
          vi: "thêm ô trống cho cột không có số liệu",
          en: "leave an empty cell for a column without a value"))
  }

  static func tooManyRows(limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, at: span,
      Wording(
        vi: "bảng có hơn \(limit) dòng, từ đây trở đi không được đọc",
        en: "the table has more than \(limit) rows, and is not read from here on"),
      expected: Wording(vi: "nhiều nhất \(limit) dòng", en: "at most \(limit) rows"))
  }

  static func tooManyColumns(_ count: Int, limit: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvColumn, at: span,
      Wording(vi: "bảng có \(count) cột", en: "the table has \(count) columns"),
      expected: Wording(vi: "nhiều nhất \(limit) cột", en: "at most \(limit) columns"))
  }

  static func columnWithoutName(_ number: Int, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvColumn, at: span,
      Wording(vi: "cột thứ \(number) không có tên", en: "column \(number) has no name"),
      help: Wording(
        vi: "ghi tên cột, hoặc xóa cột trống", en: "name the column, or delete it if it is empty"))
  }

  static func columnTwice(_ name: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .csvColumn, at: span,
      Wording(
        vi: "cột `\(shortened(name))` có hai lần",
        en: "the column `\(shortened(name))` stands twice"
      ),
      secondary: [SourceLabel(first, Wording(vi: "lần đầu ở đây", en: "first here"))],
      help: Wording(vi: "đổi tên hoặc bỏ một cột", en: "rename or remove one of the two"))
  }
}
