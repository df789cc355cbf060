internal import Diagnostics
internal import DossierCounting
internal import Grading
internal import YAMLReading

/// Sentences about closing data and about data that were closed.
extension Diagnostic {
  static func folderIsThere(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(vi: "đã có `\(path)`", en: "`\(path)` is there already"),
      help: Wording(
        vi: "số liệu đã chốt không bị ghi đè: chốt vào thư mục khác, với `--previous \(path)`",
        en: "closed data are never written over: close into another folder, with "
          + "`--previous \(path)`"))
  }

  static func noClosing(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileMissing, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(vi: "không có số liệu đã chốt ở đây", en: "there are no closed data here"),
      expected: Wording(
        vi: "thư mục do `parindex dossiers close` ghi, có closing.yaml",
        en: "a folder that `parindex dossiers close` wrote, with a closing.yaml"))
  }

  static func badClosing(_ path: String) -> Diagnostic {
    Diagnostic(
      .badValue, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi: "tệp này không còn như khi chốt: có ô không đọc được",
        en: "the file is not as it was written: a value cannot be read"))
  }

  static func closedBeforeItsDay(_ path: String, closedOn: CalendarDay, asOf: LocalMinute)
    -> Diagnostic
  {
    let last = LocalMinute(number: asOf.number - 1).day
    return Diagnostic(
      .badValue, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi:
          "ngày chốt \(closedOn.vietnameseText) trước ngày \(last.vietnameseText) mà số liệu tính đến",
        en:
          "the closing day \(closedOn.isoText) is before \(last.isoText), which the figures are of"),
      help: Wording(
        vi: "nêu ngày mà số liệu tính đến bằng `--as-of`, không sau ngày chốt",
        en: "give the day of the figures with `--as-of`, not after the closing day"))
  }

  static func changedWhileClosing(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileChanged, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi: "tệp thay đổi trong khi chốt số liệu", en: "the file changed while data were closed"),
      help: Wording(
        vi: "chốt lại khi không còn ai ghi vào tệp",
        en: "close again when nobody writes to the file"))
  }

  // MARK: The previous version

  static func changesUnknown(_ path: String, isGone: Bool, version: Int) -> Diagnostic {
    Diagnostic(
      .closedDataChanged, severity: .warning, at: SourceSpan(whole: SourceFile(path: path)),
      isGone
        ? Wording(
          vi: "tệp xuất của phiên bản \(version) không còn; không nêu được hồ sơ nào đã thay đổi",
          en: "an export of version \(version) is gone; the dossiers that changed cannot be listed")
        : Wording(
          vi: "tệp xuất của phiên bản \(version) đã khác; không nêu được hồ sơ nào đã thay đổi",
          en: "an export of version \(version) is another now; the dossiers that changed cannot be "
            + "listed"),
      help: Wording(
        vi: "giữ nguyên thư mục đã chốt: bản sao hồ sơ của tệp xuất ở trong đó",
        en: "keep closed folders as they are: they hold copies of the exports' records"))
  }

  // MARK: Verifying

  static func changedSinceClosing(_ path: String, severity: Severity = .error) -> Diagnostic {
    Diagnostic(
      .closedDataChanged, severity: severity, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(vi: "tệp đã thay đổi từ khi chốt", en: "the file has changed since closing"))
  }

  static func goneSinceClosing(_ path: String, severity: Severity = .error) -> Diagnostic {
    Diagnostic(
      .closedDataChanged, severity: severity, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi: "tệp có khi chốt, nay không còn", en: "the file was there at closing and is gone"))
  }

  static func otherHandover(_ path: String) -> Diagnostic {
    Diagnostic(
      .closedDataChanged, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi: "biên bản ghi mã kiểm tra toàn vẹn khác với closing.yaml",
        en: "the hand-over sheet names another digest than that of closing.yaml"))
  }
}
