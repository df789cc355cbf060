internal import Diagnostics
internal import DossierCounting
internal import YAMLReading

/// Sentences about comparing records.
extension Diagnostic {
  static func comparisonStopped(_ failure: ComparisonFailure, folder: String?) -> Diagnostic {
    if let export = failure.export {
      return .countStopped(failure.failure, reading: export, writing: nil)
    }
    let reason = systemError(failure.failure.error)
    return Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: SourceFile(path: folder ?? "TMPDIR")),
      Wording(
        vi: "không ghi được tệp tạm để so sánh hồ sơ: \(reason.vietnamese)",
        en: "cannot write a temporary file to compare records: \(reason.english)"),
      help: Wording(
        vi:
          "đặt TMPDIR là một thư mục còn chỗ: 32 byte mỗi hồ sơ, thêm nội dung các hồ sơ khác nhau",
        en: "set TMPDIR to a folder with room: 32 bytes a record, and the records that differ"))
  }

  static func sourceOnOneSide(_ source: String, _ side: String, _ other: String) -> Diagnostic {
    Diagnostic(
      .unknownName, severity: .warning, at: SourceSpan(whole: SourceFile(path: other)),
      Wording(
        vi: "nguồn `\(shortened(source))` chỉ có ở \(side)",
        en: "the source `\(shortened(source))` is only in \(side)"),
      help: Wording(
        vi: "thêm `--across-sources` để ghép hồ sơ theo mã, không phân biệt nguồn",
        en: "add `--across-sources` to match dossiers by id, whatever their source"))
  }

  /// Rows of one side that were not compared.
  static func leftOut(_ side: ComparedCases, _ reading: ComparedReading) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let first = reading.firstUnreadable {
      let place = SourcePosition(line: first.line, column: 1)
      let file = SourceFile(path: side.records.exports[first.export].path)
      let number = reading.unreadable
      found.append(
        Diagnostic(
          .csvValue, severity: .warning, at: SourceSpan(file: file, start: place, end: place),
          Wording(
            vi: "\(number) dòng không so sánh được: hỏng, hoặc không có mã hồ sơ",
            en:
              "\(number) row\(number == 1 ? "" : "s") cannot be compared: broken, or without an id"
          ), label: Wording(vi: "dòng đầu tiên", en: "the first of them")))
    }
    if reading.repeated > 0 {
      let number = reading.repeated
      found.append(
        Diagnostic(
          .csvValue, severity: .warning, at: SourceSpan(whole: SourceFile(path: side.path)),
          Wording(
            vi: "\(number) dòng lặp lại mã hồ sơ; so sánh dòng đầu tiên của mỗi mã",
            en: "\(number) row\(number == 1 ? " repeats" : "s repeat") a dossier's id; "
              + "the first of each is compared")))
    }
    return found
  }
}
