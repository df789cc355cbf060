internal import Diagnostics

/// Sentences about writing papers.
extension Diagnostic {
  static func papersChanged(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(
        vi: "`\(path)` đã có và không đúng như lệnh này đã ghi: có tệp lạ hoặc tệp đã được sửa",
        en:
          "`\(path)` is there already and is not as this command wrote it: a file of it is strange "
          + "or was edited"),
      help: Wording(
        vi: "chọn thư mục khác, hoặc chuyển các tệp đã sửa đi nơi khác trước",
        en: "choose another folder, or move the edited files away first"))
  }

  static func paperNotMade(_ path: String) -> Diagnostic {
    Diagnostic(
      .fileUnwritable, at: SourceSpan(whole: SourceFile(path: path)),
      Wording(vi: "không đủ bộ nhớ để ghi `\(path)`", en: "there is no memory to write `\(path)`"))
  }
}
