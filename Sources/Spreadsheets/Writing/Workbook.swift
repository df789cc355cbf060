package import Diagnostics

/// A workbook to be written: values in, the bytes of an XLSX file out, the same ones on any day and
/// under any time zone.
package struct Workbook: Sendable {
  package var properties = WorkbookProperties()
  /// At least one that is not hidden; the first such is shown when the file is opened.
  package var sheets: [Sheet]
  /// Names for ranges, as `=Lists!$A$1:$A$9`.
  package var names: [DefinedName] = []

  package init(_ sheets: [Sheet] = []) { self.sheets = sheets }

  /// The bytes of the file.
  ///
  /// - Throws: where a text is longer than a cell can hold, or the system gives no room to write.
  package func bytes() throws(WorkbookFailure) -> [UInt8] {
    let file = try MemoryFile()
    let writer = try WorkbookWriter(to: file.path)
    try writer.write(self)
    return try file.bytes()
  }
}

/// What a file says of itself.
package struct WorkbookProperties: Hashable, Sendable {
  package var title = ""
  package var subject = ""
  package var author = "PARIndex"
  /// When it is said to be made; fixed, so that the same content gives the same bytes.
  package var created = CellDate(year: 2000, month: 1, day: 1)

  package init() {}
}

/// A name that formulas can use for a range.
package struct DefinedName: Hashable, Sendable {
  package let name: String
  /// What it stands for, beginning with `=`.
  package let formula: String

  package init(_ name: String, _ formula: String) {
    self.name = name
    self.formula = formula
  }
}

/// Why a workbook was not written.
package enum WorkbookFailure: Error, Hashable, Sendable {
  /// A text is longer than the 32,767 characters that a cell can hold.
  case textTooLong(sheet: String, cell: String)
  /// The system's error number.
  case system(Int32)
  /// What the library says.
  case library(String)

  package func diagnostic(_ path: String) -> Diagnostic {
    let reason =
      switch self {
      case .textTooLong(let sheet, let cell):
        Wording(
          vi: "nội dung ô `\(sheet)!\(cell)` dài quá 32.767 ký tự",
          en: "the text of cell `\(sheet)!\(cell)` has more than 32,767 characters")
      case .system(let number): systemError(number)
      case .library(let text): Wording(vi: text, en: text)
      }
    return Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi: "không ghi được `\(path)`: \(reason.vietnamese)",
        en: "cannot write `\(path)`: \(reason.english)"))
  }
}
