package import Diagnostics
internal import DossierCounting
internal import YAMLReading

/// Sentences about `records.yaml`, and about the headers of what it names.
extension Diagnostic {
  static func noRecords(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileMissing, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(vi: "không có dữ liệu hồ sơ nào ở đây", en: "there are no case records here"),
      expected: Wording(
        vi:
          "một tệp `records.yaml`, một tệp xuất `.csv`, `.csv.gz`, hoặc thư mục có `records.yaml`",
        en: "a `records.yaml`, an export `.csv` or `.csv.gz`, or a folder with a `records.yaml`"))
  }

  static func noExports(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey, at: span,
      Wording(vi: "không có tệp xuất nào", en: "there are no exports"),
      help: Wording(
        vi: "thêm `- {file: motcua.csv, source: motcua}`",
        en: "add `- {file: motcua.csv, source: motcua}`"))
  }

  static func exportTwice(at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: span,
      Wording(vi: "tệp này được khai hai lần", en: "this file is declared twice"),
      secondary: [SourceLabel(first, Wording(vi: "lần đầu ở đây", en: "first declared here"))],
      help: Wording(
        vi: "bỏ một mục, nếu không mỗi hồ sơ được đếm hai lần",
        en: "remove one, or every dossier is counted twice"))
  }

  static func noExportFile(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .badValue, at: span,
      Wording(
        vi: "`\(shortened(name))` không phải tệp xuất đọc được",
        en: "`\(shortened(name))` is no export that can be read"),
      expected: Wording(vi: "tệp `.csv` hoặc `.csv.gz`", en: "a file `.csv` or `.csv.gz`"),
      help: Wording(
        vi: "trong Excel, lưu thành “CSV UTF-8”", en: "in Excel, save it as “CSV UTF-8”"))
  }

  /// A file that is not read, for it stands elsewhere.
  static func outsideRecords(
    _ fault: EvidenceFile.PathFault, inRound isInRound: Bool, at span: SourceSpan
  ) -> Diagnostic {
    let message: Wording =
      if case .leavesFolder = fault {
        Wording(
          vi: "tệp là liên kết ra ngoài thư mục",
          en: "the file is a link that leads out of the folder")
      } else {
        fault.wording
      }
    return Diagnostic(
      .unsafePath, at: span, message,
      expected: isInRound
        ? Wording(
          vi: "tệp trong thư mục của kỳ (thư mục có round.yaml)",
          en: "a file in the round's folder (the one with round.yaml)")
        : Wording(
          vi: "tệp trong thư mục của records.yaml", en: "a file in the folder of records.yaml"),
      help: Wording(vi: "chép tệp vào thư mục ấy", en: "copy the file into that folder"))
  }

  static func wordTwice(_ word: String, at span: SourceSpan, first: SourceSpan) -> Diagnostic {
    Diagnostic(
      .duplicateID, at: span,
      Wording(
        vi: "`\(shortened(word))` được khai hai nghĩa",
        en: "`\(shortened(word))` is declared with two meanings"),
      secondary: [SourceLabel(first, Wording(vi: "nghĩa đầu ở đây", en: "the first is here"))])
  }

  static func tablesOrRecords(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingKey, at: span,
      Wording(
        vi: "chưa nêu số liệu hồ sơ lấy từ đâu", en: "it is not said where dossier figures are"),
      expected: Wording(
        vi: "`tables` (bảng in sẵn), `records` (dữ liệu từng hồ sơ), hoặc cả hai",
        en: "`tables` (as printed), `records` (of single dossiers), or both"))
  }

  // MARK: Headers

  /// - Parameter isDeclared: whether the place is in the declaration, not in the header line.
  package static func header<Field: HeaderField>(
    _ fault: HeaderMatch<Field>.Fault, at span: SourceSpan, declared isDeclared: Bool
  ) -> Diagnostic {
    let key = fault.field.rawValue
    switch fault {
    case .missing(let field):
      let usual = field.usualNames.flatMap(\.self).prefix(4).map { "`\($0)`" }
        .joined(separator: ", ")
      return Diagnostic(
        .csvColumn, at: span,
        Wording(
          vi: "không nhận ra cột nào là `\(key)`", en: "no column is recognised as `\(key)`"),
        expected: Wording(
          vi: "cột tên `\(key)` hoặc như \(usual)", en: "a column named `\(key)`, or like \(usual)"),
        help: Wording(
          vi: "khai `columns: {\(key): TÊN CỘT}` trong records.yaml",
          en: "declare `columns: {\(key): COLUMN}` in records.yaml"))
    case .notInHeader(_, let name, let nearest):
      return Diagnostic(
        .csvColumn, at: span,
        Wording(
          vi: "dòng tiêu đề không có cột `\(shortened(name))`",
          en: "the header line has no column `\(shortened(name))`"),
        help: nearest.map { Wording(vi: "ý bạn là `\($0)`?", en: "did you mean `\($0)`?") })
    case .several(_, let columns):
      let list = columns.map { "`\(shortened($0))`" }.joined(separator: ", ")
      return Diagnostic(
        .csvColumn, at: span,
        Wording(
          vi: "nhiều cột có thể là `\(key)`: \(list)",
          en: "several columns can be `\(key)`: \(list)"),
        help: isDeclared
          ? Wording(
            vi: "đổi tên để mỗi cột một tên", en: "rename them, so that every column has its name")
          : Wording(
            vi: "khai `columns: {\(key): TÊN CỘT}` trong records.yaml",
            en: "declare `columns: {\(key): COLUMN}` in records.yaml"))
    }
  }
}
