internal import Diagnostics
internal import Spreadsheets

/// Workbooks that are none.
extension Diagnostic {
  /// - Parameter again: how to come by another workbook, where it is no unit's form.
  static func unreadable(
    _ path: String, _ failure: ReadingFailure, again: Wording? = nil
  ) -> Diagnostic {
    switch failure {
    case .notAContainer:
      notAWorkbook(
        path, "`\(path)` không phải tệp XLSX, hoặc tệp bị cắt cụt",
        "`\(path)` is no XLSX file, or only a part of one")
    case .encryptedOrOld:
      notAWorkbook(
        path, "`\(path)` có mật khẩu, hoặc là tệp Excel đời cũ (.xls)",
        "`\(path)` has a password, or is an Excel file of the old kind (.xls)",
        help: Wording(
          vi: "mở bằng Excel hoặc LibreOffice, bỏ mật khẩu, lưu lại thành .xlsx",
          en: "open it, remove the password, save it as .xlsx"))
    case .encryptedPart(let part):
      notAWorkbook(
        path, "phần `\(part)` của `\(path)` có mật khẩu", "part `\(part)` of `\(path)` is encrypted"
      )
    case .unsafeName(let part):
      notAWorkbook(
        path, "`\(path)` chứa tên `\(part)` dẫn ra ngoài tệp",
        "`\(path)` holds the name `\(part)`, which leads out of it")
    case .duplicateName(let part):
      notAWorkbook(
        path, "`\(path)` có hai phần cùng tên `\(part)`",
        "`\(path)` has two parts named `\(part)`")
    case .damagedPart(let part):
      notAWorkbook(
        path, "phần `\(part)` của `\(path)` bị hỏng",
        "part `\(part)` of `\(path)` is damaged")
    case .missingPart(let part):
      notAWorkbook(path, "`\(path)` thiếu phần `\(part)`", "`\(path)` lacks the part `\(part)`")
    case .brokenXML(let part, let line):
      notAWorkbook(
        path, "phần `\(part)` của `\(path)` sai cú pháp XML ở dòng \(line)",
        "part `\(part)` of `\(path)` is no well-formed XML, line \(line)")
    case .documentType(let part):
      notAWorkbook(
        path, "phần `\(part)` của `\(path)` khai báo kiểu tài liệu (DTD), không biểu nào cần",
        "part `\(part)` of `\(path)` declares a document type (DTD), which no form needs")
    case .tooMuch(let limit, let part): tooMuch(path, limit, part, again)
    case .system(let number):
      notAWorkbook(
        path, "không đọc được `\(path)`: \(systemError(number).vietnamese)",
        "cannot read `\(path)`: \(systemError(number).english)")
    }
  }

  private static func notAWorkbook(
    _ path: String, _ vietnamese: String, _ english: String, help: Wording? = nil
  ) -> Diagnostic {
    Diagnostic(
      .notAWorkbook, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(vi: vietnamese, en: english),
      help: help
        ?? Wording(
          vi:
            "mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx; không mở được thì xuất biểu mới và điền lại",
          en:
            "open it with Excel or LibreOffice and save it as .xlsx; if it does not open, export a new form"
        ))
  }

  private static func tooMuch(
    _ path: String, _ limit: ReadingLimit, _ part: String, _ again: Wording?
  ) -> Diagnostic {
    let limits = ReadingLimits()
    let (vietnamese, english) =
      switch limit {
      case .parts: ("quá \(limits.parts) phần", "more than \(limits.parts) parts")
      case .inflatedBytes:
        (
          "giải nén ra quá \(limits.inflatedBytes >> 20) MiB",
          "more than \(limits.inflatedBytes >> 20) MiB when inflated"
        )
      case .rows: ("quá \(limits.rows) dòng", "more than \(limits.rows) rows")
      case .cells: ("quá \(limits.cells) ô", "more than \(limits.cells) cells")
      case .strings: ("quá \(limits.strings) chuỗi", "more than \(limits.strings) strings")
      case .textLength:
        (
          "một ô có quá \(limits.textLength) byte chữ",
          "a cell with more than \(limits.textLength) bytes of text"
        )
      case .depth:
        ("XML lồng quá \(limits.depth) cấp", "XML nested more than \(limits.depth) deep")
      }
    let place = part.isEmpty ? "" : " (`\(part)`)"
    return Diagnostic(
      .workbookTooLarge, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi: "`\(path)` lớn hơn mọi biểu\(again == nil ? " tự chấm" : ""): \(vietnamese)\(place)",
        en: "`\(path)` is larger than any form: \(english)\(place)"),
      help: again
        ?? Wording(
          vi: "dùng biểu do `parindex workbook export` xuất ra, không dán thêm dữ liệu khác vào",
          en:
            "use the form that `parindex workbook export` writes, with nothing else pasted into it")
    )
  }
}
