internal import Diagnostics

/// Sentences about writing a site.
extension Diagnostic {
  static func notASite(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi: "`\(path)` đã có và không phải là trang web do lệnh này ghi",
        en: "`\(path)` is there already and is no site that this command wrote"),
      help: Wording(
        vi: "chọn thư mục khác, hoặc tự xóa thư mục này trước",
        en: "choose another folder, or remove this one first"))
  }
}
