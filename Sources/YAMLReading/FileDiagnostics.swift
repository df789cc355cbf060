package import Diagnostics

/// Every sentence about files that cannot be read.
extension Diagnostic {
  static func fileMissing(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileMissing, at: SourceSpan(whole: file),
      Wording(vi: "không có tệp này", en: "there is no such file"),
      help: Wording(vi: "kiểm tra đường dẫn và tên tệp", en: "check the path and the file's name"))
  }

  /// `reason` is the system's own word for it, which is English.
  static func fileUnreadable(_ file: SourceFile, reason: Wording) -> Diagnostic {
    Diagnostic(
      .fileUnreadable, at: SourceSpan(whole: file),
      Wording(
        vi: "không đọc được tệp: \(reason.vietnamese)",
        en: "the file cannot be read: \(reason.english)"))
  }

  static func isDirectory(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileUnreadable, at: SourceSpan(whole: file),
      Wording(vi: "đây là thư mục, không phải tệp", en: "this is a folder, not a file"),
      expected: Wording(vi: "một tệp", en: "a file"))
  }

  static func isNoRegularFile(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileUnreadable, at: SourceSpan(whole: file),
      Wording(
        vi: "đây là thiết bị, đường ống hoặc ổ cắm, không phải tệp thường",
        en: "this is a device, pipe or socket, not a regular file"),
      expected: Wording(vi: "một tệp thường", en: "a regular file"))
  }

  package static func fileTooLarge(_ file: SourceFile, bytes: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      .fileTooLarge, at: SourceSpan(whole: file),
      Wording(
        vi: "tệp có \(bytes) byte, lớn hơn giới hạn \(limit) byte",
        en: "the file has \(bytes) bytes, more than the limit of \(limit)"),
      expected: Wording(vi: "nhiều nhất \(limit) byte", en: "at most \(limit) bytes"))
  }

  package static func fileChanged(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .fileChanged, at: SourceSpan(whole: file),
      Wording(
        vi: "tệp bị thay đổi trong khi đang đọc", en: "the file changed while it was being read"),
      help: Wording(
        vi: "đợi việc ghi tệp xong rồi chạy lại", en: "wait until it is written and run again"))
  }
}
